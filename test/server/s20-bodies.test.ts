import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { memoryGround, smallWorld, virtualClock } from '@lethe/core/testing';
import { addressOf, ApiBench, TestGround } from '@lethe/server/testing';
import type { Answer, Browser } from '@lethe/server/testing';
import { z } from 'zod';
import { bodiesOf, poisonedBy, sampleOf } from './bodies.ts';
import { filled } from './every-route.ts';

const test = new TestGround();
/** What texts may be made of, besides what anybody expects. */
const odd: readonly (readonly [what: string, text: string])[] = [
  ['a NUL', 'a\u0000b'],
  ['marks that turn the reading', '\u202egnp.exe\u2066'],
  ['the other half', 'x\udc00y'],
  ['half of a pair', '\ud83d'],
  ['no width', '\u200b\u2060\ufeff'],
  ['a letter under 200 marks', `a${'\u0301'.repeat(200)}`],
  ['one letter of many', '\ufdfa'.repeat(40)],
  ['every control', Array.from({ length: 32 }, (_, at) => String.fromCharCode(at)).join('')],
  ['a number with no end', '9'.repeat(320)],
  ['at signs', '@'.repeat(320)],
  ['addresses in addresses', 'a@a.test,<'.repeat(32)],
  ['a name with no end', 'Ab '.repeat(106)],
  ['points', '.'.repeat(320)],
  ['a phone with no end', '+(0)-'.repeat(64)],
  ['escapes', '%00%ff\\u0000&#0;'],
];

const documentShape = z.object({ version: z.number(), document: z.looseObject({}) });

function documentIn(answer: Answer): z.infer<typeof documentShape> {
  return documentShape.parse(answer.json());
}

