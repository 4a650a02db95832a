import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

import { addressFrom } from '../connection/address.ts';
import { openDatabase } from '../connection/database.ts';
import { clusterVersion } from '../embedded/binaries.ts';
import type { Login } from '../embedded/postmaster.ts';
import { startOrAttach } from '../embedded/start-or-attach.ts';
import { migrate } from '../migrations/migrate.ts';

/** A database of its own for one test file, with all tables and nothing in them. */
export interface TestDatabase {
  readonly url: string;
  /** Runs a statement as its owner. */
  ask(sql: string, values?: readonly unknown[]): Promise<readonly Record<string, unknown>[]>;
  /** Where the server keeps its files. */
  readonly directory: string;
  remove(): Promise<void>;
}

/**
 * Makes an empty database on the server all test files of this machine share. The server is started by the first and
 * stopped by the last of them; its directory is kept, so that it is created once.
 */
export async function makeTestDatabase(): Promise<TestDatabase> {
  const directory = join(tmpdir(), `lethe-tests-${process.getuid?.() ?? 0}-${clusterVersion}`);
  const embedded = await startOrAttach(directory);
  const { login } = embedded;
  await dropForgotten(login);
  const name = `test_${Date.now()}_${randomUUID().slice(0, 8)}`;
  const template = await ensureTemplate(login);
  await asOwner(urlOf(login, 'postgres'), `create database ${name} template ${template}`);
  return {
    url: urlOf(login, name),
    directory,
    ask: async (sql, values = []) => asOwner(urlOf(login, name), sql, values),
    remove: async () => {
      await asOwner(urlOf(login, 'postgres'), `drop database if exists ${name} with (force)`);
      await embedded.leave();
    },
  };
}

/** Databases of tests that were killed more than an hour ago. */
async function dropForgotten(login: Login): Promise<void> {
  const url = urlOf(login, 'postgres');
  const names = await asOwner(
    url,
    `select datname as name from pg_database where datname ~ '^test_[0-9]+_'
    and split_part(datname, '_', 2)::bigint < ${Date.now() - 3_600_000}`,
  );
  for (const { name } of names) await asOwner(url, `drop database if exists ${String(name)} with (force)`);
}

/** The migrated database others are copied from; another one once the migrations are edited. */
async function ensureTemplate(login: Login): Promise<string> {
  const template = `template_${await digestOfMigrations()}`;
  const client = new pg.Client(urlOf(login, 'postgres'));
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(7351)');
    const { rowCount } = await client.query('select from pg_database where datname = $1', [template]);
    if (rowCount === 0) await makeTemplate(client, login, template);
  } finally {
    await client.end();
  }
  return template;
}

async function makeTemplate(client: pg.Client, login: Login, template: string): Promise<void> {
  const draft = `draft_${randomUUID().replaceAll('-', '')}`;
  await client.query(`create database ${draft}`);
  const database = openDatabase(addressFrom(urlOf(login, draft)));
  await migrate(database);
  await database.destroy();
  await client.query(`alter database ${draft} rename to ${template}`);
}

async function digestOfMigrations(): Promise<string> {
  const directory = new URL('../migrations/', import.meta.url);
  const hash = createHash('sha256');
  for (const name of (await readdir(directory)).sort()) hash.update(await readFile(new URL(name, directory)));
  return hash.digest('hex').slice(0, 16);
}

function urlOf({ user, password, host, port }: Login, database: string): string {
  return `postgres://${user}:${password}@${host}:${port}/${database}`;
}

async function asOwner(url: string, sql: string, values: readonly unknown[] = []) {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql, [...values]);
    return rows;
  } finally {
    await client.end();
  }
}
