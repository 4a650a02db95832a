import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Host, Person } from '@lethe/core';
import { certificateLanguages, verifyCertificate } from '@lethe/core/certificate';
import type { Certificate, VerifyingKey } from '@lethe/core/certificate';
import type { MemoryGround } from '@lethe/core/testing';
import { but, hunterFor, memoryGround, mint, smallWorld, virtualClock } from '@lethe/core/testing';
import { verifyingKeys } from '@lethe/server';
import { ApiBench, certificatesOf, TestGround } from '@lethe/server/testing';
import type { Answer, Browser, TestCertificates } from '@lethe/server/testing';
import { z } from 'zod';
import { pdfDump } from './pdf-dump.ts';

const test = new TestGround();
const approved = z.object({ run: z.string() });
const keysShape = z.object({ installation: z.string(), keys: z.array(z.object({ publicKey: z.string() }).loose()) });
const fileShape = z.object({ certificate: z.custom<Certificate>(), signature: z.string() });
const secretShape = z.object({ secret: z.string() });

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const world = smallWorld();

const names = ['certified', 'receipted', 'checked', 'resurrected', 'silent', 'interrupted'] as const;
type Name = (typeof names)[number];

const back: { person?: Person } = {};
const ending = { signal: new AbortController(), on: false };

/** A host in which an account comes back with everything it had, if a test says so. */
function withReturns(host: Host): Host {
  return but(host, {
    findPeople: async function* (query) {
      if (query.by === 'id' && back.person?.id === query.person) yield back.person;
      else yield* host.findPeople(query);
    },
  });
}

/** A host during whose reading the process ends, if a test says so. */
function withEnding(host: Host): Host {
  return but(host, {
    reread: async function* (spots) {
      for await (const reading of host.reread(spots)) {
        yield reading;
        if (ending.on) ending.signal.abort();
      }
    },
  });
}

const changes: Partial<Record<Name, (host: Host) => Host>> = { resurrected: withReturns, interrupted: withEnding };

/** Somebody anonymized in each of six hosts, all by one worker. */
class Scene {
  readonly desks = new Map(names.map((name) => [name, memoryGround(world, { clock: virtualClock() })]));
  readonly runs = new Map<Name, string>();
  readonly befores = new Map<Name, Person>();
  readonly pending: Answer[] = [];
  bench!: ApiBench;
  browser!: Browser;
  operator = '';

  async begin(): Promise<void> {
    const hosts = [...this.desks].map(([name, { host }]) => [name, changes[name]?.(host) ?? host] as const);
    this.bench = await ApiBench.open(test, { hosts: Object.fromEntries(hosts) });
    const { browser, id } = await this.bench.operator({ groups: ['runners'] });
    this.browser = browser;
    this.operator = id;
    for (const name of names) await this.#approve(name);
    const worker = await this.bench.worker();
    for (const run of this.runs.values()) await this.bench.settled(browser, run);
    await worker.stop();
    await this.certificates.issue();
  }

  get certificates(): TestCertificates {
    return certificatesOf(this.bench.ground);
  }

  desk(name: Name): MemoryGround {
    return this.desks.get(name)!;
  }

  async #approve(name: Name): Promise<void> {
    const { host, target } = this.desk(name);
    for await (const person of host.findPeople({ by: 'id', person: target })) this.befores.set(name, person);
    const plan = await this.bench.planned(this.browser, name, target);
    const { run } = approved.parse((await this.bench.approve(this.browser, plan)).json());
    this.runs.set(name, run);
    this.pending.push(await this.browser.get(`/api/v1/runs/${run}/certificate`));
  }
}

const scene = new Scene();
beforeAll(async () => scene.begin(), 60_000);

/** What a test of one of the hosts works with; of checks only those of its run are to be made. */
async function at(name: Name) {
  test.ahead = 0;
  const run = scene.runs.get(name) ?? '';
  await test.database.ask(
    `update lethe.certificate_check set next_at = case when run = $1 then due_at else '2999-01-01'::timestamptz end`,
    [run],
  );
  const { bench, browser, operator, certificates } = scene;
  return { bench, browser, operator, certificates, run, desk: scene.desk(name) };
}

async function keysFor(browser: Browser): Promise<readonly VerifyingKey[]> {
  const { keys } = keysShape.parse((await browser.get('/api/v1/certificate-key')).json());
  return verifyingKeys(keys.map(({ publicKey }) => publicKey).join(''));
}

/** The newest edition, as somebody who has just signed in sees it: sessions do not outlive the days a test lets pass. */
async function fileOf(run: string, edition = ''): Promise<string> {
  const { browser } = await scene.bench.operator({ groups: ['auditors'] });
  return (await browser.get(`/api/v1/runs/${run}/certificate${edition}`)).body;
}

