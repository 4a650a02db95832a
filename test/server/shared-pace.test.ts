import { describe, expect, it } from '@jest/globals';
import { memoryGround, smallWorld, virtualClock } from '@lethe/core/testing';
import type { Host } from '@lethe/core';
import type { HostKind, SharedPace } from '@lethe/hosts';
import { ApiBench, TestGround } from '@lethe/server/testing';
import { z } from 'zod';

const test = new TestGround();

describe('hosts the server opens', () => {
  it('keep the pace of all processes: one that was told to wait makes the others wait', async () => {
    const paces: (SharedPace | undefined)[] = [];
    const kind: HostKind = {
      kind: 'invented',
      domains: ['*.desk.test'],
      profiles: [],
      settings: z.strictObject({ address: z.url() }).transform(({ address }) => ({
        where: address,
        open: async ({ pace }): Promise<Host> => {
          paces.push(pace);
          return memoryGround(smallWorld(), { clock: virtualClock() }).host;
        },
      })),
    };
    const bench = await ApiBench.open(test, { hosts: {}, work: { doors: { kinds: [kind], resolve: async () => [] } } });
    const { browser } = await bench.operator({ administrator: true });
    const body = { name: 'desk', kind: 'invented', settings: { address: 'https://acme.desk.test' }, keys: {} };
    expect((await browser.change('POST', '/api/v1/hosts', body)).statusCode).toBe(201);
    expect((await browser.change('POST', '/api/v1/hosts/desk/preflight')).statusCode).toBe(200);

    const limits = { perSecond: 1000 };
    await paces[0]?.turn(limits);
    await bench.ground.store.pace('desk').closeUntil(new Date(Date.now() + 3_600_000));
    await expect(paces[0]?.turn(limits)).rejects.toMatchObject({ code: 'too-fast' });
  });
});
