import type { Cannot, Content, Person, Spot, SpotKind } from '@lethe/core';
import { addressOf, isCustomer } from './account.ts';
import type { WholeAccount } from './account.ts';
import type { JiraOptions } from './options.ts';
import { spotAt } from './place.ts';
import type { accountParts } from './place.ts';
import { accessByHand, addressOfShell, atlassianAccount } from './restrictions.ts';

/** What of an account is a spot; the address, with which the account goes, comes last. */
export function accountSpots(whole: WholeAccount, of: Person, options: JiraOptions): readonly Spot[] {
  const { account, nobodySignedIn } = options;
  if (!isCustomer(whole.user)) return atlassianSpots(whole, of);
  const spot = spotsOf(of);
  const access = spot('access', 'person.access', accessOf(whole));
  const address = spot('email', 'person.email', shown(addressOf(whole)));
  return [
    ...detailSpots(whole, of),
    ...(account === 'keep-shell' ? [nobodySignedIn ? { ...access, ability: accessByHand } : access] : []),
    spot('name', 'person.name', shown(whole.user.displayName)),
    account === 'keep-shell' ? { ...address, ability: addressOfShell } : address,
  ];
}

/** Name, address and picture of an Atlassian account: nobody but its owner changes them. */
function atlassianSpots(whole: WholeAccount, of: Person): readonly Spot[] {
  const spot = spotsOf(of);
  const spots = [
    spot('photo', 'person.photo', { form: 'hidden' }),
    spot('name', 'person.name', shown(whole.user.displayName)),
    spot('email', 'person.email', shown(addressOf(whole))),
  ];
  return spots.map((one) => ({ ...one, ability: atlassianAccount satisfies Cannot }));
}

type Part = (typeof accountParts)[number];

function spotsOf(of: Person): (is: Part, kind: SpotKind, content: Content) => Spot {
  return (is, kind, content) => ({
    id: spotAt({ is, person: of.id }),
    kind,
    label: `${is} of the account`,
    of,
    content,
  });
}

/** What Jira does not show is there all the same. */
function shown(text: WholeAccount['user']['displayName']): Content {
  return text.isBlank ? { form: 'hidden' } : { form: 'plain', text };
}

/** That somebody may sign in to the portal is not shown; that an account is closed is. */
function accessOf({ user }: WholeAccount): Content {
  return user.active === false ? { form: 'access', open: false } : { form: 'hidden' };
}

/** The name of a detail is the site's, its values are the person's. */
function detailSpots({ customer }: WholeAccount, of: Person): readonly Spot[] {
  const filled = (customer?.details ?? []).filter(({ values }) => values.some((value) => !value.isBlank));
  return filled.map(({ name, values }, at) => ({
    id: spotAt({ is: 'detail', person: of.id, name }),
    kind: 'person.field',
    label: `detail ${String(at + 1)} of the account`,
    of,
    content: { form: 'list', items: values },
  }));
}
