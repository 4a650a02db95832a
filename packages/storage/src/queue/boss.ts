import { CompiledQuery } from 'kysely';
import { PgBoss, type DatabaseOptions, type Db, type FetchOptions } from 'pg-boss';
import { z } from 'zod';

import type { Address } from '../connection/address.ts';
import { databaseFault } from '../connection/database-fault.ts';
import type { Database } from '../connection/database.ts';
import { StorageError } from '../storage-error.ts';
import type { HostLimits, Job } from './run-queue.ts';

/** Where pg-boss keeps its tables; nothing in them cannot be made anew from `lethe.run`. */
export const QUEUE_SCHEMA = 'lethe_queue';
const QUEUE = 'run';
const DEAD = 'run-dead';

/** Unless told: see `ClockingIn`. */
export const HEARTBEAT = 15;
const DEATHS = 20;
/** Seconds; pg-boss takes no shorter one for a queue. */
export const SHORTEST_HEARTBEAT = 10;

const payload = z.strictObject({ run: z.uuid() });

/** A run to make a job for, and when. */
export interface Sending {
  readonly run: string;
  /** Its host's name in the settings: how many of them are at work at a time is limited. */
  readonly host: string;
  readonly after?: Date | undefined;
}

/** pg-boss, as far as runs need it: one job a run at a time, whose payload is the run's id. Everything it throws is a `StorageError`. */
export class Boss {
  readonly #address: Address;
  #open: Promise<PgBoss> | undefined;

  constructor(address: Address) {
    this.#address = address;
  }

  /** Makes jobs for runs that have none, in a transaction if one is handed in. */
  async send(jobs: readonly Sending[], session?: Database): Promise<void> {
    if (jobs.length === 0) return;
    const rows = jobs.map(({ run, host, after }) => ({
      data: { run },
      singletonKey: run,
      group: { id: host, tier: host },
      ...(after === undefined ? {} : { startAfter: after }),
    }));
    await this.#ask(async (boss) => boss.insert(QUEUE, rows, within(session)));
  }

