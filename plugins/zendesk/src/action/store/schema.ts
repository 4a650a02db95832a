import type {
  Approval,
  Ending,
  JournalRow,
  LedgerEntry,
  LedgerPosition,
  PersonId,
  PlanRecord,
  RunState,
} from '@lethe/core';
import type { DBSchema } from 'idb';

/** A run without its plan. */
export interface RunRow {
  readonly id: string;
  readonly plan: string;
  readonly host: string;
  readonly person: PersonId;
  readonly state: RunState;
  /** Host and person while it stands in the way of another run on the same person. */
  readonly openFor?: [string, string];
  /** Whose run it is: every write names it. Missing once nobody's. */
  readonly token?: string;
  readonly approval: Approval;
  readonly startedAt: Date;
  readonly endedAt?: Date;
  readonly ending?: Ending;
  readonly ledger?: LedgerPosition;
  /** 1 while the account has not been told of its state. */
  readonly untold?: 1;
}

/** A line of a run's journal. */
type StepRow = JournalRow & { readonly run: string };

/** What a plan's run will need to know about the person, for nobody to read. */
export interface SecretRow {
  readonly plan: string;
  /** Cannot be exported from the browser; goes with the secret. */
  readonly key: CryptoKey;
  readonly nonce: Uint8Array<ArrayBuffer>;
  readonly sealed: ArrayBuffer;
}

/** The tables in the browser, as version `VERSION` has them. */
export interface Tables extends DBSchema {
  readonly plans: {
    readonly key: string;
    readonly value: PlanRecord;
    readonly indexes: { readonly person: [string, string] };
  };
  readonly runs: {
    readonly key: string;
    readonly value: RunRow;
    readonly indexes: {
      readonly plan: string;
      readonly open: [string, string];
      readonly approval: [string, Date, string];
      readonly untold: number;
    };
  };
  readonly steps: { readonly key: [string, string]; readonly value: StepRow };
  readonly secrets: { readonly key: string; readonly value: SecretRow };
  readonly ledger: { readonly key: number; readonly value: LedgerEntry };
}
