import { beforeAll, describe, expect, it } from '@jest/globals';
import { hunterFor, memoryGround, smallWorld, virtualClock } from '@lethe/core/testing';
import { ApiBench, TestGround } from '@lethe/server/testing';
import type { Answer, Browser } from '@lethe/server/testing';
import { z } from 'zod';
import { bodiesOf, poisonedBy } from './bodies.ts';
import { filled, operationsOf } from './every-route.ts';

const test = new TestGround();
const address = 'canarina.leakwell@canary.test';
const name = 'Canarina Leakwell';
const hunt = hunterFor([
  { label: 'address', text: address, in: [] },
  { label: 'name', text: name, in: [] },
]);

/** Documents nobody may write, each with somebody in another place of it. */
const documents: readonly (readonly [document: string, what: object])[] = [
  ['rules', { version: 1, name: 'rules', [address]: 1 }],
  ['rules', { version: 1, name: 'rules', spots: { [address]: { own: 'keep' } } }],
  ['rules', { version: 1, name: 'rules', spots: { attachment: { [address]: 'keep' } } }],
  ['rules', { version: 1, name: 'rules', spots: { attachment: { own: address } } }],
  ['rules', { version: 1, name: 'rules', replacement: { [name]: name } }],
  ['rules', { version: address, name }],
  ['permissions', { activation: address }],
  ['permissions', { activation: ['privacy'], grants: { [address]: [name] } }],
  ['guards', { kinds: [address] }],
  ['guards', { cases: { [name]: address } }],
  ['people', { corporateDomains: address }],
  ['people', { [address]: name }],
  ['holds', { [address]: [] }],
  ['holds', { desk: [{ person: address, reason: 'litigation', reviewOn: '2099-01-01' }] }],
  ['holds', { desk: [{ person: '1', reason: address, reviewOn: name }] }],
  ['holds', { [name]: address }],
  ['approvals', { second: { kinds: [address] } }],
  ['approvals', { [address]: name }],
  ['caps', { perOperator: address }],
  ['caps', { velocity: { [address]: 1 } }],
];

describe('S17 what somebody typed', () => {
  let bench: ApiBench;
  let browser: Browser;
  /** What was answered, and to what. */
  const answers: { readonly about: string; readonly answer: Answer }[] = [];
  beforeAll(async () => {
    const ground = memoryGround(smallWorld(), { clock: virtualClock() });
    const server = { limits: { operatorPerMinute: 100_000, addressPerMinute: 100_000 } };
    bench = await ApiBench.open(test, { hosts: { desk: ground.host }, server });
    browser = (await bench.operator({ administrator: true })).browser;
    await wholeWay(ground.target);
    for (const poison of [address, name]) {
      for (const { method, path, shape } of bodiesOf(bench.app).filter(({ path: at }) => !at.startsWith('/sign-'))) {
        const url = filled(path, { host: 'desk', name: 'desk', document: 'caps' }, crypto.randomUUID());
        for (const body of poisonedBy(poison, shape).filter((one) => typeof one === 'object'))
          answers.push({
            about: `${method} ${path} ${JSON.stringify(body)}`,
            answer: await browser.change(method, url, body ?? undefined),
          });
      }
      for (const { method, path } of operationsOf(bench.app)) {
        if (path.startsWith('/sign-')) continue;
        const urls = [
          filled(path, {}, encodeURIComponent(poison)),
          `${filled(path, {}, crypto.randomUUID())}?${new URLSearchParams({ state: poison, [poison]: '1' }).toString()}`,
        ];
        for (const url of urls) {
          const answer = await (method === 'GET'
            ? browser.get(url, { 'user-agent': poison, referer: `https://${poison.replace(' ', '.')}/` })
            : browser.change(method, url, {}));
          answers.push({ about: `${method} ${url}`, answer });
        }
      }
    }
    for (const [document, what] of documents) {
      const answer = await browser.change('PUT', `/api/v1/settings/${document}`, { document: what, seen: 0 });
      answers.push({ about: `PUT ${document} ${JSON.stringify(what)}`, answer });
    }
  }, 120_000);

  /** What is typed where it belongs: a review, a run and a later check of somebody who also goes by it. */
  async function wholeWay(person: string): Promise<void> {
    const also = [address, name];
    const begun = z.object({ id: z.string() });
    const { id } = begun.parse(
      (await browser.change('POST', '/api/v1/reviews', { host: 'desk', person, also })).json(),
    );
    const { ending } = await bench.ended(browser, `/api/v1/reviews/${id}`);
    const url = `/api/v1/plans/${ending?.plan ?? ''}`;
    const plan = z
      .object({ digest: z.string(), phrase: z.string(), steps: z.number() })
      .parse((await browser.get(url)).json());
    const approval = await bench.approve(browser, { ...plan, plan: ending?.plan ?? '' });
    const { run } = z.object({ run: z.string() }).parse(approval.json());
    const worker = await bench.worker();
    expect(await bench.settled(browser, run)).toMatch(/^done/);
    await worker.stop();
    const check = begun.parse((await browser.change('POST', `/api/v1/runs/${run}/checks`, { texts: also })).json());
    await bench.ended(browser, `/api/v1/checks/${check.id}`);
  }

  it('S17 is in no answer that refuses it, and nothing fails of it', async () => {
    expect(answers.length).toBeGreaterThan(200);
    const wrong: unknown[] = [];
    for (const { about, answer } of answers) {
      const { statusCode, body } = answer;
      const headers = JSON.stringify(answer.headers);
      const { hits } = statusCode < 400 ? { hits: [] } : await hunt([body, headers]);
      if (statusCode >= 500 || hits.length > 0) wrong.push([about, statusCode, body]);
    }
    expect(wrong).toEqual([]);
    // An operator's own address is theirs to give; it is sealed. No settings document takes what was typed.
    const given = answers.filter(({ about, answer }) => about.startsWith('PUT ') && answer.statusCode === 200);
    const changed = given.map(({ about }) => about).filter((about) => !about.includes('/notice-preferences'));
    expect(changed).toEqual([]);
  });

  it('S17 is in no line of the log', async () => {
    expect(test.lines.length).toBeGreaterThan(200);
    expect((await hunt(test.lines)).hits).toEqual([]);
  });

  it('S16 S17 is in no table, nor in the queue, nor in the ledger', async () => {
    const tables = await test.database.ask(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
        where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
    );
    const rows: string[] = [];
    for (const { name: table } of tables)
      for (const { row } of await test.database.ask(`select t::text as row from ${String(table)} t`))
        rows.push(`${String(table)} ${String(row)}\n`);
    expect(rows.length).toBeGreaterThan(50);
    expect((await hunt(rows)).hits).toEqual([]);
  });
});
