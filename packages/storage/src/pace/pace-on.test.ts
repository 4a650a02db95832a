import { describe, expect, it } from '@jest/globals';
import { HostError } from '@lethe/core';

import { addressFrom } from '../connection/address.ts';
import { openDatabase, type Database } from '../connection/database.ts';
import { TestStorage } from '../testing/test-storage.ts';
import { PaceOn } from './pace-on.ts';

const ground = new TestStorage();

/** A pace whose waits are noted and over at once, as another process would have it. */
async function withPace(host: string, work: (pace: PaceOn, waits: readonly number[]) => Promise<void>): Promise<void> {
  const database: Database = openDatabase(addressFrom(ground.database.url));
  const waits: number[] = [];
  const pace = new PaceOn(database, host, async (milliseconds) => {
    waits.push(milliseconds);
    await ground.database.ask("update lethe.host_pace set blocked_until = '-infinity'");
  });
  await work(pace, waits).finally(async () => database.destroy());
}

async function errorOf(work: Promise<unknown>): Promise<HostError> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof HostError) return error;
  throw new TypeError('It was not refused.');
}

describe('the pace of a host', () => {
  it('spaces calls evenly after those that may come at once, over all processes', async () => {
    const limits = { perSecond: 1 / 20, atOnce: 2 };
    await withPace('even', async (one, waits) => {
      await withPace('even', async (other, others) => {
        await Promise.all([one.turn(limits), other.turn(limits)]);
        expect([...waits, ...others]).toEqual([]);
        await Promise.all([one.turn(limits), other.turn(limits)]);
        const [first = 0, second = 0] = [...waits, ...others].sort((a, b) => a - b);
        expect(second - first).toBeGreaterThan(19_000);
        expect(second).toBeLessThanOrEqual(40_000);
      });
    });
  });

  it('keeps hosts apart', async () => {
    const limits = { perSecond: 1 / 20 };
    await withPace('here', async (pace) => pace.turn(limits));
    await withPace('there', async (pace, waits) => {
      await pace.turn(limits);
      expect(waits).toEqual([]);
    });
  });

  it('makes nobody wait for long: it says when, and leaves the moment to others', async () => {
    const limits = { perSecond: 1 / 100 };
    await withPace('slow', async (pace, waits) => {
      await pace.turn(limits);
      for (let again = 0; again < 3; again += 1) {
        const { code, retryAt } = await errorOf(pace.turn(limits));
        expect(code).toBe('too-fast');
        expect((retryAt?.getTime() ?? 0) - Date.now()).toBeLessThanOrEqual(100_000);
      }
      expect(waits).toEqual([]);
    });
  });

  it('closes the host for everybody until the time it named, and never earlier because of another answer', async () => {
    await withPace('closed', async (pace) => {
      await pace.turn();
      await pace.closeUntil(new Date(Date.now() + 3_600_000));
      await pace.closeUntil(new Date(Date.now() + 1_000));
      const { retryAt } = await errorOf(pace.turn());
      expect((retryAt?.getTime() ?? 0) - Date.now()).toBeGreaterThan(3_500_000);
    });
    await withPace('closed', async (other) => {
      expect((await errorOf(other.turn({ perSecond: 1000 }))).code).toBe('too-fast');
    });
  });

  it('waits while the host is closed for a moment, and looks once more afterwards', async () => {
    await withPace('moment', async (pace, waits) => {
      await pace.closeUntil(new Date(Date.now() + 50_000));
      await pace.turn();
      expect(waits).toHaveLength(1);
    });
  });
});
