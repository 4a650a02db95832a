import type { LedgerEntry, LedgerFact, Store } from '@lethe/core';
import { sql } from 'kysely';

import { apiStorageOn, type ApiStorage } from './api/api-storage.ts';
import { certificateStorageOn, type CertificateStorage } from './certificates/certificate-storage.ts';
import { resealCertificateKeys } from './certificates/signing-keys.ts';
import type { Address } from './connection/address.ts';
import type { Database } from './connection/database.ts';
import { Committer } from './ledger/commit.ts';
import { readLedger } from './ledger/read-ledger.ts';
import { SharedCommit } from './ledger/shared-commit.ts';
import { figuresOf, type Figures } from './operations/figures.ts';
import { readinessOf, resealCanary, type Readiness } from './operations/readiness.ts';
import { ErasureLog } from './operations/erasure-log.ts';
import { rememberingIn } from './operations/remembering.ts';
import { resealAddresses } from './notices/addresses.ts';
import { Notices } from './notices/notices.ts';
import type { HostPace } from './pace/host-pace.ts';
import { PaceOn } from './pace/pace-on.ts';
import { Boss } from './queue/boss.ts';
import { RunQueueOn } from './queue/run-queue-on.ts';
import type { RunQueue } from './queue/run-queue.ts';
import { callOffRun } from './runs/call-off.ts';
import { beginRun } from './runs/begin-run.ts';
import { secretsOfRun, takeOverRun, type OwningDesk } from './runs/own-run.ts';
import { findLatestPlan, findPlan, savePlan } from './runs/plans.ts';
import { Presence } from './runs/presence.ts';
import { stepsOf } from './runs/run-journal.ts';
import { findOpenRuns, findRun, findRuns } from './runs/run-records.ts';
import { hostSecret, resealHostSecrets, type HostSecret } from './secrets/host-secret.ts';
import { resealSecrets } from './secrets/run-secrets.ts';
import type { KeyRing } from './secrets/sealing-key.ts';
import { Settings } from './settings/settings.ts';
import { Looks } from './suppression/looks.ts';
import { Returns } from './suppression/returns.ts';
import { resealSuppressionKeys } from './suppression/suppression-keys.ts';
import { Suppression } from './suppression/suppression.ts';
import { resealOperators, signInStorageOn, type SignInStorage } from './sign-in/sign-in-storage.ts';

/** Core's store, and what only storage knows. */
export interface Storage extends Store {
  readonly settings: Settings;
  /** What only the server's API keeps. */
  readonly api: ApiStorage;
  /** What is filed away of runs, signed, and looked at again later. */
  readonly certificates: CertificateStorage;
  /** Who works the server, and what proves it. */
  readonly signIn: SignInStorage;
  /** What a sign-in to the host of that name left, sealed; the same for every process on this database. */
  hostSecret(host: string): HostSecret;
  /** The whole ledger from its first entry, to verify it. */
  ledger(): AsyncIterable<LedgerEntry>;
  /** Whether everything is there that work needs. */
  readiness(): Promise<Readiness>;
  /** What it holds, counted: for metrics. */
  figures(): Promise<Figures>;
  /** What was erased, kept outside the database. */
  readonly erasures: ErasureLog;
  /** People who were erased, recognized should they come back. */
  readonly suppression: Suppression;
  readonly returns: Returns;
  readonly looks: Looks;
  /** Mails to operators. */
  readonly notices: Notices;
  /** Seals every secret under the current key, so that older keys can be thrown away. Answers how many. */
  reseal(): Promise<number>;
  /** Runs that workers carry out by themselves. */
  readonly queue: RunQueue;
  /** The pace of that host's calls, kept by all processes on this database together; `host` is its name in the settings. */
  pace(host: string): HostPace;
  /** A random id that tells this installation from others. */
  installation(): Promise<string>;
}

