import type { LedgerEntry, Store } from '@lethe/core';

/** A store whose ledger can be read. */
export interface StoreUnderTest extends Store {
  /** From its first entry. */
  ledger(): AsyncIterable<LedgerEntry>;
}

/** A database for one test file, there while its tests run; the tests share it, so none may expect it to be empty. */
export interface StoreGround {
  readonly store: StoreUnderTest;
  /** Another store on the same database, as another process or tab opens it; whoever asks for it closes it. */
  open(): Promise<StoreUnderTest>;
  /** Whether anything sealed is stored for the plan. */
  hasSecrets(plan: string): Promise<boolean>;
}
