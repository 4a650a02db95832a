import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { emptyLedger, linkedEntry, verifyLedger } from '@lethe/core';
import { endingIn, inventedRecord, inventedSecrets } from '@lethe/core/testing';
import { join } from 'node:path';

import { addressFrom } from '../connection/address.ts';
import { openDatabase } from '../connection/database.ts';
import { sealSecrets } from '../secrets/run-secrets.ts';
import { loadKeys } from '../secrets/sealing-key.ts';
import { openStorage } from '../storage.ts';
import { collect } from '../testing/collect.ts';
import { makeTemporaryDirectory, type TemporaryDirectory } from '../testing/temporary-directory.ts';
import { makeTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations.ts';

let folder: TemporaryDirectory;
let database: TestDatabase;
const run = '0c0c0c0c-0000-4000-8000-000000000001';
const record = inventedRecord();

beforeAll(async () => {
  folder = await makeTemporaryDirectory();
  database = await makeTestDatabase();
  await database.ask('drop schema lethe cascade');
  const first = Object.entries(migrations).filter(([name]) => name <= '0003-host-secret');
  const old = openDatabase(addressFrom(database.url));
  await migrate(old, { migrations: Object.fromEntries(first) });
  await old.destroy();
  await fillAsThen();
});
afterAll(async () => {
  await database.remove();
  await folder.remove();
});

/** A reviewed plan and a run that stopped, written as the version with these three changes wrote them. */
async function fillAsThen(): Promise<void> {
  const { id, host, person, personKind, plan, reviewedBy, reviewedAt } = record;
  await database.ask('insert into lethe.plan values ($1, $2, $3, $4, $5, $6, $7, $8)', [
    ...[id, host, person, personKind, plan.digest, JSON.stringify(plan), reviewedBy, reviewedAt],
  ]);
  const { keyId, bytes } = sealSecrets(inventedSecrets(), id, await loadKeys({ file: join(folder.path, 'key') }));
  await database.ask('insert into lethe.secret values ($1, $2, $3)', [id, keyId, bytes]);
  await database.ask(
    `insert into lethe.run (id, plan, host, person, state, open, approved_by, approved_at, approved_digest, approved_phrase, acknowledged)
     values ($1, $2, $3, $4, 'stopped', true, 'operator-1', now(), $5, 'ANONYMIZE 3', '{}')`,
    [run, id, host, person, plan.digest],
  );
  await database.ask(`insert into lethe.step values ($1, $2, 1, now(), 'clean', null, null, now())`, [run, 'step:1']);
  const entry = linkedEntry(emptyLedger, { what: 'run-approved', run }, new Date('2026-11-01T01:00:00Z'));
  await database.ask('insert into lethe.ledger values ($1, $2, $3, $4, $5)', [
    ...[entry.seq, entry.at, JSON.stringify(entry.fact), entry.prev, entry.hash],
  ]);
  await database.ask('update lethe.ledger_head set seq = $1, hash = $2', [entry.seq, entry.hash]);
}

describe('a database of the first version', () => {
  it('is brought up to date by whoever opens it, and its stopped run goes on to its end', async () => {
    const storage = await openStorage({ databaseUrl: database.url, keyFile: join(folder.path, 'key'), env: {} });
    expect((await collect(storage.outcomes(run))).map(({ outcome }) => outcome)).toEqual(['clean']);
    const owned = await storage.takeOver(run);
    expect(owned.record.plan).toEqual(record);
    expect(owned.secrets.identifiers.names).toEqual(['Ada King']);
    await owned.journal.write({ facts: [{ what: 'run-resumed', run }] });
    await owned.end(endingIn('done'));

    expect(await verifyLedger(storage.ledger())).toMatchObject({ ok: true, entries: expect.any(Number) });
    expect((await collect(storage.ledger())).map(({ fact }) => fact.what)).toEqual(
      expect.arrayContaining(['run-approved', 'run-resumed']),
    );
    const done = await database.ask('select name from lethe.kysely_migration order by name');
    expect(done.map(({ name }) => name)).toEqual(Object.keys(migrations));
    await storage.close();
  });
});
