import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { Seed, serviceToken } from './fake/seed.ts';
import { FakeServer } from './fake/server.ts';
import { asked, changes, person, refused, ticket, user } from './recorded-requests.ts';
import type { Asked } from './recorded-requests.ts';

/** What a real Request Tracker answered: see record-shapes.mjs. */
const real = z
  .object({
    answers: z.record(z.string(), z.array(z.string())),
    said: z.record(z.string(), z.object({ status: z.number(), lines: z.number() })),
    statuses: z.record(z.string(), z.unknown()),
  })
  .parse(JSON.parse(readFileSync(new URL('shapes.json', import.meta.url), 'utf8')));

function shapeOf(value: unknown, at = ''): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((one) => shapeOf(one, `${at}[]`));
  if (value === null || typeof value !== 'object') return [`${at} ${value === null ? 'null' : typeof value}`];
  return Object.entries(value).flatMap(([name, one]) => shapeOf(one, at === '' ? name : `${at}.${name}`));
}

const headers = {
  From: `"Shape One" <${person}>`,
  To: 'rt@helpdesk.test',
  Subject: 'shape',
  'Message-ID': '<s@c.test>',
  'X-RT-Interface': 'Email',
};
/** The same things as record-shapes.mjs makes. */
async function filled(): Promise<FakeServer> {
  const seed = new Seed();
  const by = seed.user({
    Name: person,
    EmailAddress: person,
    RealName: 'Shape One',
    columns: { Comments: 'Autocreated' },
  });
  const cc = seed.user({ Name: 'cc@customer.test', EmailAddress: 'cc@customer.test' });
  const text = [
    { type: 'text/plain', text: 'Tere päevast' },
    { type: 'text/html', text: '<p>Tere</p>' },
  ];
  const file = { type: 'text/plain', filename: 'a.txt', text: 'inside' };
  const parts = [{ type: 'multipart/alternative', parts: text }, file];
  seed.ticket({ by, cc: [cc], Subject: 'shape', opening: { type: 'multipart/mixed', headers, parts } });
  const mail = { type: 'multipart/alternative', headers: { ...headers, To: person }, parts: text };
  seed.message(ticket, { by: 1, Type: 'EmailRecord', Data: '<rt@helpdesk.test>', mail });
  const server = await FakeServer.start(seed.tracker, true);
  const put = async (path: string, body: unknown): Promise<unknown> => call(server, ['PUT', path, body]);
  await put(`/user/${by}`, { HomePhone: '555', Organization: 'Acme', CustomFields: { 'Employee number': 'E1' } });
  await put(`/user/${by}`, { RealName: 'Shape Two', CustomFields: { 'Employee number': '' } });
  await put(`/ticket/${ticket}`, { Subject: 'shape 2', CustomFields: { 'Callback number': '555' } });
  await put(`/ticket/${ticket}`, { AdminCc: ['root'], Cc: [] });
  expect([by, cc]).toEqual([user, user + 1]);
  return server;
}

async function call(server: FakeServer, [method, path, body]: Asked, token = serviceToken): Promise<Response> {
  return fetch(`${server.address}/REST/2.0${path}`, {
    method,
    headers: { Authorization: `token ${token}`, 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

async function withFilled(act: (server: FakeServer) => Promise<void>): Promise<void> {
  const server = await filled();
  try {
    await act(server);
  } finally {
    await server.close();
  }
}

async function resolved(server: FakeServer, path: string): Promise<string> {
  const [, kind = '', type] = /^\/(transaction|attachment)\/\{(.+)\}$/.exec(path) ?? [];
  if (type === undefined) return path;
  const list = kind === 'transaction' ? 'history' : 'attachments';
  const field = kind === 'transaction' ? 'Type' : 'ContentType';
  const answer: unknown = await (
    await call(server, ['GET', `/ticket/${ticket}/${list}?per_page=100&fields=${field}`])
  ).json();
  const { items } = z.object({ items: z.array(z.record(z.string(), z.unknown())) }).parse(answer);
  return `/${kind}/${String(items.find((one) => one[field] === type)?.id)}`;
}

describe('the fake', () => {
  it.each(Object.keys(asked))('answers in the shape a real RT answers in: %s', async (name) => {
    await withFilled(async (server) => {
      const [method, path, body] = asked[name] ?? ['GET', '/'];
      const response = await call(server, [method, await resolved(server, path), body]);
      const shape = [...new Set(shapeOf(await response.json()))].filter((one) => !optional.test(one));
      const wanted = (real.answers[name] ?? []).filter((one) => !optional.test(one));
      expect(wanted.length).toBeGreaterThan(0);
      expect(shape.filter((one) => !wanted.includes(one))).toEqual([]);
      expect(placesIn(shape)).toEqual(placesIn(wanted));
    });
  });

  it.each(Object.keys(refused))('refuses as a real RT refuses: %s', async (name) => {
    await withFilled(async (server) => {
      const [method, path, body] = refused[name] ?? ['GET', '/'];
      const token = name === 'a wrong token' ? 'wrong' : serviceToken;
      const response = await call(server, [method, await resolved(server, path), body], token);
      expect(response.status).toBe(real.statuses[name]);
    });
  });

  it.each(Object.keys(changes))('says 200 and as many words as a real RT: %s', async (name) => {
    await withFilled(async (server) => {
      const response = await call(server, changes[name] ?? ['GET', '/']);
      const lines = z.array(z.string()).parse(await response.json()).length;
      expect({ status: response.status, lines }).toEqual(real.said[name]);
    });
  });

  it('says again what is so already, in the words of RT, and fails where RT does', async () => {
    await withFilled(async (server) => {
      const again = async (request: Asked): Promise<unknown> => {
        await call(server, request);
        const response = await call(server, request);
        return response.status === 200 ? response.json() : response.status;
      };
      expect(await again(['PUT', `/ticket/${ticket}`, { Requestor: [] }])).toHaveLength(
        real.said['the same again']?.lines ?? -1,
      );
      expect(await again(['PUT', `/ticket/${ticket}`, { CustomFields: { 'Callback number': null } }])).toHaveLength(
        real.said['a field emptied again']?.lines ?? -1,
      );
      expect(await again(['PUT', `/user/${user}`, { Disabled: 1 }])).toHaveLength(
        real.said['disabled again by a column']?.lines ?? -1,
      );
      expect(await again(['DELETE', `/user/${user}`])).toBe(real.statuses['an account disabled twice']);
    });
  });
});

function placesIn(shape: readonly string[]): readonly string[] {
  return [...new Set(shape.map((one) => one.split(' ')[0] ?? ''))].sort();
}

/** What stands in some rows of an RT and not in others, and where a link leads, which nobody follows. */
const optional = /_hyperlinks|next_page|EntryHint|\.Password|Plugins/;
