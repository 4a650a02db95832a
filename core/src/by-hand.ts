import type { Approval } from './confirmation.ts';
import type { Rules } from './rules/rules.ts';

/** Until when a run waits for what is done by hand, and from when somebody is reminded of it. */
export interface Asked {
  readonly due: Date;
  readonly remindAt: Date;
}

const DAY = 86_400_000;

/** The times for a plan approved then. After `due` the run ends with what was not done as gaps. */
export function askedBy({ at }: Pick<Approval, 'at'>, { byHand }: Pick<Rules, 'byHand'>): Asked {
  const after = (days: number): Date => new Date(at.getTime() + days * DAY);
  return { due: after(byHand.days), remindAt: after(Math.min(byHand.remindAfterDays, byHand.days)) };
}
