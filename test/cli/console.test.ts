import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { lethe } from '@lethe/cli';
import { z } from 'zod';
import { placeFor } from './place.ts';
import type { Place } from './place.ts';

const on: { place?: Place } = {};
beforeAll(async () => {
  on.place = await placeFor();
});
afterAll(async () => on.place?.leave());

const line = z.object({ address: z.url() });

it('lethe console prints the one link that sets it up, opens it in the browser, and ends when it is told to', async () => {
  const place = on.place!;
  const opened: string[] = [];
  const said = { out: '', err: '' };
  const told = { stop: false };
  const running = lethe(['--json', 'console'], {
    env: place.env,
    out: { write: (text) => (said.out += text) },
    err: { write: (text) => (said.err += text) },
    watchInterrupts: () => () => told.stop,
    open: (address) => {
      opened.push(address);
      told.stop = true;
    },
  });
  expect(await running).toBe(0);
  const { address } = line.parse(JSON.parse(said.out));
  expect(opened).toEqual([address]);
  const { hostname, pathname, search, hash } = new URL(address);
  expect([hostname, pathname, search]).toEqual(['127.0.0.1', '/setup', '']);
  expect(hash).toMatch(/^#code=[a-z0-9-]{25,}$/);
  expect(said.err).not.toContain(hash.replace('#code=', ''));
});
