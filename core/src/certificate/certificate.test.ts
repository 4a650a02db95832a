import { generateKeyPairSync, createHash, sign, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { digestOf } from '../canonical.ts';
import { linkedEntry, emptyLedger } from '../ledger.ts';
import type { LedgerEntry, LedgerFact } from '../ledger-entry.ts';
import { reportOf } from '../report.ts';
import type { RunRecord } from '../store.ts';
import { approvalOfRecord, endingIn, inventedRecord } from '../testing/index.ts';
import {
  accountCommitment,
  certificateFile,
  certificateOf,
  checkDue,
  fileDigest,
  isReceiptSecret,
  readCertificate,
  receiptCommitment,
  receiptSecret,
  signedBytes,
  verifyCertificate,
} from './index.ts';
import type { Certificate, Issuing, VerifyingKey } from './index.ts';

const installation = '6f0d0f5e-1c1f-4f43-9a3a-0f4f60b1a001';
const other = '6f0d0f5e-1c1f-4f43-9a3a-0f4f60b1a002';
const pair = generateKeyPairSync('ed25519');
const commitmentKey = new Uint8Array(32).fill(5);
const secret = receiptSecret(Uint8Array.from({ length: 25 }, (_, at) => at * 37));

function idOf(key: KeyObject): string {
  return createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex');
}

function verifying(key: KeyObject): VerifyingKey {
  return { id: idOf(key), verifies: async (message, signature) => verify(null, message, key, signature) };
}

const plan = inventedRecord({ person: '4711-person-of-the-host' });

function finishedRun(): RunRecord {
  const run = {
    id: 'run-1',
    plan: { ...plan, plan: { ...plan.plan, gaps: [gapOf('note 1'), gapOf('note 2')] } },
    approval: approvalOfRecord(plan),
    state: 'done-with-gaps',
    startedAt: new Date('2026-04-01T09:00:00Z'),
    endedAt: new Date('2026-04-01T09:05:00Z'),
    ending: endingIn('done-with-gaps'),
  } as const;
  return run;
}

function gapOf(label: string): RunRecord['plan']['plan']['gaps'][number] {
  const spot = inventedRecord().plan.steps[0]!.spot;
  return { spot, kind: 'message.body', label, because: 'Notes are kept by this host.', source: 'https://host.test' };
}

/** A ledger whose run had a chain of its own, with the certificate in it. */
function ledgerAround(facts: readonly LedgerFact[]): readonly LedgerEntry[] {
  const own = linkedEntry({ ...emptyLedger, chain: 'run-1' }, { what: 'run-started', run: 'run-1' }, new Date(0));
  const anchor: LedgerFact = {
    ...{ what: 'run-anchored', run: 'run-1', host: 'helpdesk', state: 'done-with-gaps' },
    chain: { seq: own.seq, hash: own.hash },
  };
  const made: LedgerFact = { what: 'certificate-key-made', digest: idOf(pair.publicKey) };
  const entries: LedgerEntry[] = [];
  for (const fact of [made, anchor, ...facts])
    entries.push(linkedEntry(entries.at(-1) ?? emptyLedger, fact, new Date(entries.length)));
  return [entries[0]!, own, ...entries.slice(1)];
}

const position = ({ seq, hash }: LedgerEntry): { seq: number; hash: string } => ({ seq, hash });

function certificate(changes: Partial<Issuing> = {}, run = finishedRun()): Certificate {
  const [, own, anchor] = ledgerAround([]);
  const account = { installation, run: run.id, host: run.plan.host, person: run.plan.person };
  return certificateOf(reportOf(run, []), {
    ...{ installation, key: idOf(pair.publicKey), edition: 1, issued: new Date('2026-04-01T09:05:02Z') },
    ...{ account: accountCommitment(commitmentKey, account), covers: 'person', checks: [] },
    receipt: receiptCommitment(secret, account),
    ledger: { main: position(anchor!), ended: position(anchor!), run: position(own!) },
    planned: [{ after: '15-minutes', due: checkDue('15-minutes', new Date('2026-04-01T09:05:00Z')) }],
    ...changes,
  });
}

function fileOf(one: Certificate, key = pair.privateKey): string {
  return certificateFile(one, sign(null, signedBytes(one), key));
}

describe('a certificate', () => {
  const text = fileOf(certificate());
  const bytes = Buffer.from(text);
  const keys = [verifying(generateKeyPairSync('ed25519').publicKey), verifying(pair.publicKey)];

  it('says how many and of which kind, and neither whom nor where', () => {
    const one = certificate();
    expect(one.gaps).toEqual([{ kind: 'message.body', because: 'Notes are kept by this host.', count: 2 }]);
    expect(one.notProven).toEqual([{ kind: 'message.body', end: 'open', count: 3 }]);
    expect(text).not.toMatch(/4711|note 1|reviewer|message-0|host\.test/);
  });

  it('is made only of a run that has ended as done', () => {
    const stopped = { ...finishedRun(), state: 'stopped' as const };
    expect(() => certificate({}, stopped)).toThrow('ended as done');
  });

  it('verifies with the key it was signed with, and says what was not checked', async () => {
    const verdict = await verifyCertificate(bytes, { keys });
    expect(verdict).toMatchObject({ ok: true, certificate: { run: 'run-1' } });
    expect(verdict.findings.map(({ what, result }) => `${what} ${result}`)).toEqual([
      ...['file holds', 'key holds', 'signature holds', 'ledger not-checked', 'positions not-checked'],
      ...['issue not-checked', 'receipt not-checked', 'account not-checked'],
    ]);
  });

  it('is refused with another key, and with the right name on another key', async () => {
    const stranger = verifying(generateKeyPairSync('ed25519').publicKey);
    expect(await verifyCertificate(bytes, { keys: [stranger] })).toMatchObject({ ok: false });
    const disguised = { ...stranger, id: idOf(pair.publicKey) };
    const { findings, certificate: shown } = await verifyCertificate(bytes, { keys: [disguised] });
    expect(findings[2]).toEqual({ what: 'signature', result: 'fails', because: 'wrong-signature' });
    expect(shown).toBeUndefined();
  });

  it('is refused after each of a thousand random changes of one byte', async () => {
    const random = fc.sample(fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 })), {
      numRuns: 1000,
      seed: 7,
    });
    const accepted: unknown[] = [];
    for (const [at, change] of random) {
      const forged = Uint8Array.from(bytes);
      forged[at] = forged[at]! ^ change;
      if ((await verifyCertificate(forged, { keys })).ok) accepted.push([at, change]);
    }
    expect(accepted).toEqual([]);
  });

  it('is refused after any byte was taken out or put in', async () => {
    const accepted: unknown[] = [];
    for (let at = bytes.length; at >= 0; at -= 3) {
      const longer = Buffer.concat([bytes.subarray(0, at), Buffer.from(' '), bytes.subarray(at)]);
      const shorter = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]);
      if ((await verifyCertificate(longer, { keys })).ok) accepted.push(['longer', at]);
      if (at < bytes.length && (await verifyCertificate(shorter, { keys })).ok) accepted.push(['shorter', at]);
    }
    expect(accepted).toEqual([]);
  });

  it.each([
    ['spaces', (one: string) => one.replace('{', '{ ')],
    ['no line feed at the end', (one: string) => one.trimEnd()],
    ['one line feed more', (one: string) => `${one}\n`],
    ['another end of line', (one: string) => one.replace('\n', '\r\n')],
    ['a byte order mark', (one: string) => `\ufeff${one}`],
    [
      'another order',
      (one: string) =>
        one
          .replace('"edition":1,', '')
          .replace('"format"', '"edition":1,"format"')
          .replace('"format":"lethe-certificate",', '')
          .replace('"edition"', '"format":"lethe-certificate","edition"'),
    ],
    ['an escape that means the same', (one: string) => one.replace('lethe-certificate', 'lethe\\u002dcertificate')],
    ['a number written otherwise', (one: string) => one.replace('"edition":1,', '"edition":1.0,')],
    ['a key twice', (one: string) => one.replace('"edition":1,', '"edition":1,"edition":1,')],
    [
      'capitals in the signature',
      (one: string) => one.replace(/"signature":"[^"]+"/, (all) => all.toUpperCase().replace('SIGNATURE', 'signature')),
    ],
    ['a field more', (one: string) => one.replace('"edition":1,', '"edition":1,"extra":1,')],
    ['nothing', () => ''],
  ])('is another file with %s', async (_what, change) => {
    const changed = change(text);
    expect(changed).not.toBe(text);
    expect(await verifyCertificate(Buffer.from(changed), { keys })).toMatchObject({ ok: false });
  });

  it('of a later version is said to be one', () => {
    const later = JSON.stringify({ certificate: { ...certificate(), version: 2, news: 1 }, signature: 'x' });
    expect(readCertificate(Buffer.from(later))).toEqual({ ok: false, because: 'other-version' });
  });

  it('can be cut out of its file with plain tools: what is signed stands between two fixed marks', () => {
    const payload = text.replace(/^\{"certificate":/, '').replace(/,"signature":"[0-9a-f]{128}"\}\n$/, '');
    expect(Buffer.from(payload)).toEqual(Buffer.from(signedBytes(certificate())));
  });
});