async function certificateOf(run: string): Promise<Certificate> {
  return fileShape.parse(JSON.parse(await fileOf(run))).certificate;
}

describe('the certificate of a run', () => {
  it('is issued by itself, is handed out to the byte, and verifies with the published key and the ledger', async () => {
    const { browser, run, bench } = await at('certified');
    for (const answer of scene.pending) expect(answer.json()).toMatchObject({ error: 'no-certificate' });
    const { body, headers } = await browser.get(`/api/v1/runs/${run}/certificate`);
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'content-type': expect.stringContaining('json') });
    const given = { keys: await keysFor(browser), ledger: bench.ground.store.ledger() };
    expect(await verifyCertificate(Buffer.from(body), given)).toMatchObject({
      ok: true,
      certificate: { run, edition: 1 },
    });
    expect((await browser.get(`/api/v1/runs/${run}/certificate?edition=2`)).statusCode).toBe(409);
  });

  it('names nobody: no secret of the world and no account in the file, nor in text and metadata of the PDF', async () => {
    const { browser, run, desk, operator } = await at('certified');
    const hunt = hunterFor([
      ...world.secrets,
      { label: 'account', text: desk.target, in: [] },
      { label: 'operator', text: operator, in: [] },
    ]);
    const file = await browser.get(`/api/v1/runs/${run}/certificate`);
    expect((await hunt([file.body])).hits).toEqual([]);
    const texts: string[] = [];
    for (const language of certificateLanguages) {
      const answer = await browser.bytes(`/api/v1/runs/${run}/certificate.pdf?language=${language}`);
      const { text, metadata, marked, lang } = await pdfDump(answer);
      expect((await hunt([text, metadata, answer.toString('latin1')])).hits).toEqual([]);
      expect([marked, lang]).toEqual([true, language]);
      expect(text).toContain(run);
      texts.push(text);
    }
    expect(new Set(texts).size).toBe(5);
    expect(texts[1]).toContain('Bescheinigung der Anonymisierung');
  }, 30_000);

  it('is one PDF an edition: the same bytes each time, with the moment of the certificate and nothing of the machine', async () => {
    const { browser, run } = await at('certified');
    const one = await browser.bytes(`/api/v1/runs/${run}/certificate.pdf`);
    expect((await browser.bytes(`/api/v1/runs/${run}/certificate.pdf`)).equals(one)).toBe(true);
    const { issued } = await certificateOf(run);
    const { metadata } = await pdfDump(one);
    expect(JSON.parse(metadata)).toMatchObject({
      ...{ Title: 'Certificate of anonymization', Creator: 'Lethe', Producer: 'Lethe' },
      CreationDate: `D:${issued.slice(0, 19).replace(/\D/g, '')}Z`,
    });
  });

  it('is for those who may see the run', async () => {
    const { bench, run } = await at('certified');
    const stranger = await bench.operator({ groups: ['runners'] });
    for (const path of ['certificate', 'certificate.pdf'])
      expect((await stranger.browser.get(`/api/v1/runs/${run}/${path}`)).statusCode).toBe(404);
    expect((await stranger.browser.change('POST', `/api/v1/runs/${run}/receipt`, {})).statusCode).toBe(404);
    const auditor = await bench.operator({ groups: ['auditors'] });
    expect((await auditor.browser.get(`/api/v1/runs/${run}/certificate`)).statusCode).toBe(200);
  });
});

describe('the receipt', () => {
  it('is shown once, kept nowhere, and links the next edition to whoever holds it', async () => {
    const { bench, browser, run, certificates } = await at('receipted');
    const made = await browser.change('POST', `/api/v1/runs/${run}/receipt`, {});
    const { secret } = secretShape.parse(made.json());
    expect((await browser.change('POST', `/api/v1/runs/${run}/receipt`, {})).json()).toMatchObject({
      error: 'receipt-made',
    });
    await certificates.issue();
    const { body: file } = await browser.get(`/api/v1/runs/${run}/certificate`);
    expect(fileShape.parse(JSON.parse(file)).certificate.edition).toBe(2);

    const auditor = (await bench.operator({ groups: ['auditors'] })).browser;
    const verified = await auditor.change('POST', '/api/v1/certificates/verify', { file, receipt: secret });
    expect(verified.json()).toMatchObject({ ok: true, later: 0, about: { run, edition: 2 } });
    const other = await browser.change('POST', '/api/v1/certificates/verify', { file, receipt: '1'.repeat(25) });
    expect(other.json()).toMatchObject({ ok: false });
    const spoiled = await browser.change('POST', '/api/v1/certificates/verify', {
      file: file.replace('"spots":', '"spots": '),
    });
    expect(spoiled.json()).toMatchObject({
      ok: false,
      findings: [{ what: 'file', because: 'other-writing' }, {}, {}, {}, {}, {}, {}, {}],
    });

    const tables = await test.database.ask(
      `select query_to_xml('select * from lethe.' || c.relname, true, false, '')::text as rows from pg_class c
       where c.relnamespace = 'lethe'::regnamespace and c.relkind = 'r'`,
    );
    const plain = secret.replaceAll('-', '');
    for (const text of [JSON.stringify(tables), test.lines.join('')]) {
      expect(text).not.toContain(secret);
      expect(text).not.toContain(plain);
    }
  });
});

