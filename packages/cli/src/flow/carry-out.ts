import type { OwnedRun, RunRecord } from '@lethe/core';
import { carryOutRun } from '@lethe/review';
import type { Desk } from '@lethe/review';
import type { Session } from '../session.ts';

/** A run, and how it is to be carried out. */
export interface CarryingOut {
  readonly desk: Desk;
  readonly owned: OwnedRun;
  /** Finish the person although the host refused some steps. */
  readonly acceptRefused: boolean;
}

/** Carries an owned run out, shows where it is, and stops between two calls when somebody interrupts. */
export async function carryOut(session: Session, { desk, owned, acceptRefused }: CarryingOut): Promise<RunRecord> {
  const run = await carryOutRun(desk, owned, {
    acceptRefused,
    interrupted: () => session.interrupted(),
    progress: (progress) => session.output.progress(progress),
  });
  session.output.settle();
  return run;
}
