import type { Progress } from '@lethe/core';
import { sql } from 'kysely';

import type { Database } from '../connection/database.ts';
import { takeOverRun, type OwningDesk } from '../runs/own-run.ts';
import { findRunRow } from '../runs/run-records.ts';
import { sweepSecrets } from '../secrets/run-secrets.ts';
import { StorageError } from '../storage-error.ts';
import { HEARTBEAT, QUEUE_SCHEMA, SHORTEST_HEARTBEAT, type Boss } from './boss.ts';
import { beginNight, endNight } from './nights.ts';
import { requeue } from './requeue.ts';
import type { Again, ClockingIn, HostLimits, Job, Seat, Swept, TakenRun, TimeClock } from './run-queue.ts';
import { notePlaces } from './standing.ts';
import { sweep } from './sweep.ts';

/** Lets a worker take part in the queue. */
export async function clockIn(desk: OwningDesk, boss: Boss, options: ClockingIn): Promise<TimeClock> {
  const { heartbeatSeconds = HEARTBEAT, mostDeaths } = options;
  await boss.settle(heartbeatSeconds, mostDeaths);
  return new ClockedIn(desk, boss, heartbeatSeconds);
}

/** What workers are to carry out by now; a run moved to a later time has another job for that. */
const wanted = sql<boolean>`durable and (state = 'running' or (state = 'queued' and queued_for <= now() + interval '1 second'))`;

function unlessUnwanted(error: unknown): undefined {
  if (error instanceof StorageError && error.code === 'conflict') return undefined;
  throw error;
}

class ClockedIn implements TimeClock {
  readonly #desk: OwningDesk;
  readonly #boss: Boss;
  readonly #heartbeat: number;
  readonly #taken = new Map<string, Job>();
  /** Runs have ended whose secrets still stand in files of the database. */
  #unswept = false;

  constructor(desk: OwningDesk, boss: Boss, heartbeat: number) {
    this.#desk = desk;
    this.#boss = boss;
    this.#heartbeat = heartbeat;
  }

  async take(most: number, limits?: HostLimits): Promise<readonly Job[]> {
    const jobs = await this.#boss.take(most, limits);
    for (const job of jobs) this.#taken.set(job.id, job);
    if (this.#heartbeat < SHORTEST_HEARTBEAT) await this.#watchMore(jobs);
    return jobs;
  }

  async own({ run }: Job): Promise<TakenRun | undefined> {
    const row = await findRunRow(this.#desk.database, run);
    if (row === undefined || !row.open) return undefined;
    const sweepLater = (): void => {
      this.#unswept = true;
    };
    const owned = await takeOverRun({ ...this.#desk, sweepLater }, run, wanted).catch(unlessUnwanted);
    return owned && { owned, acceptRefused: row.accept_refused, tries: row.tries };
  }

  async beat(jobs: readonly Job[]): Promise<readonly Job[]> {
    await this.#desk.presence.keep();
    const mine = await this.#boss.touch(jobs);
    return jobs.filter(({ id }) => !mine.includes(id));
  }

  async #sweepSecrets(): Promise<void> {
    if (!this.#unswept) return;
    this.#unswept = false;
    await sweepSecrets(this.#desk.database);
  }

  /** pg-boss takes no shorter heartbeat than its own shortest when a job is made. */
  async #watchMore(jobs: readonly Job[]): Promise<void> {
    await sql`update ${sql.ref(`${QUEUE_SCHEMA}.job`)} set heartbeat_seconds = ${this.#heartbeat}
      where id = any(${jobs.map(({ id }) => id)}::uuid[])`.execute(this.#desk.database);
  }

  async finish(job: Job): Promise<void> {
    await this.#boss.complete(job);
    this.#taken.delete(job.id);
  }

  async putOff(job: Job, again: Again): Promise<void> {
    await this.#desk.database.transaction().execute(async (session) => {
      if (!(await this.#boss.complete(job, session))) return;
      const host = await requeue(session, job.run, again);
      if (host !== undefined) await this.#boss.send([{ run: job.run, host, after: again.notBefore }], session);
    });
    this.#taken.delete(job.id);
  }

  async fail(job: Job): Promise<void> {
    await this.#boss.fail([job]);
    this.#taken.delete(job.id);
  }

  async stopsAsked(runs: readonly string[]): Promise<readonly string[]> {
    if (runs.length === 0) return [];
    const rows = await this.#desk.database
      .selectFrom('run')
      .select('id')
      .where('id', 'in', runs)
      .where('stop_asked_by', 'is not', null)
      .execute();
    return rows.map(({ id }) => id);
  }

  async restMilliseconds(run: string, callMilliseconds: number): Promise<number> {
    return restOf(this.#desk.database, run, callMilliseconds);
  }

  async note(places: ReadonlyMap<string, Progress>): Promise<void> {
    await notePlaces(this.#desk.database, places);
  }

  async seat(host: string, seats: number): Promise<Seat | undefined> {
    const { presence } = this.#desk;
    for (let number = 1; number <= seats; number += 1) {
      const place = `seat ${number} at ${host}`;
      if (await presence.take(place)) return { leave: async () => presence.release(place) };
    }
    return undefined;
  }

  async beginNight(name: string, date: string): Promise<boolean> {
    return beginNight(this.#desk.database, name, date);
  }

  async endNight(name: string, date: string): Promise<void> {
    await endNight(this.#desk.database, name, date);
  }

  async sweep(): Promise<Swept> {
    await this.#sweepSecrets();
    await this.#boss.supervise();
    return sweep(this.#desk.database, this.#boss, this.#heartbeat);
  }

  async clockOut(): Promise<void> {
    await this.#sweepSecrets();
    await this.#boss.fail([...this.#taken.values()]);
    this.#taken.clear();
  }
}

/** A call of an owner that ended its run properly had come back; one of an owner that did not may still be on its way. */
async function restOf(database: Database, run: string, callMilliseconds: number): Promise<number> {
  const { rows } = await sql<{ readonly rest: number | null }>`
    select ${callMilliseconds}::float8 - extract(epoch from clock_timestamp() - max(s.begun_at))::float8 * 1000 as rest
    from lethe.run r join lethe.step s on s.run = r.id
    where r.id = ${run} and s.outcome is null and s.begun_at > coalesce(r.ended_at, '-infinity')`.execute(database);
  return Math.min(callMilliseconds, Math.max(0, rows[0]?.rest ?? 0));
}
