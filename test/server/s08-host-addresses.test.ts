import { createServer } from 'node:http';
import { afterAll, describe, expect, it } from '@jest/globals';
import { HostError } from '@lethe/core';
import type { Host } from '@lethe/core';
import { but, memoryGround, smallWorld, virtualClock } from '@lethe/core/testing';
import type { HostKind } from '@lethe/hosts';
import { networkFailure } from '@lethe/http';
import { httpClient, within } from '@lethe/http/node';
import { ApiBench, TestGround } from '@lethe/server/testing';
import { z } from 'zod';

const test = new TestGround();
const CANARY = 'canary-7c41-key-of-a-host';
const problem = z.object({ error: z.string() });

/** What a vendor's server was asked, and what it redirects to. */
const asked: string[] = [];
const vendor = createServer((request, response) => {
  asked.push(`${String(request.url)} ${String(request.headers['authorization'])}`);
  response.writeHead(302, { location: '/secret-of-the-network' }).end();
}).listen(0, '127.0.0.1');
const port = (): number => {
  const address = vendor.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
};
afterAll(() => {
  vendor.close();
});

/** A kind of host that asks its address whether it may, with its key. */
const kind: HostKind = {
  kind: 'invented',
  domains: ['*.desk.test'],
  profiles: [],
  settings: z.strictObject({ address: z.url(), keyFrom: z.string() }).transform(({ address, keyFrom }) => ({
    where: address,
    open: async ({ secrets, lookup }): Promise<Host> => {
      const authorization = secrets(keyFrom) ?? 'none';
      const http = httpClient(address, { headers: { authorization }, lookup });
      const { host } = memoryGround(smallWorld(), { clock: virtualClock() });
      return but(host, {
        preflight: async () => {
          const answer = await http.get('/me', within(5_000)).catch((error: unknown) => {
            throw networkFailure('Invented', error, 'say who you are');
          });
          throw new HostError('unreadable', `Answered ${String(answer.status)}.`);
        },
      });
    },
  })),
};