describe('checks after a run', () => {
  const after = async (milliseconds: number): Promise<void> => {
    test.ahead += milliseconds + 1000;
  };

  it('are made after 15 minutes, 24 hours and 30 days, once, however many workers there are, and after a restart', async () => {
    const { bench, browser, run, certificates } = await at('checked');
    const second = await test.another();
    await certificates.check();
    expect((await certificateOf(run)).checks).toEqual([]);
    await after(15 * MINUTE);
    await Promise.all([certificates.check(), certificates.check(second), certificates.check(second)]);
    const first = await certificateOf(run);
    expect(first).toMatchObject({ edition: 2, checks: [{ covers: ['15-minutes'], result: 'as-left', changed: [] }] });
    expect(first.checks[0]?.reread).toBeGreaterThan(0);

    // The process that was to make the next one dies in the middle of it.
    await after(DAY);
    const dying = await test.another();
    expect(await dying.certificates.checks.take(bench.ground.clock.now())).toMatchObject({ run });
    await certificates.check(second);
    expect((await certificateOf(run)).checks).toHaveLength(1);
    await dying.close();
    await certificates.check(second);
    await second.close();
    await after(29 * DAY);
    await certificates.check();
    const last = await certificateOf(run);
    expect(last.checks.map(({ covers, result }) => [...covers, result])).toEqual([
      ['15-minutes', 'as-left'],
      ['24-hours', 'as-left'],
      ['30-days', 'as-left'],
    ]);
    expect([last.edition, last.planned]).toEqual([4, []]);
    const given = { keys: await keysFor(browser), ledger: bench.ground.store.ledger() };
    expect(await verifyCertificate(Buffer.from(await fileOf(run)), given)).toMatchObject({ ok: true, later: 0 });
    const old = await fileOf(run, '?edition=1');
    expect(await verifyCertificate(Buffer.from(old), { ...given, ledger: bench.ground.store.ledger() })).toMatchObject({
      ok: true,
      later: 3,
    });
  }, 30_000);

  it('say what is there again, by kind and number, and show whoever is back to the return watch', async () => {
    const { run, desk, certificates } = await at('resurrected');
    await desk.edit(mint('spot', 'ticket-1/title'), `Call ${world.target.name}`);
    back.person = scene.befores.get('resurrected')!;
    await after(15 * MINUTE);
    await certificates.check();
    const { checks } = await certificateOf(run);
    expect(checks).toMatchObject([{ result: 'changed', changed: [{ kind: 'dossier.title', count: 1 }] }]);
    delete back.person;
    const { browser } = await scene.bench.operator({ groups: ['auditors'] });
    const returns = await browser.get(`/api/v1/returns?run=${run}`);
    expect(returns.json()).toMatchObject({ returns: [{ host: 'resurrected', place: 'same-account' }] });
  });

  it('are put off while a host does not answer, then say that nobody could look; others go on', async () => {
    const { run, desk, certificates } = await at('silent');
    desk.faults.set({ kind: 'down', on: 'all', after: 0, times: Infinity });
    await after(15 * MINUTE);
    await certificates.check();
    expect((await certificateOf(run)).checks).toEqual([]);
    for (const minutes of [15, 30, 60, 120, 240]) {
      await after(minutes * MINUTE);
      await certificates.check();
    }
    const { checks, planned } = await certificateOf(run);
    expect(checks).toMatchObject([{ covers: ['15-minutes'], result: 'not-possible', trouble: 'down', reread: 0 }]);
    expect(planned.map(({ after: name }) => name)).toEqual(['24-hours', '30-days']);
  });

  it('end soon when the process does, and are made by the next', async () => {
    const { run, certificates } = await at('interrupted');
    ending.on = true;
    await after(15 * MINUTE);
    await certificates.check(undefined, ending.signal.signal);
    expect((await certificateOf(run)).checks).toEqual([]);
    ending.on = false;
    await certificates.check();
    expect((await certificateOf(run)).checks).toHaveLength(1);
  });
});
