import type { RunRecord } from '@lethe/core';

import type { ErasureLog } from './erasure-log.ts';
import { erasureOf, type ErasureState } from './erasure-record.ts';

/** What every record of the log says besides. */
export interface Remembering {
  readonly now: () => Date;
  /** The id of this installation. */
  readonly installation: () => Promise<string>;
}

/** Writes into the log how far runs have come. */
export function rememberingIn(
  log: ErasureLog,
  { now, installation }: Remembering,
): (run: RunRecord, state: ErasureState) => Promise<void> {
  let known: Promise<string> | undefined;
  return async (run, state) => {
    known ??= installation();
    await log.write(erasureOf(run, { state, at: now().toISOString(), installation: await known }));
  };
}
