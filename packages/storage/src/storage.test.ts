import { inspect } from 'node:util';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import pg from 'pg';
import { z } from 'zod';

import { addressFrom } from './connection/address.ts';
import { openDatabase } from './connection/database.ts';
import { findFreePort } from './embedded/server.ts';
import { migrate } from './migrations/migrate.ts';
import { migrations } from './migrations/migrations.ts';
import { openStorage } from './storage.ts';
import { collect } from './testing/collect.ts';
import { makeTemporaryDirectory, type TemporaryDirectory } from './testing/temporary-directory.ts';
import { begun, TestStorage } from './testing/test-storage.ts';

const ground = new TestStorage();

describe('storage on a server of the customer', () => {
  it('says where it looked when nothing answers', async () => {
    const port = await findFreePort();
    const refused = openStorage({ databaseUrl: `postgres://someone:s3cret@127.0.0.1:${port}/lethe`, env: {} });
    await expect(refused).rejects.toMatchObject({ code: 'unreachable' });
    await expect(refused).rejects.toThrow(`PostgreSQL at 127.0.0.1:${port} cannot be reached.`);
  });

  it.each([
    ['a wrong password', (url: URL) => (url.password = 's3cret')],
    ['an unknown user', (url: URL) => (url.username = 'somebody')],
    ['a database that is not there', (url: URL) => (url.pathname = '/no-such-database')],
  ])('does not tell the password when it is refused for %s', async (_what, spoil) => {
    const url = new URL(ground.database.url);
    const { password } = url;
    spoil(url);
    const error: unknown = await openStorage({ databaseUrl: url.href, env: {} }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'refused' });
    expect(inspect(error, { depth: 9 })).not.toContain(password);
    expect(inspect(error, { depth: 9 })).not.toContain('s3cret');
  });

  it('says so when the server is read-only', async () => {
    const url = new URL(ground.database.url);
    url.searchParams.set('options', '-c default_transaction_read_only=on');
    const replica = await ground.open({ databaseUrl: url.href });
    await expect(replica.note({ what: 'rules-changed' })).rejects.toMatchObject({ code: 'read-only' });
    await replica.close();
  });

  it('goes on with a run after all its sessions were cut', async () => {
    const { journal, record } = await begun(ground.storage);
    await ground.database.ask(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`);
    await untilReached(async () => journal.write({ facts: [{ what: 'run-started', run: record.id }] }));
    const facts = (await collect(ground.storage.ledger())).map(({ fact }) => fact);
    expect(facts).toContainEqual({ what: 'run-started', run: record.id });
  });

  it('outlives a session that is cut while it is held and idle', async () => {
    const database = openDatabase(addressFrom(ground.database.url));
    await database.connection().execute(async (session) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(session);
      await ground.database.ask('select pg_terminate_backend($1, 5000)', [rows[0]?.pid]);
      await expect(sql`select 1`.execute(session)).rejects.toMatchObject({ code: 'unreachable' });
    });
    await database.destroy();
  });

  it('refuses tables that a newer version has changed', async () => {
    await ground.database.ask(`insert into lethe.kysely_migration values ('9999-of-the-future', now()::text)`);
    await expect(ground.open()).rejects.toMatchObject({
      code: 'too-new',
      message: expect.stringContaining('Update lethe'),
    });
    await ground.database.ask(`delete from lethe.kysely_migration where name = '9999-of-the-future'`);
    await (await ground.open()).close();
  });

  it('refuses a server that is too old', async () => {
    const name = `old_${Date.now()}`;
    await ground.database.ask(`create database ${name}`);
    const database = openDatabase(addressFrom(withDatabase(ground.database.url, name)));
    await expect(migrate(database, { oldestServer: 990_000 })).rejects.toMatchObject({ code: 'too-old' });
    await database.destroy();
    await ground.database.ask(`drop database ${name}`);
  });

  it('makes its tables once when several processes come at the same time', async () => {
    const name = `many_${Date.now()}`;
    await ground.database.ask(`create database ${name}`);
    const url = withDatabase(ground.database.url, name);
    const stores = await Promise.all([1, 2, 3, 4].map(async () => ground.open({ databaseUrl: url })));
    const ids = await Promise.all(stores.map(async (store) => store.installation()));
    expect(new Set(ids).size).toBe(1);
    await Promise.all(stores.map(async (store) => store.close()));
    const client = new pg.Client(url);
    await client.connect();
    const { rows } = await client.query('select name from lethe.kysely_migration');
    await client.end();
    expect(rows).toEqual(Object.keys(migrations).map((done) => ({ name: done })));
    await ground.database.ask(`drop database ${name}`);
  }, 20_000);
});

describe('storage of its own', () => {
  let temporary: TemporaryDirectory;
  beforeAll(async () => {
    temporary = await makeTemporaryDirectory();
  });
  afterAll(async () => temporary.remove());

  it('needs nothing but a directory, keeps what was stored, and can be used by two at once', async () => {
    const env = { LETHE_DATA_DIR: temporary.path, LETHE_KEY_FILE: join(temporary.path, 'key') };
    const first = await openStorage({ env });
    const { record } = await begun(first);
    const second = await openStorage({ env });
    await first.close();
    expect(await second.run(record.id)).toMatchObject({ state: 'stopped' });
    await second.close();
    const third = await openStorage({ env });
    expect((await third.takeOver(record.id)).record.state).toBe('running');
    await third.close();
  }, 60_000);
});

describe('settings documents', () => {
  const greeting = { name: 'greeting', schema: z.strictObject({ text: z.string() }) };
  const edit = { by: 'operator-1', facts: [{ what: 'rules-changed', actor: 'operator-1' }] } as const;

  it('keep every version, with who made it, and leave a line in the ledger', async () => {
    const { settings } = ground.storage;
    expect(await settings.read(greeting)).toBeUndefined();
    expect(await settings.change(greeting, { ...edit, document: { text: 'one' }, seen: 0 })).toBe(1);
    expect(await settings.change(greeting, { ...edit, document: { text: 'two' }, seen: 1 })).toBe(2);
    expect(await settings.read(greeting)).toMatchObject({
      version: 2,
      document: { text: 'two' },
      changedBy: 'operator-1',
    });
    expect(await settings.read(greeting, 1)).toMatchObject({ version: 1, document: { text: 'one' } });
    const lines = (await collect(ground.storage.ledger())).filter(({ fact }) => fact.what === 'rules-changed');
    expect(lines).toHaveLength(2);
  });

  it('are not changed by somebody who has not seen the newest version, and no line is written', async () => {
    const { settings } = ground.storage;
    const before = await collect(ground.storage.ledger());
    const late = settings.change(greeting, { ...edit, document: { text: 'late' }, seen: 1 });
    await expect(late).rejects.toMatchObject({ code: 'conflict' });
    expect(await collect(ground.storage.ledger())).toEqual(before);
    expect(await settings.read(greeting)).toMatchObject({ document: { text: 'two' } });
  });
});

function withDatabase(address: string, name: string): string {
  const url = new URL(address);
  url.pathname = `/${name}`;
  return url.href;
}

/** Repeats the work as long as the pool gives it sessions that were cut and not noticed yet. */
async function untilReached(work: () => Promise<void>): Promise<void> {
  const fault: unknown = await work().catch((thrown: unknown) => thrown);
  if (fault === undefined) return;
  expect(fault).toMatchObject({ code: 'unreachable' });
  await untilReached(work);
}