describe('beside the ledger', () => {
  const keys = [verifying(pair.publicKey)];
  const one = certificate();
  const file = Buffer.from(fileOf(one));
  const issued: LedgerFact = { what: 'certificate-issued', run: 'run-1', digest: fileDigest(file) };

  const resultsWith = async (ledger: readonly unknown[]): Promise<readonly string[]> => {
    const { findings } = await verifyCertificate(file, { keys, ledger });
    return findings.slice(3, 6).map(({ what, result }) => `${what} ${result}`);
  };

  it('holds when the entries it names and its own issue are there', async () => {
    expect(await resultsWith(ledgerAround([issued]))).toEqual(['ledger holds', 'positions holds', 'issue holds']);
  });

  it('tells of later editions', async () => {
    const newer: LedgerFact = { what: 'certificate-issued', run: 'run-1', digest: digestOf('newer') };
    expect(await verifyCertificate(file, { keys, ledger: ledgerAround([issued, newer]) })).toMatchObject({ later: 1 });
  });

  it('fails when it was never issued, or with a key the ledger does not know', async () => {
    expect(await resultsWith(ledgerAround([]))).toEqual(['ledger holds', 'positions holds', 'issue fails']);
  });

  it('fails when the ledger was changed or written anew', async () => {
    const entries = ledgerAround([issued]);
    const changed = entries.map((entry, at) => (at === 2 ? { ...entry, at: new Date(99).toISOString() } : entry));
    expect((await resultsWith(changed))[0]).toBe('ledger fails');
    const { hash: _, ...rest } = entries[2]!;
    const anew = entries.map((entry, at) => (at === 2 ? { ...entry, fact: { ...rest.fact, host: 'other' } } : entry));
    expect(await resultsWith(anew.slice(0, 2))).toEqual(['ledger holds', 'positions fails', 'issue fails']);
  });
});