describe('S8 S9 hosts that are added over the API', () => {
  it('S8 refuses what leads elsewhere, and settings of a kind that is a folder of the machine', async () => {
    const bench = await ApiBench.open(test, { hosts: {}, work: { doors: { kinds: [kind], resolve: async () => [] } } });
    const { browser } = await bench.operator({ administrator: true });
    const add = async (address: string): Promise<unknown> => {
      const body = { name: 'refused', kind: 'invented', settings: { address, keyFrom: 'KEY' }, keys: { KEY: CANARY } };
      return problem.parse((await browser.change('POST', '/api/v1/hosts', body)).json()).error;
    };
    for (const address of [
      'http://acme.desk.test',
      'https://127.0.0.1',
      'https://acme.desk.test@evil.test',
      'https://evil.test',
      'https://[::ffff:10.0.0.1]',
      'https://acme.desk.test:22',
    ])
      expect([address, await add(address)]).toEqual([address, 'rules']);
    expect(await bench.ground.store.api.hosts.find('refused')).toBeUndefined();
  });

  it('S8 a name is judged by what it leads to at each connection, and one private address among public ones refuses it', async () => {
    const answers = [
      ['203.0.114.7'],
      ['127.0.0.1'],
      ['8.8.8.8', '10.0.0.1'],
      ['::ffff:127.0.0.1'],
      ['169.254.169.254'],
    ];
    const resolve = async () =>
      (answers.length > 1 ? answers.splice(1, 1) : answers)
        .flat()
        .map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    const bench = await ApiBench.open(test, { hosts: {}, work: { doors: { kinds: [kind], resolve } } });
    const { browser } = await bench.operator({ administrator: true });
    const settings = { address: 'https://rebinding.desk.test', keyFrom: 'KEY' };
    const body = { name: 'rebinding', kind: 'invented', settings, keys: { KEY: CANARY } };
    expect((await browser.change('POST', '/api/v1/hosts', body)).statusCode).toBe(201);
    for (let times = 0; times < 4; times += 1) {
      const answer = await browser.change('POST', '/api/v1/hosts/rebinding/preflight');
      expect(answer.json()).toMatchObject({
        ready: false,
        obstacles: [{ says: expect.stringContaining('leads into a network') }],
      });
    }
    expect(asked).toEqual([]);
  });

  it('S8 S9 follows no redirect, hands over the key it was given and no variable of the server', async () => {
    const origin = `http://127.0.0.1:${String(port())}`;
    const bench = await ApiBench.open(test, {
      hosts: {},
      env: { KEY: 'a variable of the server' },
      server: { hostAddresses: { allow: [origin] } },
      work: { doors: { kinds: [kind], resolve: async () => [] } },
    });
    const { browser } = await bench.operator({ administrator: true });
    const settings = { address: origin, keyFrom: 'KEY' };
    const without = await browser.change('POST', '/api/v1/hosts', {
      name: 'allowed',
      kind: 'invented',
      settings,
      keys: {},
    });
    expect(problem.parse(without.json()).error).toBe('host-keys');
    const added = await browser.change('POST', '/api/v1/hosts', {
      name: 'allowed',
      kind: 'invented',
      settings,
      keys: { KEY: CANARY },
    });
    expect(added.statusCode).toBe(201);
    const answer = await browser.change('POST', '/api/v1/hosts/allowed/preflight');
    expect(answer.json()).toMatchObject({ obstacles: [{ says: 'Answered 302.' }] });
    expect(asked).toEqual([`/me ${CANARY}`]);
  });

  it('S9 a key is in no answer, no log and no table, and is given anew when the host moves', async () => {
    const bench = await ApiBench.open(test, { hosts: {}, work: { doors: { kinds: [kind], resolve: async () => [] } } });
    const { browser } = await bench.operator({ administrator: true });
    const settings = { address: 'https://one.desk.test', keyFrom: 'KEY' };
    const answers = [
      await browser.change('POST', '/api/v1/hosts', {
        name: 'moving',
        kind: 'invented',
        settings,
        keys: { KEY: CANARY },
      }),
    ];
    const moved = { settings: { ...settings, address: 'https://two.desk.test' }, seen: 1 };
    const refused = await browser.change('PUT', '/api/v1/hosts/moving', { ...moved, keys: {} });
    expect(problem.parse(refused.json()).error).toBe('host-keys');
    answers.push(
      refused,
      await browser.change('PUT', '/api/v1/hosts/moving', { ...moved, keys: { KEY: `${CANARY}-2` } }),
    );
    answers.push(
      await browser.change('PUT', '/api/v1/hosts/moving', {
        settings: moved.settings,
        keys: { OTHER: CANARY },
        seen: 2,
      }),
    );
    for (const url of ['/api/v1/hosts', '/api/v1/hosts/moving', '/api/v1/ledger?most=500'])
      answers.push(await browser.get(url));
    answers.push(
      await browser.change('POST', '/api/v1/hosts/moving/preflight'),
      await browser.change('DELETE', '/api/v1/hosts/moving'),
    );
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([201, 422, 200, 422, 200, 200, 200, 200, 204]);
    const tables = await test.database.ask(
      `select table_name as name from information_schema.tables where table_schema = 'lethe'`,
    );
    const dump: string[] = [];
    for (const { name } of tables)
      for (const row of await test.database.ask(`select row_to_json(t)::text as row from lethe.${String(name)} t`))
        dump.push(String(row['row']));
    const everything = [...answers.map(({ body }) => body), ...test.lines, ...dump].join('\n');
    for (const written of [
      CANARY,
      Buffer.from(CANARY).toString('base64').slice(0, 30),
      Buffer.from(CANARY).toString('hex'),
    ])
      expect(everything).not.toContain(written);
    expect(dump.join('')).toContain('host-keys-changed');
  });
});
