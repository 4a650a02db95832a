import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { reportOf, verifyLedger } from '@lethe/core';
import { endingIn } from '@lethe/core/testing';

import type { StorageOptions } from '../opening.ts';
import { openStorage } from '../storage.ts';
import { collect } from '../testing/collect.ts';
import { makeTemporaryDirectory, type TemporaryDirectory } from '../testing/temporary-directory.ts';
import { makeTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { begun } from '../testing/test-storage.ts';
import { moveDatabase } from './move.ts';

let folder: TemporaryDirectory;
let server: TestDatabase;
beforeAll(async () => {
  folder = await makeTemporaryDirectory();
  server = await makeTestDatabase();
}, 60_000);
afterAll(async () => {
  await server.remove();
  await folder.remove();
});

const keyFile = (): string => join(folder.path, 'key');
const embedded = (): StorageOptions => ({ dataDirectory: join(folder.path, 'data'), keyFile: keyFile(), env: {} });
const onServer = (): StorageOptions => ({ databaseUrl: server.url, keyFile: keyFile(), env: {} });

describe('moving a database', () => {
  it('from the embedded server to another and back keeps every run, and its ledger whole', async () => {
    const before = await openStorage(embedded());
    const done = await (await begun(before, 'person-a')).end(endingIn('done'));
    const certificate = await before.certificates.issue({ run: done, report: reportOf(done, []) });
    const stopped = await begun(before, 'person-b');
    await stopped.end(endingIn('stopped'));
    const ledger = await collect(before.ledger());
    const going = await begun(before, 'person-c');

    const there = { from: embedded(), to: onServer(), toward: 'a server', by: 'operator-1' };
    await expect(moveDatabase(there)).rejects.toMatchObject({ code: 'busy' });
    await going.end(endingIn('stopped'));
    await before.close();
    await moveDatabase(there);

    await expect(openStorage(embedded())).rejects.toThrow('What was in this database has been moved: a server.');
    const moved = await openStorage(onServer());
    expect((await collect(moved.ledger())).slice(0, ledger.length)).toEqual(ledger);
    expect(await moved.certificates.edition(done.id)).toEqual(certificate);
    expect(await moved.certificates.accountOf(done, 'person-a')).toBe(certificate.certificate.account);
    await (await moved.takeOver(stopped.record.id)).end(endingIn('done'));
    await moved.close();

    await moveDatabase({ from: onServer(), to: embedded(), toward: 'the embedded one', by: 'operator-1' });
    const back = await openStorage(embedded());
    expect((await back.runs()).map(({ state }) => state).sort()).toEqual(['done', 'done', 'stopped']);
    expect(await verifyLedger(back.ledger())).toMatchObject({ ok: true });
    expect((await collect(back.ledger())).filter(({ fact }) => fact.what === 'database-moved')).toHaveLength(2);
    await back.close();
    expect(await server.ask('select count(*)::int as secrets from lethe.secret')).toEqual([{ secrets: 0 }]);
    expect(await server.ask('select sealed from lethe.certificate_key')).toEqual([{ sealed: null }]);
  });

  it('goes nowhere where something is already', async () => {
    const other = await makeTestDatabase();
    const taken = { databaseUrl: other.url, keyFile: keyFile(), env: {} };
    const storage = await openStorage(taken);
    await storage.note({ what: 'rules-changed' });
    await storage.close();
    const moving = { from: embedded(), to: taken, toward: 'a server', by: 'operator-1' };

    await expect(moveDatabase(moving)).rejects.toMatchObject({ code: 'conflict' });
    await (await openStorage(embedded())).close();
    await other.remove();
  });
});
