import { randomUUID } from 'node:crypto';

import { Fenced } from '@lethe/core';
import type { Ending, OwnedRun, RunRecord, RunSecrets, RunState } from '@lethe/core';
import { sql } from 'kysely';

import { openSecrets, sweepSecrets } from '../secrets/run-secrets.ts';
import type { Desk } from './plans.ts';
import type { Presence } from './presence.ts';
import { endedAlready, noSuch } from './run-conflicts.ts';
import { findRun } from './run-records.ts';
import { RunJournal, type Ownership } from './run-journal.ts';

/** What owning a run takes beside the desk. */
export interface OwningDesk extends Desk {
  readonly presence: Presence;
}

/** Takes an open run over: whoever owned it can write nothing more. */
export async function takeOverRun(desk: OwningDesk, run: string): Promise<OwnedRun> {
  const record = await findRun(desk.database, run);
  if (!record) throw noSuch('run', run);
  const secrets = await openSecrets(desk.database, record.plan.id, await desk.keys());
  return owning(desk, run, async ({ token }) => {
    const taken = await desk.database
      .updateTable('run')
      .set({ token, state: 'running' })
      .where('id', '=', run)
      .where('open', '=', true)
      .executeTakeFirst();
    if (taken.numUpdatedRows === 0n) throw endedAlready(run);
    return secrets;
  });
}

/** What an open run knows about its person; nothing once it has ended. */
export async function secretsOfRun({ database, keys }: Desk, run: string): Promise<RunSecrets | undefined> {
  const record = await findRun(database, run);
  if (!record || !openStates.includes(record.state)) return undefined;
  return openSecrets(database, record.plan.id, await keys());
}

const openStates: readonly RunState[] = ['running', 'stopped'];

/** Shows that this process lives before the run is its own, so that nobody ever sees it orphaned. */
export async function owning(
  desk: OwningDesk,
  run: string,
  take: (own: Ownership) => Promise<OwnedRun['secrets']>,
): Promise<OwnedRun> {
  const own: Ownership = { run, token: randomUUID() };
  await desk.presence.hold(own.token);
  try {
    const secrets = await take(own);
    return await ownedRun(desk, own, secrets);
  } catch (error) {
    await desk.presence.release(own.token);
    throw error;
  }
}

async function ownedRun(desk: OwningDesk, own: Ownership, secrets: OwnedRun['secrets']): Promise<OwnedRun> {
  const journal = new RunJournal(desk.database, desk.committer, own);
  const record = await storedRun(desk, own.run);
  return { record, secrets, journal, end: async (ending) => endRun(desk, { own, journal }, ending) };
}

async function endRun(
  desk: OwningDesk,
  { own, journal }: { readonly own: Ownership; readonly journal: RunJournal },
  ending: Ending,
): Promise<RunRecord> {
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
  return storedRun(desk, own.run);
}

async function storedRun({ database }: OwningDesk, id: string): Promise<RunRecord> {
  const record = await findRun(database, id);
  if (!record) throw noSuch('run', id);
  return record;
}
