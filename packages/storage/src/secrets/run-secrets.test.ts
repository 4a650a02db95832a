import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { endingIn, hunterFor, inventedRecord, inventedSecrets, type Secret } from '@lethe/core/testing';

import { layoutOf } from '../embedded/layout.ts';
import { begun, TestStorage } from '../testing/test-storage.ts';

const ground = new TestStorage();

describe("a run's secrets", () => {
  it('are nowhere in the files of the database: not in tables, not in its write-ahead log, not in its own log', async () => {
    const { storage, database } = ground;
    const since = Date.now() - 1000;
    const run = await begun(storage);
    await run.journal.write({ facts: [{ what: 'run-started', run: run.record.id }] });
    await database.ask('checkpoint');
    const { addresses = [], names = [], logins = [] } = inventedSecrets().identifiers;
    const key = Buffer.from(run.secrets.key);
    const texts = [...addresses, ...names, ...logins, key.toString('hex'), key.toString('base64')];
    const hunt = hunterFor([
      ...texts.map(secretCalled('secret')),
      secretCalled('control')(run.record.plan.plan.digest),
    ]);
    const { hits, bytes } = await hunt(filesWritten(layoutOf(database.directory).cluster, since));
    expect(new Set(hits.map(({ secret }) => secret))).toEqual(new Set(['control']));
    expect(bytes).toBeGreaterThan(1_000_000);
    expect(texts).toHaveLength(5);
  }, 60_000);

  it('are gone from the file of their table, sealed as they were, when the run has ended', async () => {
    const { storage, database } = ground;
    const run = await begun(storage);
    const select = "select encode(sealed, 'hex') as sealed from lethe.secret where plan = $1";
    const [row] = await database.ask(select, [run.record.plan.id]);
    const sealed = String(row?.['sealed']);
    expect(sealed).toMatch(/^[0-9a-f]{100,}$/);
    expect(await fileOfSecrets()).toContain(sealed);
    await run.end(endingIn('done'));
    expect(await fileOfSecrets()).not.toContain(sealed);
  }, 20_000);

  it('cannot be opened without their key, and can again when it is back', async () => {
    const run = await begun(ground.storage);
    const stranger = await ground.open({ env: { LETHE_KEY: randomBytes(32).toString('base64') } });
    await expect(stranger.secretsOf(run.record.id)).rejects.toMatchObject({ code: 'key' });
    await expect(stranger.takeOver(run.record.id)).rejects.toMatchObject({ code: 'key' });
    await stranger.close();
    expect(await ground.storage.run(run.record.id)).toMatchObject({ state: 'running' });
    expect(await ground.storage.secretsOf(run.record.id)).toEqual(run.secrets);
  });

  it('cannot be opened in the place of those of another plan', async () => {
    const [one, other] = [await begun(ground.storage), await begun(ground.storage)];
    await ground.database.ask(
      'update lethe.secret set sealed = (select sealed from lethe.secret where plan = $2) where plan = $1',
      [one.record.plan.id, other.record.plan.id],
    );
    await expect(ground.storage.secretsOf(one.record.id)).rejects.toThrow('was changed or moved');
  });

  it('do not use an approval up when they cannot be opened', async () => {
    const stranger = await ground.open({ env: { LETHE_KEY: randomBytes(32).toString('base64') } });
    const record = inventedRecord();
    await ground.storage.savePlan(record, inventedSecrets());
    const approval = { digest: record.plan.digest, typed: '', by: 'reviewer-1', at: new Date(), acknowledged: [] };
    await expect(stranger.begin(record.id, approval)).rejects.toMatchObject({ code: 'key' });
    await stranger.close();
    expect((await ground.storage.begin(record.id, approval)).record.state).toBe('running');
  });
});

describe('a new sealing key', () => {
  it('opens what was sealed before, and after resealing needs the old key no more', async () => {
    const oldKey = (await readFile(ground.keyFile, 'utf8')).trim();
    const key = randomBytes(32).toString('base64');
    const run = await begun(ground.storage);
    await ground.database.ask('delete from lethe.secret where plan <> $1', [run.record.plan.id]);
    const both = await ground.open({ env: { LETHE_KEY: key, LETHE_OLD_KEYS: oldKey } });
    expect(await both.secretsOf(run.record.id)).toEqual(run.secrets);
    expect(await both.reseal()).toBeGreaterThan(0);
    expect(await both.reseal()).toBe(0);
    await both.close();
    const onlyNew = await ground.open({ env: { LETHE_KEY: key } });
    expect(await onlyNew.secretsOf(run.record.id)).toEqual(run.secrets);
    await onlyNew.close();
  });
});

/** The bytes of every file that was written since; one that vanishes while it is read is passed over, as servers do that. */
async function* filesWritten(directory: string, since: number): AsyncGenerator<Uint8Array> {
  for (const entry of await readdir(directory, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const state = await stat(path).catch(() => undefined);
    if (state?.isFile() !== true || state.mtimeMs < since) continue;
    const bytes = await readFile(path).catch(() => undefined);
    if (bytes !== undefined) yield bytes;
  }
}

/** What lies on disk as the table of secrets, its outsourced long values included, in hex. */
async function fileOfSecrets(): Promise<string> {
  const { database } = ground;
  await database.ask('checkpoint');
  const rows = await database.ask(`select pg_relation_filepath(oid) as path from pg_class
    where oid = 'lethe.secret'::regclass or oid = (select reltoastrelid from pg_class where oid = 'lethe.secret'::regclass)`);
  const files = rows.map(({ path }) => join(layoutOf(database.directory).cluster, String(path)));
  return (await Promise.all(files.map(async (file) => readFile(file, 'hex')))).join(' ');
}

function secretCalled(label: string): (text: string) => Secret {
  return (text) => ({ label, text, in: [] });
}
