import { randomUUID } from 'node:crypto';

import { anchoredFact, Fenced } from '@lethe/core';
import type { Ending, LedgerPosition, OwnedRun, PlanRecord, RunRecord, RunSecrets } from '@lethe/core';
import { sql, type RawBuilder } from 'kysely';

import { chainOf, RunChain } from '../ledger/run-chain.ts';
import type { Ownership } from '../ledger/run-writes.ts';
import type { SharedCommit } from '../ledger/shared-commit.ts';
import type { ErasureState } from '../operations/erasure-record.ts';
import { openSecrets, sweepSecrets } from '../secrets/run-secrets.ts';
import type { Desk } from './plans.ts';
import type { Presence } from './presence.ts';
import { endedAlready, noSuch } from './run-conflicts.ts';
import { RunJournal } from './run-journal.ts';
import { findRunRow, planOf, runRecord } from './run-records.ts';

/** What owning a run takes beside the desk. */
export interface OwningDesk extends Desk {
  readonly presence: Presence;
  /** What all runs of this process write with. */
  readonly shared: SharedCommit;
  readonly now: () => Date;
  /** Told that secrets were destroyed, where somebody else rewrites their table before long; else it is done at once. */
  readonly sweepLater?: () => void;
  /** Keeps outside the database what a run does; before it acts, and before anybody is told that it ended. */
  readonly remember: (run: RunRecord, state: ErasureState) => Promise<void>;
}

/** A run about to be owned, with what was found of it before anything is changed. */
export interface Found {
  readonly run: string;
  readonly plan: PlanRecord;
  readonly secrets: RunSecrets;
}

/** Takes an open run over, if it is as wanted by then: whoever owned it can write nothing more. */
export async function takeOverRun(
  desk: OwningDesk,
  run: string,
  wanted: RawBuilder<boolean> = sql<boolean>`true`,
): Promise<OwnedRun> {
  const row = await findRunRow(desk.database, run);
  if (!row) throw noSuch('run', run);
  if (!row.open) throw endedAlready(run);
  const secrets = await openSecrets(desk.database, row.plan, await desk.keys());
  const plan = await planOf(desk.database, row);
  return owning(desk, { run, plan, secrets }, async ({ token }) => {
    const { rows } = await sql`
      update lethe.run set token = ${token}, state = 'running', queued_for = null,
        started_at = case when durable and ended_at is null and state = 'queued' then now() else started_at end
      where id = ${run} and open and ${wanted} returning id`.execute(desk.database);
    if (rows.length === 0) throw endedAlready(run);
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
    const journal = new RunJournal(desk.database, new RunChain(desk.shared, own, desk.now), own.run);
    const record = await recordOf(desk, found);
    await desk.remember(record, 'begun');
    const end = async (ending: Ending): Promise<RunRecord> => {
      await endRun(desk, { own, record }, ending);
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
  { own, record }: { readonly own: Ownership; readonly record: RunRecord },
  ending: Ending,
): Promise<void> {
  const final = ending.state !== 'stopped';
  const mine = desk.database.selectFrom('run').select(['chain_seq', 'chain_hash']).where('id', '=', own.run);
  const row = await mine.where('token', '=', own.token).executeTakeFirst();
  if (row === undefined) throw new Fenced();
  if (ending.state !== 'stopped') await desk.remember(record, ending.state);
  const ended = await desk.committer.commit({
    condition: sql`select id, plan from lethe.run where id = ${own.run} and token = ${own.token} for no key update`,
    parts: (position) => [writtenEnding(ending, position), destroyedSecrets(final)],
    facts: [anchoredFact(record, ending.state, chainOf(row))],
  });
  if (ended === undefined) throw new Fenced();
  await desk.presence.release(own.token);
  if (final && desk.sweepLater !== undefined) desk.sweepLater();
  else if (final) await sweepSecrets(desk.database);
}

function writtenEnding(ending: Ending, { seq, hash }: LedgerPosition): RawBuilder<unknown> {
  return sql`ended as (
    update lethe.run r set state = ${ending.state}, open = ${ending.state === 'stopped'}, token = null, ended_at = now(),
      ending = ${JSON.stringify(ending)}::jsonb, ledger_seq = ${seq}, ledger_hash = ${hash}
    from go where r.id = go.id)`;
}

function destroyedSecrets(final: boolean): RawBuilder<unknown> {
  return sql`destroyed as (delete from lethe.secret s using go where s.plan = go.plan and ${final})`;
}

async function recordOf({ database }: OwningDesk, { run, plan }: Found): Promise<RunRecord> {
  const row = await findRunRow(database, run);
  if (!row) throw noSuch('run', run);
  return runRecord(row, plan);
}
