import type { OwnedRun, RunRecord } from '@lethe/core';
import { carryOutRun } from '@lethe/review';
import type { Desk } from '@lethe/review';
import type { Session } from '../session.ts';
import { Stop } from '../stop.ts';

/** A run, and how it is to be carried out. */
export interface CarryingOut {
  readonly desk: Desk;
  readonly owned: OwnedRun;
  /** Finish the person although the host refused some steps. */
  readonly acceptRefused: boolean;
  /** How long to look whether what has to be done by hand was done; 0: once. */
  readonly waitMinutes: number;
}

const MINUTE = 60_000;

/** The minutes of `--wait`. Throws `Stop` for what is no whole number. */
export function minutesOf(text: string | undefined): number {
  if (text === undefined) return 0;
  if (!/^\d{1,5}$/.test(text)) throw new Stop('usage', '--wait takes a whole number of minutes.');
  return Number(text);
}

/** Carries an owned run out, shows where it is, and stops between two calls when somebody interrupts. */
export async function carryOut(
  session: Session,
  { desk, owned, acceptRefused, waitMinutes }: CarryingOut,
): Promise<RunRecord> {
  const run = await carryOutRun(desk, owned, {
    acceptRefused,
    patience: { until: new Date(desk.clock.now().getTime() + waitMinutes * MINUTE), everyMilliseconds: MINUTE },
    interrupted: () => session.interrupted(),
    progress: (progress) => session.output.progress(progress),
  });
  session.output.settle();
  return run;
}
