import { appendFile, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyLedger } from '@lethe/core';
import { approvalOfRecord, endingIn, inventedRecord, inventedSecrets } from '@lethe/core/testing';

import type { StorageOptions } from '../opening.ts';
import { openStorage } from '../storage.ts';
import { collect } from '../testing/collect.ts';
import { makeTemporaryDirectory, type TemporaryDirectory } from '../testing/temporary-directory.ts';
import { makeTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { begun, TestStorage } from '../testing/test-storage.ts';
import { makeBackup, restoreBackup, withDatabase } from './operations.ts';
import { vacancyOf } from './vacancy.ts';

const ground = new TestStorage();
let folder: TemporaryDirectory;
let spoiled: TestDatabase;
const databases: TestDatabase[] = [];

beforeAll(async () => {
  folder = await makeTemporaryDirectory();
  const done = await begun(ground.storage, 'somebody');
  await done.end(endingIn('done'));
  await begun(ground.storage, 'another');
  spoiled = await another();
  await ground.storage.hostSecret('desk').change(async () => 'canary-of-a-sign-in');
});
afterAll(async () => {
  for (const database of databases) await database.remove();
  await folder.remove();
});

const here = (): StorageOptions => options(ground.database);
const options = ({ url }: TestDatabase): StorageOptions => ({ databaseUrl: url, keyFile: ground.keyFile, env: {} });

async function another(): Promise<TestDatabase> {
  const database = await makeTestDatabase();
  databases.push(database);
  return database;
}

async function backup(name: string, sealed = false): Promise<string> {
  const file = join(folder.path, name);
  await makeBackup(here(), { file, sealed });
  return file;
}

describe('a backup', () => {
  it.each([
    ['plain', false],
    ['sealed', true],
  ])('%s, is restored with every row, its ledger whole and its secrets openable', async (name, sealed) => {
    const file = await backup(name, sealed);
    const target = await another();
    const restored = await restoreBackup(options(target), { file, by: 'operator-1' });
    const storage = await openStorage(options(target));
    const [before, after] = [await collect(ground.storage.ledger()), await collect(storage.ledger())];

    expect(restored.missingKeys).toEqual([]);
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.slice(before.length).map(({ fact }) => fact.what)).toEqual(['backup-restored']);
    expect(await verifyLedger(after)).toMatchObject({ ok: true });
    expect((await storage.runs()).map(({ id, plan }) => [id, plan])).toEqual(
      (await ground.storage.runs()).map(({ id, plan }) => [id, plan]),
    );
    const [open] = await storage.runs({ open: true });
    expect((await storage.secretsOf(open?.id ?? ''))?.identifiers.names).toEqual(['Ada King']);
    expect(await storage.installation()).toBe(await ground.storage.installation());
    await storage.close();
  });

  it('S9 holds no secret in clear, and sealed not even an id', async () => {
    const plain = await readFile(await backup('clear'));
    const sealed = (await readFile(await backup('unclear', true))).toString('latin1');
    const { gunzipSync } = await import('node:zlib');
    const text = gunzipSync(plain.subarray(plain.indexOf('\n') + 1)).toString();

    expect(text).toContain('"person": "somebody"');
    for (const secret of ['canary-of-a-sign-in', 'ada.king', 'Ada King']) expect(text).not.toContain(secret);
    for (const word of ['somebody', 'lethe.plan', 'ledger']) expect(sealed).not.toContain(word);
  });

  it('never writes over a file', async () => {
    const file = join(folder.path, 'mine');
    await writeFile(file, 'mine');
    await expect(makeBackup(here(), { file, sealed: false })).rejects.toMatchObject({ code: 'conflict' });
    expect(await readFile(file, 'utf8')).toBe('mine');
  });
});

describe('a restore', () => {
  it('refuses a database in which anything was done', async () => {
    const file = await backup('whole');
    await expect(restoreBackup(here(), { file, by: 'operator-1' })).rejects.toMatchObject({ code: 'conflict' });
  });

  it.each([
    ['cut off', false, async (file: string) => truncate(file, 900)],
    ['cut off and sealed', true, async (file: string) => truncate(file, 900)],
    ['longer', true, async (file: string) => appendFile(file, 'x')],
    ['changed', false, flipByte],
    ['changed and sealed', true, flipByte],
    ['none at all', false, async (file: string) => writeFile(file, 'GIF89a\n')],
  ])('refuses what is %s, and leaves the database empty', async (what, sealed, spoil) => {
    const file = await backup(what.replaceAll(' ', '-'), sealed);
    await spoil(file);
    await expect(restoreBackup(options(spoiled), { file, by: 'operator-1' })).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(await withDatabase(options(spoiled), async (database) => vacancyOf(database))).toMatch(/^(absent|empty)$/);
  });

  it('takes a whole one after all of these', async () => {
    await restoreBackup(options(spoiled), { file: await backup('good'), by: 'operator-1' });
    expect(await spoiled.ask('select count(*)::int as runs from lethe.run')).toEqual([{ runs: 2 }]);
  });

  it('S18 lets nothing that waited begin by itself', async () => {
    const before = await inventedQueue();
    const target = await another();
    await restoreBackup(options(target), { file: await backup('queued'), by: 'operator-1' });
    const storage = await openStorage(options(target));

    expect((await storage.queue.standing([before])).map(({ state }) => state)).toEqual(['stopped']);
    expect(await target.ask('select thrown from lethe.kill_switch')).toEqual([{ thrown: true }]);
    await storage.close();
  });

  it('refuses a sealed one without its key, and says which', async () => {
    const file = await backup('locked', true);
    const target = await another();
    const refused = restoreBackup(
      { ...options(target), keyFile: join(folder.path, 'another-key') },
      { file, by: 'operator-1' },
    );
    await expect(refused).rejects.toMatchObject({ code: 'key' });
  });
});

/** A run that waits for a worker. */
async function inventedQueue(): Promise<string> {
  const record = inventedRecord();
  await ground.storage.savePlan(record, inventedSecrets());
  return (await ground.storage.queue.enqueue(record.id, approvalOfRecord(record))).id;
}

async function flipByte(file: string): Promise<void> {
  const bytes = await readFile(file);
  const place = Math.floor(bytes.length / 2);
  bytes.writeUInt8(bytes.readUInt8(place) ^ 1, place);
  await writeFile(file, bytes);
}
