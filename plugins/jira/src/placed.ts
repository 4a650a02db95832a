import { HostError } from '@lethe/core';
import type { ReadyStep, Receipt, StepGroup, StepId } from '@lethe/core';
import type { AccountBook } from './account-book.ts';
import type { Line } from './ask.ts';
import type { BulkRights } from './bulk-rights.ts';
import { isAboutSteps } from './failure.ts';
import type { Known } from './known.ts';
import type { Marks } from './marker.ts';
import { placeOf } from './place.ts';
import type { Place } from './place.ts';
import type { Redaction } from './redaction.ts';
import type { Remembered } from './remembered.ts';

/** A step and where it is. */
export interface PlacedStep {
  readonly step: ReadyStep;
  readonly place: Place;
}

/** What a host writes with. */
export interface Writing {
  readonly line: Line;
  readonly known: Known;
  readonly accounts: AccountBook;
  readonly remembered: Remembered;
  readonly redaction: Redaction;
  readonly marks: Marks;
  readonly bulk: BulkRights;
}

/** What came of the steps of a group so far: a group that has to wait half-way goes on where it stopped. */
export type Settling = Map<StepId, Receipt>;

/** The steps of a group with their places. Throws `HostError` for a spot that is not Jira's. */
export function placedIn({ steps }: StepGroup): readonly PlacedStep[] {
  return steps.map((step) => {
    const place = placeOf(step.spot);
    if (place === undefined)
      throw new HostError('rejected', 'A step names a spot that Jira does not have: make a new plan.');
    return { step, place };
  });
}

/** The number of the issue a step is about; nothing for a step about an account. */
export function issueOf({ place }: PlacedStep): string {
  return 'issue' in place ? place.issue : '';
}

/** Settles steps with the same receipt. */
export function settle(settling: Settling, steps: readonly PlacedStep[], claim: 'done' | 'absent' | 'queued'): void {
  for (const { step } of steps) settling.set(step.id, { step: step.id, claim });
}

/** Settles steps a call about them was refused for; throws what has nothing to do with them. */
export function settleRefused(settling: Settling, steps: readonly PlacedStep[], error: unknown): void {
  if (!isAboutSteps(error)) throw error;
  if (error.code === 'gone') {
    settle(settling, steps, 'absent');
    return;
  }
  const { code, message } = error;
  for (const { step } of steps) settling.set(step.id, { step: step.id, claim: 'refused', code, remedy: message });
}

/** The account a step is about. Throws `HostError` where nobody knows it any more. */
export function accountIn({ place }: PlacedStep, { accounts }: Pick<Writing, 'accounts'>): string {
  const account = 'person' in place ? accounts.accountOf(place.person) : undefined;
  if (account !== undefined) return account;
  throw new HostError('rejected', 'It is not known any more which account this step is about: make a new plan.');
}
