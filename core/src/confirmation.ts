import type { Obstacle, ObstacleCode } from './errors.ts';
import type { Plan } from './plan.ts';

/** A reviewer's word for one plan. Valid for that digest only; whoever stores it uses it once. */
export interface Approval {
  readonly digest: string;
  readonly typed: string;
  /** Opaque id of the reviewer. */
  readonly by: string;
  readonly at: Date;
  /** Obstacles the reviewer acknowledged, e.g. that a directory masters the account. */
  readonly acknowledged: readonly ObstacleCode[];
}

/** What the reviewer types: the word and the number of steps, e.g. `ANONYMIZE 17`. Nothing personal, so it may be logged. */
export function phraseFor(plan: Pick<Plan, 'steps'>, word = 'ANONYMIZE'): string {
  return `${word} ${String(plan.steps.length)}`;
}

/** Whether an approval holds for a plan. Checked where the plan is executed, never only where it is typed. */
export function approvalObstacle(
  plan: Pick<Plan, 'steps' | 'digest'>,
  approval: Pick<Approval, 'digest' | 'typed'>,
  word?: string,
): Obstacle | undefined {
  if (approval.digest !== plan.digest) {
    return {
      code: 'confirmation-outdated',
      says: 'The confirmation was given for another plan.',
      remedy: 'Review the plan as it is now and confirm that one.',
    };
  }
  if (approval.typed.trim() === phraseFor(plan, word)) return undefined;
  return {
    code: 'confirmation-wrong',
    says: 'What was typed is not the phrase of this plan.',
    remedy: `Type ${phraseFor(plan, word)} to confirm this plan.`,
  };
}