describe('S20 what is sent', () => {
  let bench: ApiBench;
  let browser: Browser;
  beforeAll(async () => {
    const ground = memoryGround(smallWorld(), { clock: virtualClock() });
    const server = { limits: { operatorPerMinute: 100_000, addressPerMinute: 100_000 } };
    bench = await ApiBench.open(test, { hosts: { desk: ground.host }, server });
    browser = (await bench.operator({ administrator: true })).browser;
  });

  /** Where nothing is decided about who somebody is: what is there counts its tries. */
  function routes() {
    return bodiesOf(bench.app).filter(({ path }) => path.startsWith('/api/'));
  }

  function urlOf(path: string): string {
    return filled(path, { host: 'desk', name: 'desk', document: 'caps' }, crypto.randomUUID());
  }

  /** Sends that as it stands. */
  async function raw(method: string, path: string, body: string): Promise<Answer> {
    const headers = { 'content-type': 'application/json', 'x-lethe-csrf': browser.token() };
    return browser.send({ method, url: urlOf(path), headers, body });
  }

  async function isUp(): Promise<boolean> {
    return (await browser.get('/api/v1/kill-switch')).statusCode === 200;
  }

  it('S20 fails of no depth: objects in one another as deep as a body can be, to every route', async () => {
    const deep = `${'{"a":'.repeat(40_000)}1${'}'.repeat(40_000)}`;
    const statuses: unknown[] = [];
    for (const { method, path } of routes()) statuses.push((await raw(method, path, deep)).statusCode);
    expect(statuses.filter((status) => status !== 400 && status !== 422)).toEqual([]);
    expect(await isUp()).toBe(true);
  });

  const objects = `${'{"a":'.repeat(40_000)}1${'}'.repeat(40_000)}`;
  const lists = '['.repeat(100_000) + ']'.repeat(100_000);
  it.each([
    ['POST', '/api/v1/people/search', lists],
    ['POST', '/api/v1/people/search', '['.repeat(200_000)],
    ['POST', '/api/v1/people/search', `{"texts":${lists}}`],
    ['PUT', '/api/v1/settings/rules', `{"document":${objects},"seen":0}`],
    ['PUT', '/api/v1/settings/holds', `{"document":{"desk":${lists}},"seen":0}`],
    ['PUT', '/api/v1/settings/permissions', `{"document":{"grants":${objects}},"seen":0}`],
    ['POST', '/api/v1/hosts', `{"name":"deep","kind":"redmine","settings":${objects},"keys":{}}`],
    ['PUT', '/api/v1/hosts/desk', `{"settings":{"url":${lists}},"keys":{},"seen":0}`],
  ])('S20 fails of no depth where anything may stand: %s %s', async (method, path, body) => {
    expect((await raw(method, path, body)).statusCode).toBeGreaterThanOrEqual(400);
    expect((await raw(method, path, body)).statusCode).toBeLessThan(500);
  });

  it.each(odd.filter((_, at) => at % 3 === 0))('S20 fails of no text: %s', async (_what, text) => {
    const failed: unknown[] = [];
    for (const { method, path, shape } of routes())
      for (const body of poisonedBy(text, shape)) {
        if (typeof body !== 'object' || body === null) continue;
        const { statusCode } = await browser.change(method, urlOf(path), body);
        if (statusCode >= 500) failed.push([method, path, body, statusCode]);
      }
    expect(failed).toEqual([]);
  });

  it.each([
    ['rules', (text: string) => ({ version: 1, name: 'odd', replacement: { name: text, text } })],
    ['permissions', (text: string) => ({ activation: [text], grants: { [text]: ['run'] } })],
    ['people', (text: string) => ({ corporateDomains: [text], externalLabel: text })],
  ])('S20 keeps %s with whatever text as it is, or refuses it', async (document, withText) => {
    const administrator = (await bench.operator({ administrator: true })).browser;
    const url = `/api/v1/settings/${document}`;
    const failed: unknown[] = [];
    const { document: before } = documentIn(await administrator.get(url));
    for (const [what, text] of odd) {
      const { version: seen } = documentIn(await administrator.get(url));
      const written = await administrator.change('PUT', url, { document: withText(text), seen });
      const read = await administrator.get(url);
      const isKept = written.statusCode === 200 && JSON.stringify(read.json()).includes(JSON.stringify(text));
      const isRefused = [400, 422].includes(written.statusCode) && documentIn(read).version === seen;
      if (!isKept && !isRefused) failed.push([what, written.statusCode, written.body]);
    }
    const { version: last } = documentIn(await administrator.get(url));
    const back = await administrator.change('PUT', url, { document: before, seen: last });
    expect([failed, back.statusCode]).toEqual([[], 200]);
  });

  it('S20 takes so many of each and no more, and no longer texts', async () => {
    const many = (count: number, text = 'nobody@nowhere.test') => Array.from({ length: count }, () => text);
    const search = async (texts: readonly string[]) =>
      (await browser.change('POST', '/api/v1/people/search', { texts, hosts: ['desk'] })).statusCode;
    expect([await search(many(50)), await search(many(51)), await search([])]).toEqual([200, 400, 400]);
    expect([await search(['x'.repeat(320)]), await search(['x'.repeat(321)])]).toEqual([200, 400]);
    const review = { host: 'desk', person: 'account-nobody' };
    const also = await browser.change('POST', '/api/v1/reviews', { ...review, also: many(51) });
    expect(also.statusCode).toBe(400);
    const known = await browser.change('POST', '/api/v1/reviews', { ...review, acknowledged: many(21, 'hired') });
    expect(known.statusCode).toBe(400);
    expect((await browser.get('/api/v1/runs?most=201')).statusCode).toBe(400);
    expect((await browser.get(`/api/v1/people/desk/${'a'.repeat(201)}`)).statusCode).toBe(404);
    const wide = Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`k${String(at)}`, 1]));
    for (const { method, path } of routes())
      expect((await raw(method, path, JSON.stringify(wide))).statusCode).toBeGreaterThanOrEqual(400);
  });

  it('S20 bodies that never end keep nobody waiting, and are given up', async () => {
    const { port } = new URL(await addressOf(bench.app));
    const slow = await Promise.all(Array.from({ length: 60 }, async () => begun(Number(port))));
    try {
      for (const socket of slow) socket.write('x');
      const search = { texts: ['nobody@nowhere.test'] };
      expect((await browser.change('POST', '/api/v1/people/search', search)).statusCode).toBe(200);
    } finally {
      for (const socket of slow) socket.destroy();
    }
    const { requestTimeout, headersTimeout } = bench.app.server;
    expect([requestTimeout, headersTimeout].map((limit) => limit > 0 && limit <= 60_000)).toEqual([true, true]);
  });

  /** A request whose body is promised and does not come. */
  async function begun(port: number): Promise<Socket> {
    const socket = connect(port, '127.0.0.1');
    await new Promise((resolve) => socket.once('connect', resolve));
    const lines = [
      'POST /api/v1/people/search HTTP/1.1',
      'host: x',
      'content-type: application/json',
      'content-length: 1000',
    ];
    socket.on('error', () => undefined).write(`${lines.join('\r\n')}\r\n\r\n{`);
    return socket;
  }

  it('S20 takes what its own description gives as an example of each shape, or says what is wrong with it', async () => {
    for (const { method, path, shape } of routes()) {
      const sample = sampleOf(shape);
      if (typeof sample !== 'object' || sample === null) continue;
      expect([path, (await browser.change(method, urlOf(path), sample)).statusCode < 500]).toEqual([path, true]);
    }
    expect(await isUp()).toBe(true);
  });
});
