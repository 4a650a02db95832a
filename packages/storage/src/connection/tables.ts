import type {
  Ending,
  HostErrorCode,
  LedgerFact,
  ObstacleCode,
  Outcome,
  PersonId,
  PersonKind,
  Plan,
  Progress,
  Replayed,
  RunState,
  StepId,
} from '@lethe/core';
import type { ColumnType, JSONColumnType } from 'kysely';

import type { SignInTables } from '../sign-in/sign-in-tables.ts';

/** A column the database fills when a row is made. */
type Stamp = ColumnType<Date, never, never>;

interface PlanTable {
  readonly id: string;
  readonly host: string;
  readonly person: PersonId;
  readonly person_kind: PersonKind;
  readonly digest: string;
  readonly document: JSONColumnType<Plan, string, never>;
  readonly reviewed_by: string;
  readonly reviewed_at: Date;
  /** What it repeats, if a restore undid it. */
  readonly replays: JSONColumnType<Replayed | null, string | null, never>;
}

interface RunTable {
  readonly id: string;
  readonly plan: string;
  readonly host: string;
  readonly person: PersonId;
  readonly state: RunState;
  /** Whether it stands in the way of another run on the same person. */
  readonly open: boolean;
  /** Whose run it is: every write names it. Null once nobody's. */
  readonly token: string | null;
  readonly approved_by: string;
  readonly approved_at: Date;
  readonly approved_digest: string;
  readonly approved_phrase: string;
  readonly acknowledged: readonly ObstacleCode[];
  readonly started_at: Stamp;
  readonly ended_at: Date | null;
  readonly ending: JSONColumnType<Ending | null, string | null, string | null>;
  readonly ledger_seq: string | null;
  readonly ledger_hash: string | null;
  /** Whether workers take it up by themselves. */
  readonly durable: boolean;
  readonly queued_for: Date | null;
  readonly accept_refused: boolean;
  readonly stop_asked_by: string | null;
  readonly gave_up: boolean;
  readonly tries: number;
  /** What its own chain of the ledger ends with. */
  readonly chain_seq: string;
  readonly chain_hash: string;
}

interface RunProgressTable {
  readonly run: string;
  readonly phase: Progress['phase'];
  readonly done: number;
  readonly of: number | null;
  readonly waiting_until: Date | null;
  readonly noted_at: Date;
}

interface RunLedgerTable {
  readonly run: string;
  readonly seq: string;
  readonly at: Date;
  readonly fact: JSONColumnType<LedgerFact, string, never>;
  readonly prev: string;
  readonly hash: string;
}

interface StepTable {
  readonly run: string;
  readonly step: StepId;
  readonly attempts: number;
  readonly begun_at: Date | null;
  readonly outcome: Outcome | null;
  readonly code: HostErrorCode | null;
  readonly remedy: string | null;
  readonly settled_at: Date | null;
}

interface SecretTable {
  readonly plan: string;
  readonly key_id: string;
  readonly sealed: Buffer;
}

interface CertificateKeyTable {
  readonly id: string;
  readonly key_id: string;
  readonly sealed: Buffer | null;
}

interface HostSecretTable {
  readonly host: string;
  readonly key_id: string;
  readonly sealed: Buffer;
  readonly changed_at: ColumnType<Date, never, Date>;
}

interface LedgerTable {
  readonly seq: string;
  readonly at: Date;
  readonly fact: JSONColumnType<LedgerFact, string, never>;
  readonly prev: string;
  readonly hash: string;
}

interface LedgerHeadTable {
  readonly seq: string;
  readonly hash: string;
}

interface SettingTable {
  readonly name: string;
  readonly version: number;
  readonly document: JSONColumnType<object, string, never>;
  readonly changed_by: string;
  readonly changed_at: Stamp;
}

interface InstallationTable {
  readonly id: string;
  /** When the first administrator was made. */
  readonly set_up_at: Date | null;
}

/** The tables in the schema `lethe`, as the migrations leave them. */
export interface Tables extends SignInTables {
  readonly plan: PlanTable;
  readonly run: RunTable;
  readonly run_ledger: RunLedgerTable;
  readonly run_progress: RunProgressTable;
  readonly step: StepTable;
  readonly secret: SecretTable;
  readonly host_secret: HostSecretTable;
  readonly certificate_key: CertificateKeyTable;
  readonly ledger: LedgerTable;
  readonly ledger_head: LedgerHeadTable;
  readonly setting: SettingTable;
  readonly installation: InstallationTable;
}
