import { identifiersFrom } from '@lethe/core';
import type { Identifiers, Person, PersonKind, Personal } from '@lethe/core';
import type { AccountBook } from './account-book.ts';
import { plainTexts } from './form.ts';
import type { JiraOptions } from './options.ts';
import type { Customer, User } from './schema.ts';

/** An account as it was read, and what the site keeps of it if it is a customer's and that was asked for. */
export interface WholeAccount {
  readonly user: User;
  /** Where Jira hides the address: the one the site keeps, or the one the account was found by. */
  readonly address?: Personal;
  readonly customer?: Customer;
}

/** What has to be known beside the account. */
export interface Circumstances {
  readonly accounts: AccountBook;
  readonly options: JiraOptions;
  readonly self: boolean;
}

/** Whether an account is one the site made for somebody who writes to it, and no Atlassian account. */
export function isCustomer({ accountType }: Pick<User, 'accountType'>): boolean {
  return accountType === 'customer';
}

/** An account as a person. Nothing we do takes administrators away: their accounts are Atlassian's, and are left alone. */
export function personOf(whole: WholeAccount, { accounts, options, self }: Circumstances): Person {
  const { user } = whole;
  return {
    type: 'person',
    id: accounts.idOf(user.accountId),
    name: user.displayName,
    identifiers: identifiersOf(whole, options),
    kind: kindOf(user),
    active: user.active !== false,
    self,
    lastAdministrator: false,
  };
}

/** Groups that make somebody an administrator, whatever else they are called. */
const administrators = new Set(['site-admins', 'org-admins', 'administrators', 'jira-administrators']);

/** Customers may have Atlassian accounts too: then they may use no product. */
function kindOf(user: User): PersonKind {
  if (isCustomer(user)) return 'end-user';
  if (user.accountType === 'app') return 'other';
  if (user.groups?.items.some(({ name }) => administrators.has(name)) === true) return 'administrator';
  if (user.applicationRoles == null) return 'unknown';
  return user.applicationRoles.items.length > 0 ? 'agent' : 'end-user';
}

/** The address of an account, as far as anybody shows it. */
export function addressOf({ user, address }: WholeAccount): Personal {
  return user.emailAddress.isBlank && address !== undefined ? address : user.emailAddress;
}

function identifiersOf(whole: WholeAccount, { details }: JiraOptions): Identifiers {
  const { user, customer } = whole;
  const held = (names: readonly string[]): readonly string[] =>
    (customer?.details ?? []).filter(({ name }) => names.includes(name)).flatMap(({ values }) => plainTexts(values));
  return identifiersFrom({
    addresses: plainTexts([addressOf(whole)]),
    names: plainTexts([user.displayName]),
    externalIds: [user.accountId, ...held(details.externalId)],
    phones: held(details.phone),
    logins: held(details.login),
    postalAddresses: held(details.address),
  });
}