/** An open database and all that is needed to work on it. */
export interface Ground {
  readonly address: Address;
  readonly database: Database;
  readonly keys: () => Promise<KeyRing>;
  /** The directory of the erasure log. */
  readonly erasureLog: string;
  readonly now: () => Date;
  close(): Promise<void>;
}

/** The storage on an open, up-to-date database. */
export function storeOn(ground: Ground): Storage {
  const { database, keys } = ground;
  const erasures = new ErasureLog(ground.erasureLog, keys);
  const desk = deskOn(ground, erasures);
  const { committer, presence } = desk;
  const boss = new Boss(ground.address);
  return {
    settings: new Settings(database, committer),
    api: apiStorageOn(desk),
    certificates: certificateStorageOn(desk),
    signIn: signInStorageOn(desk),
    ...coreStoreOn(desk),
    ledger: () => readLedger(database),
    hostSecret: (host) => hostSecret(database, keys, host),
    erasures,
    ...watchOn(desk),
    readiness: async () => readinessOf(database, keys),
    figures: async () => figuresOf(database, ground.now()),
    reseal: async () => (await reseal(desk, await keys())) + (await erasures.reseal()),
    installation: async () => installation(database),
    queue: new RunQueueOn(desk, boss),
    pace: (host) => new PaceOn(database, host),
    close: async () => {
      await boss.close();
      await presence.close();
      await ground.close();
    },
  };
}

/** What concerns people who were erased, and whoever is told of them. */
function watchOn(desk: OwningDesk): Pick<Storage, 'suppression' | 'returns' | 'looks' | 'notices'> {
  return {
    suppression: new Suppression(desk),
    returns: new Returns(desk),
    looks: new Looks(desk.database),
    notices: new Notices(desk),
  };
}

function deskOn({ address, database, keys, now }: Ground, erasures: ErasureLog): OwningDesk {
  return {
    ...{ database, keys, now },
    committer: new Committer(database, now),
    presence: new Presence(address),
    shared: new SharedCommit(database),
    remember: rememberingIn(erasures, { now, installation: async () => installation(database) }),
  };
}

/** What core's store does with plans and runs. */
function coreStoreOn(desk: OwningDesk): Omit<Store, 'close'> {
  const { database, committer } = desk;
  return {
    savePlan: async (record, secrets) => savePlan(desk, record, secrets),
    latestPlan: async (host, person) => findLatestPlan(desk, host, person),
    plan: async (id) => findPlan(desk, id),
    begin: async (plan, approval) => beginRun(desk, plan, approval),
    takeOver: async (run) => takeOverRun(desk, run),
    callOff: async (run, by) => callOffRun(desk, run, by),
    run: async (id) => findRun(database, id),
    runs: async (filter = {}) => findRuns(database, filter),
    openRuns: async (host) => findOpenRuns(database, host),
    secretsOf: async (run) => secretsOfRun(desk, run),
    outcomes: (run) => stepsOf(database, run),
    note: async (...facts) => note(committer, facts),
  };
}

async function reseal(desk: OwningDesk, ring: KeyRing): Promise<number> {
  await resealCanary(desk.database, ring);
  const { hosts, entries } = apiStorageOn(desk);
  const added = (await hosts.reseal(ring)) + (await entries.reseal(ring));
  const ours = (await resealSecrets(desk.database, ring)) + (await resealHostSecrets(desk.database, ring));
  const certificates = await resealCertificateKeys(desk.database, ring);
  return (
    ours +
    added +
    certificates +
    (await resealSuppressionKeys(desk.database, ring)) +
    (await resealAddresses(desk.database, ring)) +
    (await resealOperators(desk, ring))
  );
}

async function note(committer: Committer, facts: readonly LedgerFact[]): Promise<void> {
  if (facts.length > 0) await committer.commit({ condition: sql`select 1 as one`, parts: [], facts });
}

async function installation(database: Database): Promise<string> {
  return (await database.selectFrom('installation').select('id').executeTakeFirstOrThrow()).id;
}
