import type { Approval } from './confirmation.ts';
import type { Rules } from './rules/rules.ts';
import type { RunRecord } from './store.ts';

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

/** What a run waits for somebody to do by hand, and whether it is time to remind them; nothing if it does not wait for that. */
export interface WaitsForSomebody extends Asked {
  readonly remind: boolean;
}

/** Whether a stored run waits for somebody, as of now. */
export function waitsForSomebody(
  { state, ending, approval }: Pick<RunRecord, 'state' | 'ending' | 'approval'>,
  rules: Pick<Rules, 'byHand'>,
  now: Date,
): WaitsForSomebody | undefined {
  if (state !== 'stopped' || ending?.reason !== 'waiting-for-somebody') return undefined;
  const asked = askedBy(approval, rules);
  return { ...asked, remind: now >= asked.remindAt };
}
