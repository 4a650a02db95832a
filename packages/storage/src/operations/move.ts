import { PassThrough } from 'node:stream';

import { sql } from 'kysely';

import type { Database } from '../connection/database.ts';
import { Committer } from '../ledger/commit.ts';
import { migrate } from '../migrations/migrate.ts';
import type { StorageOptions } from '../opening.ts';
import { StorageError } from '../storage-error.ts';
import type { BackupHeader } from './backup-format.ts';
import { dumpTo, type WriteLines } from './dump.ts';
import { withDatabase } from './operations.ts';
import { restoreInto, type Restored } from './restore.ts';
import { refuseMoved } from './vacancy.ts';
import { writeTo } from './write-to.ts';

/** From where to where, and who does it. */
export interface Moving {
  readonly from: StorageOptions;
  readonly to: StorageOptions;
  /** In words for whoever still opens the old place. */
  readonly toward: string;
  readonly by: string;
}

/**
 * Moves everything from one database to another, in which nothing may be: rows are counted and the ledger is followed from end to
 * end before the old place is closed. That keeps its rows, without secrets, and refuses from then on to be opened.
 * @throws StorageError `busy` while anything else works on the old one, `conflict` when the new one is in use.
 */
export async function moveDatabase({ from, to, toward, by }: Moving): Promise<Restored> {
  const now = from.now ?? (() => new Date());
  return withDatabase(from, async (source) => {
    await migrate(source);
    await refuseMoved(source);
    await refuseBusy(source);
    return withDatabase(to, async (target) => {
      const moved = await copy(source, target, now);
      await closeSource(source, moved.header, toward).catch(async (error: unknown) => {
        await sql`drop schema lethe cascade`.execute(target);
        throw error;
      });
      const facts = [{ what: 'database-moved', actor: by, digest: moved.header.ledger.hash }] as const;
      await new Committer(target, now).commit({ condition: sql`select 1 as one`, parts: [], facts });
      return moved;
    });
  });
}

async function copy(source: Database, target: Database, now: () => Date): Promise<Restored> {
  const lines = new PassThrough({ objectMode: true });
  const write: WriteLines = async (some) => {
    for (const line of some) await writeTo(lines, line);
  };
  const reading = dumpTo(source, { write, now }).then(
    () => lines.end(),
    (error: unknown) => lines.destroy(error instanceof Error ? error : new TypeError('What was thrown is no error.')),
  );
  try {
    return await restoreInto(target, linesOf(lines), { now });
  } finally {
    lines.destroy();
    await reading;
  }
}

async function* linesOf(stream: PassThrough): AsyncGenerator<string> {
  for await (const line of stream) yield String(line);
}

/** Whoever else is connected could write something that is not copied any more. */
async function refuseBusy(source: Database): Promise<void> {
  const { rows } = await sql<{ others: number }>`select count(*)::int as others from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()
      and (application_name like 'lethe%' or application_name like 'pgboss%')`.execute(source);
  if ((rows[0]?.others ?? 0) > 0) throw busy();
}

async function closeSource(source: Database, { ledger }: BackupHeader, toward: string): Promise<void> {
  await source.transaction().execute(async (session) => {
    await sql`lock table lethe.ledger_head, lethe.run, lethe.plan, lethe.secret in exclusive mode`.execute(session);
    const head = await session.selectFrom('ledger_head').selectAll().executeTakeFirstOrThrow();
    if (head.hash !== ledger.hash) throw busy();
    await refuseBusy(session);
    await sql`delete from lethe.secret`.execute(session);
    await sql`delete from lethe.host_secret`.execute(session);
    await sql`delete from lethe.added_host_key`.execute(session);
    await sql`update lethe.certificate_key set sealed = null`.execute(session);
    await sql`insert into lethe.moved (target) values (${toward})`.execute(session);
  });
  await sql`vacuum full lethe.secret, lethe.host_secret, lethe.added_host_key, lethe.certificate_key`.execute(source);
}

function busy(): StorageError {
  return new StorageError('busy', 'Something else works on this database.', {
    remedy: 'Stop every lethe server, worker and command on it, then repeat the command. Nothing was moved.',
  });
}
