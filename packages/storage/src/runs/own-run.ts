import { randomUUID } from 'node:crypto';

import { Fenced } from '@lethe/core';
import type { Ending, OwnedRun, PlanRecord, RunRecord, RunSecrets } from '@lethe/core';
import { sql } from 'kysely';

import { openSecrets, sweepSecrets } from '../secrets/run-secrets.ts';
import type { Desk } from './plans.ts';
import type { Presence } from './presence.ts';
import { endedAlready, noSuch } from './run-conflicts.ts';
import { RunJournal, type Ownership } from './run-journal.ts';
import { findRunRow, planOf, runRecord } from './run-records.ts';

/** What owning a run takes beside the desk. */
export interface OwningDesk extends Desk {
  readonly presence: Presence;
}

/** A run about to be owned, with what was found of it before anything is changed. */
export interface Found {
  readonly run: string;
  readonly plan: PlanRecord;
  readonly secrets: RunSecrets;
}

/** Takes an open run over: whoever owned it can write nothing more. */
export async function takeOverRun(desk: OwningDesk, run: string): Promise<OwnedRun> {
  const row = await findRunRow(desk.database, run);
  if (!row) throw noSuch('run', run);
  if (!row.open) throw endedAlready(run);
  const secrets = await openSecrets(desk.database, row.plan, await desk.keys());
  const plan = await planOf(desk.database, row);
  return owning(desk, { run, plan, secrets }, async ({ token }) => {
    const taken = await desk.database
      .updateTable('run')
      .set({ token, state: 'running' })
      .where('id', '=', run)
      .where('open', '=', true)
      .executeTakeFirst();
    if (taken.numUpdatedRows === 0n) throw endedAlready(run);
  });
}

/** What an open run knows about its person; nothing once it has ended. */
export async function secretsOfRun({ database, keys }: Desk, run: string): Promise<RunSecrets | undefined> {
  const row = await findRunRow(database, run);
  return row?.open === true ? openSecrets(database, row.plan, await keys()) : undefined;
}

/** Shows that this process lives before the run becomes its own, so that nobody ever sees it orphaned. */
export async function owning(
  desk: OwningDesk,
  found: Found,
  take: (own: Ownership) => Promise<void>,
): Promise<OwnedRun> {
  const own: Ownership = { run: found.run, token: randomUUID() };
  await desk.presence.hold(own.token);
  try {
    await take(own);
    const journal = new RunJournal(desk.database, desk.committer, own);
    const record = await recordOf(desk, found);
    const end = async (ending: Ending): Promise<RunRecord> => {
      await endRun(desk, { own, journal }, ending);
      return recordOf(desk, found);
    };
    return { record, secrets: found.secrets, journal, end };
  } catch (error) {
    await desk.presence.release(own.token);
    throw error;
  }
}

async function endRun(
  desk: OwningDesk,
  { own, journal }: { readonly own: Ownership; readonly journal: RunJournal },
  ending: Ending,
): Promise<void> {
  const final = ending.state !== 'stopped';
  const { rows } = await sql`
    with mine as (
      update lethe.run set state = ${ending.state}, open = ${!final}, token = null, ended_at = now(),
        ending = ${JSON.stringify(ending)}::jsonb,
        ledger_seq = ${journal.position?.seq ?? null}, ledger_hash = ${journal.position?.hash ?? null}
      where id = ${own.run} and token = ${own.token} returning plan
    ), destroyed as (delete from lethe.secret s using mine where s.plan = mine.plan and ${final})
    select plan from mine`.execute(desk.database);
  if (rows.length === 0) throw new Fenced();
  await desk.presence.release(own.token);
  if (final) await sweepSecrets(desk.database);
}

async function recordOf({ database }: OwningDesk, { run, plan }: Found): Promise<RunRecord> {
  const row = await findRunRow(database, run);
  if (!row) throw noSuch('run', run);
  return runRecord(row, plan);
}
