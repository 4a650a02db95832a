import { expect, it } from '@jest/globals';
import { but, memoryGround, smallWorld, virtualClock } from '@lethe/core/testing';
import { hostKinds } from '@lethe/hosts';
import type { HostKind } from '@lethe/hosts';
import { z } from 'zod';
import { ApiBench, TestGround } from '../testing/index.ts';
import { fieldsOf } from '../work/host-fields.ts';

const test = new TestGround();

/** A kind of host that lacks a right, and says with which key it was asked. */
const kind: HostKind = {
  kind: 'invented',
  domains: ['*.desk.test'],
  profiles: [],
  settings: z.strictObject({ address: z.url(), keyFrom: z.string() }).transform(({ address, keyFrom }) => ({
    where: address,
    open: async ({ secrets }) => {
      const { host } = memoryGround(smallWorld(), { clock: virtualClock() });
      const says = secrets(keyFrom) === 'right-key' ? 'The key lacks the right to delete files.' : 'Another key.';
      const obstacle = { code: 'host-setting', says, remedy: 'Grant it in the host.' } as const;
      return but(host, { preflight: async () => [obstacle] });
    },
  })),
};

it('lists every kind that can be added with what has to be written about one, and none that is a folder of the machine', async () => {
  const { browser } = await (await ApiBench.open(test, { hosts: {} })).operator({ administrator: true });
  const answer = z
    .object({ kinds: z.array(z.object({ kind: z.string(), fields: z.array(z.object({ path: z.string() })) })) })
    .parse((await browser.get('/api/v1/host-kinds')).json());
  expect(answer.kinds.map((one) => one.kind).sort()).toEqual(
    hostKinds
      .map((one) => one.kind)
      .filter((name) => name !== 'sandbox')
      .sort(),
  );
  for (const { kind: name, fields } of answer.kinds) {
    expect([name, fields.map(({ path }) => path)]).toEqual([name, expect.arrayContaining(['address'])]);
  }
});

it.each([
  ['redmine', ['address text', 'keyFrom key']],
  ['lever', ['address text https://api.lever.co/v1', 'keyFrom key']],
  ['jira', ['address text', 'signIn.email text', 'signIn.tokenFrom key']],
  [
    'zendesk',
    ['address text', 'signIn.flow fixed client-credentials', 'signIn.clientId text', 'signIn.clientSecretFrom key'],
  ],
])('what has to be written about %s is in its own schema', (name, expected) => {
  const known = hostKinds.find((one) => one.kind === name);
  const fields = known === undefined ? [] : fieldsOf(known);
  expect(fields.map(({ path, type, value = '' }) => `${path} ${type} ${value}`.trim())).toEqual(expected);
});

it('a preflight before a host is added names every missing right, and keeps nothing', async () => {
  const bench = await ApiBench.open(test, { hosts: {}, work: { doors: { kinds: [kind], resolve: async () => [] } } });
  const { browser } = await bench.operator({ administrator: true });
  const settings = { address: 'https://acme.desk.test', keyFrom: 'KEY' };
  const check = async (body: object) => browser.change('POST', '/api/v1/host-checks', { kind: 'invented', ...body });
  const found = await check({ settings, keys: { KEY: 'right-key' } });
  expect(found.json()).toMatchObject({
    ready: false,
    obstacles: [{ says: 'The key lacks the right to delete files.', remedy: 'Grant it in the host.' }],
  });
  expect(found.body).not.toContain('right-key');
  expect((await browser.get('/api/v1/hosts')).json()).toEqual({ hosts: [] });
  expect((await check({ settings, keys: {} })).statusCode).toBe(422);
  const elsewhere = { address: 'https://169.254.169.254', keyFrom: 'KEY' };
  expect((await check({ settings: elsewhere, keys: { KEY: 'x' } })).json()).toMatchObject({
    error: 'rules',
    at: 'address',
  });
});
