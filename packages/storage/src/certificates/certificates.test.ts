import { createPublicKey, randomBytes, verify } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { reportOf, verifyLedger, type RunRecord } from '@lethe/core';
import { checkDue, verifyCertificate, type CertificateVerdict, type VerifyingKey } from '@lethe/core/certificate';
import { endingIn } from '@lethe/core/testing';

import type { StorageOptions } from '../opening.ts';
import { makeBackup, restoreBackup } from '../operations/operations.ts';
import { openStorage } from '../storage.ts';
import type { Storage } from '../store.ts';
import { collect } from '../testing/collect.ts';
import { makeTemporaryDirectory, type TemporaryDirectory } from '../testing/temporary-directory.ts';
import { makeTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { begun, TestStorage } from '../testing/test-storage.ts';
import type { IssuedCertificate } from './editions.ts';

const ground = new TestStorage();
let second: Storage;
let folder: TemporaryDirectory;
let restored: TestDatabase;
beforeAll(async () => {
  second = await ground.open();
  folder = await makeTemporaryDirectory();
  restored = await makeTestDatabase();
}, 60_000);
afterAll(async () => {
  await second.close();
  await restored.remove();
  await folder.remove();
});

async function ended(state: 'done' | 'stopped' = 'done'): Promise<RunRecord> {
  const run = await begun(ground.storage);
  await run.journal.write({ facts: [{ what: 'run-started', run: run.record.id }] });
  return run.end(endingIn(state));
}

async function issue(run: RunRecord, storage = ground.storage): Promise<IssuedCertificate> {
  return storage.certificates.issue({ run, report: reportOf(run, []) });
}

async function keysIn(storage: Storage): Promise<readonly VerifyingKey[]> {
  return (await storage.certificates.keys()).map(({ id, publicKey }) => {
    const key = createPublicKey(publicKey);
    return { id, verifies: async (message, signature) => verify(null, message, key, signature) };
  });
}

async function verdictOn(one: IssuedCertificate, storage = ground.storage): Promise<CertificateVerdict> {
  return verifyCertificate(Buffer.from(one.file), { keys: await keysIn(storage), ledger: storage.ledger() });
}

/** The checks of this run alone, so that tests do not take each other's. */
async function onlyChecksOf(run: RunRecord): Promise<void> {
  await ground.database.ask('update lethe.certificate_check set ended_at = now() where run <> $1', [run.id]);
}

const clean = { result: 'as-left', reread: 3, changed: [], unchecked: 0 } as const;
const factOf = (run: RunRecord) => ({ what: 'verified-later', run: run.id, host: 'helpdesk' }) as const;

describe('issuing a certificate', () => {
  it('signs it with a key of the installation, and its file and its key are in the ledger', async () => {
    const run = await ended();
    expect(await ground.storage.certificates.toIssue(99)).toContain(run.id);
    const issued = await issue(run);

    expect(await verdictOn(issued)).toMatchObject({ ok: true, later: 0 });
    expect(issued.certificate).toMatchObject({ edition: 1, run: run.id, planned: [{ after: '15-minutes' }, {}, {}] });
    expect(issued.certificate.ledger.run?.seq).toBe(1);
    expect(await ground.storage.certificates.toIssue(99)).not.toContain(run.id);
    expect(await ground.storage.certificates.edition(run.id)).toEqual(issued);
  });

  it('is done once by however many want to, with one key', async () => {
    const run = await ended();
    const all = await Promise.all([issue(run), issue(run, second), issue(run), issue(run, second)]);
    expect(new Set(all.map(({ digest }) => digest)).size).toBe(1);
    expect(await ground.storage.certificates.keys()).toHaveLength(1);
    expect(await issue(run, second)).toEqual(all[0]);
  });

  it('is refused for a run that has not ended as done', async () => {
    const run = await ended('stopped');
    expect(await ground.storage.certificates.toIssue(99)).not.toContain(run.id);
    await expect(issue(run)).rejects.toThrow('ended as done');
  });

  it('goes on with another key after it was renewed; what was signed before stays good', async () => {
    const before = await issue(await ended());
    await ground.storage.certificates.renewKey('operator-1');
    const after = await issue(await ended());
    expect(after.certificate.key).not.toBe(before.certificate.key);
    for (const one of [before, after]) expect(await verdictOn(one)).toMatchObject({ ok: true });
    const [current, old] = await ground.storage.certificates.keys();
    expect([current?.retiredAt, old?.retiredAt]).toEqual([undefined, expect.any(Date)]);
  });
});

describe('the private key', () => {
  it('S9 is nowhere in the database in clear, opens for its place only, and is sealed anew with the rest', async () => {
    await issue(await ended());
    const rows = await ground.database.ask('select row_to_json(k)::text as row from lethe.certificate_key k');
    expect(rows.map(({ row }) => String(row)).join()).not.toContain('PRIVATE KEY');
    const oldKey = (await readFile(ground.keyFile, 'utf8')).trim();
    const key = randomBytes(32).toString('base64');
    const both = await ground.open({ env: { LETHE_KEY: key, LETHE_OLD_KEYS: oldKey } });
    expect(await both.reseal()).toBeGreaterThan(0);
    const run = await ended();
    await both.close();
    await expect(issue(run)).rejects.toMatchObject({ code: 'key' });
    const back = await ground.open({ env: { LETHE_KEY: oldKey, LETHE_OLD_KEYS: key } });
    await back.reseal();
    await back.close();
    expect(await verdictOn(await issue(run))).toMatchObject({ ok: true });
  });
});

describe('a receipt', () => {
  it('is made once, its secret is kept nowhere, and the next edition can be linked with it', async () => {
    const run = await ended();
    const first = await issue(run);
    const secret = (await ground.storage.certificates.makeReceipt(run.id, 'operator-1')) ?? '';
    expect(await second.certificates.makeReceipt(run.id, 'operator-2')).toBeUndefined();
    expect(await ground.storage.certificates.toIssue(99)).toContain(run.id);
    const next = await issue(run);

    expect([first.certificate.receipt, next.edition]).toEqual([undefined, 2]);
    const given = { keys: await keysIn(second), receipt: secret };
    expect(await verifyCertificate(Buffer.from(next.file), given)).toMatchObject({ ok: true });
    expect(await verdictOn(first)).toMatchObject({ ok: true, later: 1 });
    const dump = await ground.database.ask('select row_to_json(r)::text as row from lethe.certificate_receipt r');
    expect(JSON.stringify(dump)).not.toContain(secret);
  });

  it('may be made while the run is on its way, and is in its first edition', async () => {
    const run = await begun(ground.storage);
    expect(await ground.storage.certificates.makeReceipt(run.record.id, 'operator-1')).toMatch(/^[0-9a-z-]{29}$/);
    const issued = await issue(await run.end(endingIn('done')));
    expect(issued.certificate).toMatchObject({ edition: 1, receipt: expect.any(String) });
    expect(await ground.storage.certificates.makeReceipt('no-such-run', 'operator-1')).toBeUndefined();
  });
});

describe('checks that come later', () => {
  const at = (run: RunRecord, after: '15-minutes' | '24-hours' | '30-days'): Date =>
    new Date(checkDue(after, run.endedAt ?? new Date()).getTime() + 1000);

  it('are taken by one process when they are due, and end in a new edition and in the ledger', async () => {
    const run = await ended();
    await issue(run);
    await onlyChecksOf(run);
    const { checks } = ground.storage.certificates;
    expect(await checks.take(new Date())).toBeUndefined();
    const due = at(run, '15-minutes');
    const both = await Promise.all([checks.take(due), second.certificates.checks.take(due)]);
    const taken = both.find((one) => one !== undefined);
    expect(both.filter((one) => one !== undefined)).toHaveLength(1);
    expect(taken).toMatchObject({ run: run.id, covers: ['15-minutes'], tries: 0 });
    const winner = both[0] === undefined ? second : ground.storage;
    const loser = both[0] === undefined ? ground.storage : second;
    const end = { ...clean, at: due.toISOString() };

    expect(await loser.certificates.checks.end(taken!, end, factOf(run))).toBe(false);
    expect(await winner.certificates.checks.end(taken!, end, factOf(run))).toBe(true);
    expect(await winner.certificates.checks.end(taken!, end, factOf(run))).toBe(false);
    const issued = await issue(run);
    expect(issued.certificate.checks).toMatchObject([{ covers: ['15-minutes'], result: 'as-left', reread: 3 }]);
    expect(issued.certificate.planned.map(({ after }) => after)).toEqual(['24-hours', '30-days']);
    expect(await verdictOn(issued)).toMatchObject({ ok: true });
    expect((await collect(ground.storage.ledger())).filter(({ fact }) => fact.what === 'verified-later')).toHaveLength(
      1,
    );
  });

  it('that were missed are made up for by one reading', async () => {
    const run = await ended();
    const first = await issue(run);
    await onlyChecksOf(run);
    const { checks } = ground.storage.certificates;
    const taken = await checks.take(at(run, '30-days'));
    expect(taken?.covers).toEqual(['15-minutes', '24-hours', '30-days']);
    await checks.end(taken!, { ...clean, at: at(run, '30-days').toISOString() }, factOf(run));
    const { certificate } = await issue(run);
    expect([certificate.checks.length, certificate.planned, certificate.edition]).toEqual([1, [], 2]);
    expect(certificate.account).toBe(first.certificate.account);
  });

  it('of a process that died are taken by the next at once; put off, not before their time', async () => {
    const run = await ended();
    await issue(run);
    await onlyChecksOf(run);
    const due = at(run, '15-minutes');
    const dying = await ground.open();
    expect(await dying.certificates.checks.take(due)).toBeDefined();
    expect(await second.certificates.checks.take(due)).toBeUndefined();
    await dying.close();
    const taken = await second.certificates.checks.take(due);
    expect(taken).toMatchObject({ tries: 1 });
    const later = new Date(due.getTime() + 60_000);
    await second.certificates.checks.putOff(taken!, later);
    expect(await ground.storage.certificates.checks.take(due)).toBeUndefined();
    expect(await ground.storage.certificates.checks.take(later)).toMatchObject({ tries: 2 });
  });
});

describe('a certificate tells of an account', () => {
  it('only to the installation, and to it only whether it is this one', async () => {
    const run = await ended();
    const { certificate } = await issue(run);
    const { certificates } = ground.storage;
    expect(await certificates.accountOf(run, run.plan.person)).toBe(certificate.account);
    expect(await certificates.accountOf(run, 'somebody-else')).not.toBe(certificate.account);
  });
});

describe('a backup', () => {
  it('brings back certificates, the key they are signed with, and checks that are still to come', async () => {
    const run = await ended();
    const issued = await issue(run);
    const file = join(folder.path, 'backup');
    const options: StorageOptions = { databaseUrl: restored.url, keyFile: ground.keyFile, env: {} };
    await makeBackup({ ...options, databaseUrl: ground.database.url }, { file, sealed: false });
    await restoreBackup(options, { file, by: 'operator-1' });
    const storage = await openStorage(options);

    expect(await storage.certificates.edition(run.id)).toEqual(issued);
    expect(await verdictOn(issued, storage)).toMatchObject({ ok: true });
    expect(await storage.certificates.checks.take(checkDue('30-days', new Date()))).toBeDefined();
    await storage.certificates.makeReceipt(run.id, 'operator-1');
    expect(await verdictOn(await issue(run, storage), storage)).toMatchObject({ ok: true });
    expect(await verifyLedger(storage.ledger())).toMatchObject({ ok: true });
    await storage.close();
  });
});
