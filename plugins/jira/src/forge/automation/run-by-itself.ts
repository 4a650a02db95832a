import { phraseFor } from '@lethe/core';
import type { Desk } from '@lethe/review';
import type { Office } from '../ground/office.ts';
import type { Begun } from '../review/starting.ts';
import { begun } from '../run/beginning.ts';

/** A review a rule asked for, at whose desk, and whom the rule acts for. */
export interface ByRule extends Begun {
  readonly desk: Desk;
  readonly account: string;
}

/**
 * Begins the run of a review that a rule asked for, if an administrator said that rules may; answers the run. Rights are asked for again by the
 * run itself, as for any other. Without that setting, and with anything in the way, the review waits for a person.
 */
export async function ranByItself(
  office: Office,
  { review, note, desk, account }: ByRule,
): Promise<string | undefined> {
  const { result, origin } = note;
  if (!office.settings.automationRuns || origin !== 'automation' || result.at !== 'reviewed') return undefined;
  const plan = (await desk.store.plan(result.plan))?.plan;
  if (plan === undefined) return undefined;
  const typed = phraseFor(plan, desk.rules.confirmation);
  const confirmed = await begun(office, desk, {
    review,
    note,
    by: account,
    digest: plan.digest,
    typed,
    acknowledged: [],
  });
  return confirmed.at === 'begun' ? confirmed.run : undefined;
}
