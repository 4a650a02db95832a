import { z } from 'zod';
import { inOffice } from '../ground/office.ts';
import type { Office } from '../ground/office.ts';
import { accountsOn } from '../people/on-issues.ts';
import { standingOf } from '../permission/clicking.ts';
import { deskAt } from '../resolver/counter.ts';
import { refusalFor } from '../resolver/refusals.ts';
import { beginReview } from '../review/starting.ts';
import { ranByItself } from './run-by-itself.ts';

/** An action has 25 seconds like a click. */
const ALLOWANCE = { spare: 6_000, atMost: 16_000 } as const;

/** What a rule says: the issue whose reporter is meant. */
const inputsSchema = z.object({ issueKey: z.string().regex(/^(?:[A-Za-z][A-Za-z0-9_]{0,30}-)?[0-9]{1,18}$/u) });
/** Who the rule acts for, as Forge says: https://developer.atlassian.com/platform/forge/manifest-reference/modules/automation-action/ */
const actorSchema = z.object({ principal: z.object({ accountId: z.string().min(1) }) });

/** What Jira Automation is answered: outputs of the action, or what goes into its audit log. */
export type AutomationAnswer =
  | { readonly review: string; readonly state: string; readonly run?: string }
  | { readonly errors: readonly { readonly message: string }[] };

/**
 * A rule asks for the reporter of an issue to be anonymized. The review is made and waits for a person to confirm it; it runs by itself only where an
 * administrator has turned that on, and whoever the rule acts for has the permission. Never rejects; says nothing about the person.
 */
export async function automation(inputs: unknown, context: unknown): Promise<AutomationAnswer> {
  const told = inputsSchema.safeParse(inputs);
  const actor = actorSchema.safeParse(context);
  if (!told.success) return failed('Tell the action the key of an issue.');
  if (!actor.success) return failed('Connect the action to an account that may anonymize users.');
  const { accountId: account } = actor.data.principal;
  try {
    return await inOffice({ user: 'whoever-clicked', allowance: ALLOWANCE }, async (office) =>
      asked(office, { account, issue: told.data.issueKey }),
    );
  } catch (error) {
    const { says, remedy } = refusalFor(error);
    return failed(`${says} ${remedy}`);
  }
}

interface Asked {
  readonly account: string;
  readonly issue: string;
}

async function asked(office: Office, { account, issue }: Asked): Promise<AutomationAnswer> {
  const standing = await standingOf(office.outside);
  if (!standing.mayAnonymize) return failed('The account of the rule does not have the permission "Anonymize users".');
  const [person] = (await accountsOn(office, [issue])).reporters;
  if (person === undefined) return failed('The issue has no reporter, or the account of the rule may not see it.');
  const mode = office.settings.account;
  const desk = deskAt({ office, account, standing, issue }, mode);
  const secret = { account: person, by: account, also: [], mode };
  const begun = await beginReview(office, desk, { secret, acknowledged: [], origin: 'automation' });
  const run = await ranByItself(office, { ...begun, desk, account });
  return { review: begun.review, state: begun.note.result.at, ...(run === undefined ? {} : { run }) };
}

function failed(message: string): AutomationAnswer {
  return { errors: [{ message }] };
}