  /** Moves the job of a run to another time, or makes one. */
  async move(sending: Sending, session: Database): Promise<void> {
    const { run, after } = sending;
    await this.#ask(async (boss) => {
      await boss.update(QUEUE, undefined, { singletonKey: run, startAfter: after ?? new Date(), ...within(session) });
      await this.send([sending], session);
    });
  }

  async take(most: number, limits?: HostLimits): Promise<readonly Job[]> {
    const jobs = await this.#ask(async (boss) =>
      boss.fetch<unknown>(QUEUE, { batchSize: most, includeMetadata: true, ...concurrency(limits) }),
    );
    return jobs.map(({ id, retryCount, data }) => ({ id, attempt: retryCount, run: payload.parse(data).run }));
  }

  /** Answers the ids of those that are still this worker's. */
  async touch(jobs: readonly Job[]): Promise<readonly string[]> {
    if (jobs.length === 0) return [];
    return settledIn(await this.#ask(async (boss) => boss.touch(QUEUE, jobs.map(attemptOf))));
  }

  /** Answers whether it was still this worker's. */
  async complete(job: Job, session?: Database): Promise<boolean> {
    const answer = await this.#ask(async (boss) => boss.complete(QUEUE, attemptOf(job), undefined, within(session)));
    return settledIn(answer).length > 0;
  }

  /** Gives jobs back: others have them after a pause that grows; after too many deaths nobody. No error is ever kept with them. */
  async fail(jobs: readonly Job[]): Promise<number> {
    if (jobs.length === 0) return 0;
    const answer = await this.#ask(async (boss) => boss.fail(QUEUE, jobs.map(attemptOf), { because: 'given back' }));
    return settledIn(answer).length;
  }

  /** Runs whose workers died too often; each is told once. */
  async dead(): Promise<readonly string[]> {
    return this.#ask(async (boss) => {
      const jobs = await boss.fetch<unknown>(DEAD, { batchSize: 100 });
      if (jobs.length > 0)
        await boss.complete(
          DEAD,
          jobs.map(({ id }) => id),
        );
      return jobs.map(({ data }) => payload.parse(data).run);
    });
  }

  /** Takes jobs from workers that have not been heard of, and tidies up; one process at a time does it. */
  async supervise(): Promise<void> {
    await this.#ask(async (boss) => boss.supervise(QUEUE));
  }

  /** How a worker wants its jobs watched. */
  async settle(heartbeatSeconds: number, mostDeaths = DEATHS): Promise<void> {
    await this.#ask(async (boss) =>
      boss.updateQueue(QUEUE, {
        retryLimit: mostDeaths,
        heartbeatSeconds: Math.max(SHORTEST_HEARTBEAT, heartbeatSeconds),
      }),
    );
  }

  async close(): Promise<void> {
    const boss = await this.#open?.catch(() => undefined);
    this.#open = undefined;
    await boss?.stop({ graceful: false }).catch(() => undefined);
  }

  async #ask<T>(work: (boss: PgBoss) => Promise<T>): Promise<T> {
    this.#open ??= this.#start().catch((error: unknown) => {
      this.#open = undefined;
      throw error;
    });
    try {
      return await work(await this.#open);
    } catch (error) {
      throw databaseFault(error, this.#address);
    }
  }

  async #start(): Promise<PgBoss> {
    const boss = new PgBoss({
      ...serverIn(this.#address),
      schema: QUEUE_SCHEMA,
      application_name: 'lethe queue',
      max: 3,
      supervise: false,
      schedule: false,
      monitorIntervalSeconds: 1,
    });
    // What goes wrong in the background goes wrong again for whoever asks next, and is told them.
    boss.on('error', () => undefined);
    await boss.start();
    await boss.createQueue(DEAD, { retryLimit: 1000 });
    await boss.createQueue(QUEUE, {
      policy: 'exclusive',
      deadLetter: DEAD,
      retryLimit: DEATHS,
      retryDelay: 1,
      retryBackoff: true,
      retryDelayMax: 300,
      heartbeatSeconds: HEARTBEAT,
      expireInSeconds: 86_399,
      retentionSeconds: 31_536_000,
      deleteAfterSeconds: 3_600,
    });
    return boss;
  }
}

/** What pg-boss has done, by the ids of the jobs; its types do not say that it tells. */
function settledIn(answer: object): readonly string[] {
  return commandSchema.parse(answer).settled;
}

const commandSchema = z.object({ settled: z.array(z.string()) });

function serverIn({ config }: Address): DatabaseOptions {
  const { connectionString, host = '', port = 5432, user = '', password = '', database = '' } = config;
  if (connectionString !== undefined) return { connectionString };
  return { host, port, user, database, ...(typeof password === 'string' ? { password } : {}) };
}

function concurrency(limits: HostLimits | undefined): Pick<FetchOptions, 'groupConcurrency'> {
  if (limits === undefined) return {};
  return { groupConcurrency: { default: limits.default, tiers: { ...limits.hosts } } };
}

function attemptOf({ id, attempt }: Job): { readonly id: string; readonly retryCount: number } {
  return { id, retryCount: attempt };
}

/** pg-boss's way to take part in a transaction of ours. */
function within(session: Database | undefined): { readonly db?: { executeSql: Execute } } {
  if (session === undefined) return {};
  const executeSql: Execute = async (text, values = []) => {
    try {
      const { rows } = await session.executeQuery(CompiledQuery.raw(text, [...values]));
      return { rows };
    } catch (error) {
      throw error instanceof StorageError ? (error.underlying() ?? error) : error;
    }
  };
  return { db: { executeSql } };
}

type Execute = (text: string, values?: readonly unknown[]) => ReturnType<Db['executeSql']>;
