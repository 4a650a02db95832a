import { describe } from '@jest/globals';
import type { StoreGround } from './store/ground.ts';
import { journalLaws } from './store/journal.ts';
import { ledgerLaws } from './store/ledger.ts';
import { planLaws } from './store/plans.ts';
import { runLaws } from './store/runs.ts';

/** What every `Store` promises, whatever it is built on. */
export function describeStore(name: string, ground: StoreGround): void {
  describe(`${name} as a store:`, () => {
    planLaws(ground);
    runLaws(ground);
    journalLaws(ground);
    ledgerLaws(ground);
  });
}