describe('a receipt', () => {
  const keys = [verifying(pair.publicKey)];
  const run = { installation, run: 'run-1' };
  let file: Uint8Array;
  beforeAll(() => {
    file = Buffer.from(fileOf(certificate()));
  });

  it('links the certificate to whoever holds it, however they type it', async () => {
    expect(secret).toMatch(/^(?:[0-9a-z]{5}-){4}[0-9a-z]{5}$/);
    const typed = [secret, secret.toUpperCase(), secret.replaceAll('-', ' ')];
    for (const receipt of typed) expect(await verifyCertificate(file, { keys, receipt })).toMatchObject({ ok: true });
    const lookalikes = receiptCommitment('oil00-00000-00000-00000-00000', run);
    expect(receiptCommitment('01100-00000-00000-00000-00000', run)).toBe(lookalikes);
    expect([isReceiptSecret(secret.toUpperCase()), isReceiptSecret('short')]).toEqual([true, false]);
  });

  it('is refused when it is another, of another run or installation, or when there is none', async () => {
    const another = receiptSecret(new Uint8Array(25).fill(3));
    expect(await verifyCertificate(file, { keys, receipt: another })).toMatchObject({ ok: false });
    expect(receiptCommitment(secret, { ...run, run: 'run-2' })).not.toBe(receiptCommitment(secret, run));
    expect(receiptCommitment(secret, { ...run, installation: other })).not.toBe(receiptCommitment(secret, run));
    const { receipt: _, ...bare } = certificate();
    const without = await verifyCertificate(Buffer.from(fileOf(bare)), { keys, receipt: secret });
    expect(without.findings[6]).toEqual({ what: 'receipt', result: 'fails', because: 'no-receipt' });
  });
});

describe('the commitment to an account', () => {
  it('is another one for every run, so that two certificates of one person are not seen to be that', () => {
    const account = { installation, run: 'run-1', host: 'desk', person: '17' };
    const committed = accountCommitment(commitmentKey, account);
    expect(accountCommitment(commitmentKey, { ...account, run: 'run-2' })).not.toBe(committed);
    expect(accountCommitment(new Uint8Array(32), account)).not.toBe(committed);
  });

  it('is compared where the installation made it anew', async () => {
    const keys = [verifying(pair.publicKey)];
    const file = Buffer.from(fileOf(certificate()));
    const { account } = certificate();
    expect(await verifyCertificate(file, { keys, account })).toMatchObject({ ok: true });
    expect(await verifyCertificate(file, { keys, account: digestOf('x') })).toMatchObject({ ok: false });
  });
});
