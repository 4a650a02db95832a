import { randomUUID } from 'node:crypto';

import type { Approval, RunRecord } from '@lethe/core';
import { sql } from 'kysely';

import type { Database } from '../connection/database.ts';
import { approvedPlan, beginningOf } from '../runs/begin-run.ts';
import type { OwningDesk } from '../runs/own-run.ts';
import { beginConflict, changedMeanwhile, endedAlready, noSuch, otherRunOpen } from '../runs/run-conflicts.ts';
import { findRun, findRunRow, isUuid } from '../runs/run-records.ts';
import { sweepSecrets } from '../secrets/run-secrets.ts';
import type { Boss } from './boss.ts';
import { requeue } from './requeue.ts';
import type { Again, ClockingIn, QueueCounts, RunQueue, Standing, TimeClock, When } from './run-queue.ts';
import { clockIn } from './time-clock.ts';
import { countsIn, standingOf } from './standing.ts';

/** The queue on an open database; pg-boss is started when it is first needed. */
export class RunQueueOn implements RunQueue {
  readonly #desk: OwningDesk;
  readonly #boss: Boss;

  constructor(desk: OwningDesk, boss: Boss) {
    this.#desk = desk;
    this.#boss = boss;
  }

  async enqueue(plan: string, approval: Approval, { notBefore }: When = {}): Promise<RunRecord> {
    const { database, committer } = this.#desk;
    const record = await approvedPlan(this.#desk, plan, approval);
    const run = { id: randomUUID(), approval, queuedFor: notBefore ?? this.#desk.now() };
    const made = await committer
      .transaction(async (session, commit) => {
        const beginning = await beginningOf({ ...this.#desk, database: session }, record, run);
        await this.#boss.send([{ run: run.id, host: record.host, after: notBefore }], session);
        if ((await commit(beginning)) === undefined) throw changedMeanwhile();
        return beginning;
      })
      .catch(beginConflict);
    if (made.facts.length > 1) await sweepSecrets(database);
    return recordOf(database, run.id);
  }

  async again(run: string, again: Again = {}): Promise<void> {
    const { database } = this.#desk;
    await database.transaction().execute(async (session) => {
      const host = await requeue(session, run, again);
      if (host === undefined) throw await whyNot(session, run);
      await this.#boss.move({ run, host, after: again.notBefore }, session);
    });
  }

  async askToStop(run: string, by: string): Promise<boolean> {
    return (await askToStop(this.#desk.database, by, run)) > 0;
  }

  async askAllToStop(by: string): Promise<number> {
    return askToStop(this.#desk.database, by);
  }

  async standing(runs?: readonly string[]): Promise<readonly Standing[]> {
    return standingOf(this.#desk.database, runs);
  }

  async counts(): Promise<QueueCounts> {
    return countsIn(this.#desk.database);
  }

  async clockIn(options: ClockingIn = {}): Promise<TimeClock> {
    return clockIn(this.#desk, this.#boss, options);
  }
}

async function whyNot(session: Database, run: string): Promise<Error> {
  const row = await findRunRow(session, run);
  if (row === undefined) return noSuch('run', run);
  return row.open ? otherRunOpen(run) : endedAlready(run);
}

/**
 * Those that nobody has begun stop at once; whoever is at the others sees it between two calls. They are locked in the order of
 * their ids, as by workers that write for several: neither ever waits for the other in a circle.
 */
async function askToStop(database: Database, by: string, run?: string): Promise<number> {
  const { rows } = await sql`
    with asked as materialized (
      select id from lethe.run
      where open and (state = 'queued' or state = 'running') and ${run === undefined ? sql`true` : sql`id = ${isUuid(run) ? run : null}::uuid`}
      order by id for no key update
    )
    update lethe.run r set stop_asked_by = ${by}, queued_for = null,
      state = case when r.state = 'queued' then 'stopped' else r.state end
    from asked where r.id = asked.id returning r.id`.execute(database);
  return rows.length;
}

async function recordOf(database: Database, id: string): Promise<RunRecord> {
  const record = await findRun(database, id);
  if (record === undefined) throw noSuch('run', id);
  return record;
}
