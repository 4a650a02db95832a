import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyLedger } from '@lethe/core';
import type { Storage } from '@lethe/storage';
import { makeTemporaryDirectory, makeTestDatabase, type TestDatabase } from '@lethe/storage/testing';
import { hire, isAllDone, queuePeople, type Hand } from '../../../../test/bench/durable/crew.ts';
import { openAt } from '../../../../test/bench/durable/open.ts';
import { startStub, type Stub } from '../../../../test/bench/durable/stub.ts';
import { until } from '../../../../test/bench/durable/until.ts';

const PEOPLE = 6;
const MAILS = 12;
const CALL = 30;

/** A database, a host and worker processes for one test. */
class Floor {
  readonly database: TestDatabase;
  readonly stub: Stub;
  readonly storage: Storage;
  readonly #keyFile: string;
  readonly #hands: Hand[] = [];

  constructor(parts: {
    readonly database: TestDatabase;
    readonly stub: Stub;
    readonly storage: Storage;
    readonly keyFile: string;
  }) {
    this.database = parts.database;
    this.stub = parts.stub;
    this.storage = parts.storage;
    this.#keyFile = parts.keyFile;
  }

  async hire(runsAtOnce = 2): Promise<Hand> {
    const settings = { runsAtOnce, heartbeatSeconds: 3, callSeconds: 1 };
    const source = new URL('../../../../test/bench/durable/worker-child.ts', import.meta.url);
    const input = {
      source,
      databaseUrl: this.database.url,
      keyFile: this.#keyFile,
      address: this.stub.address,
      settings,
    };
    const hand = await hire(input);
    this.#hands.push(hand);
    return hand;
  }

  /** It is at work, and has changed something. */
  async isBusy({ pid }: Hand): Promise<void> {
    await until(() => (this.stub.counts.writesOf.get(String(pid)) ?? 0) > 2);
  }

  async expectAllDoneOnce(): Promise<void> {
    await until(async () => isAllDone(this.storage));
    expect(this.stub.tally(PEOPLE, MAILS)).toEqual({ never: 0, once: PEOPLE * MAILS, repeated: [] });
    expect(this.stub.counts.twoAtOnce).toBe(0);
    expect(await verifyLedger(this.storage.ledger())).toMatchObject({ ok: true });
  }

  async close(): Promise<void> {
    await Promise.all(this.#hands.map(async (hand) => hand.dismiss()));
    await this.storage.close();
    await this.stub.close();
    await this.database.remove();
  }
}

const ground: { floor?: Floor; removeDirectory?: () => Promise<void> } = {};

async function openFloor(): Promise<Floor> {
  const directory = await makeTemporaryDirectory();
  const database = await makeTestDatabase();
  const stub = await startStub(() => CALL, MAILS);
  const keyFile = join(directory.path, 'key');
  const storage = await openAt(database.url, keyFile);
  ground.removeDirectory = async () => directory.remove();
  return new Floor({ database, stub, storage, keyFile });
}

describe('workers of one database', () => {
  beforeAll(async () => {
    ground.floor = await openFloor();
    await queuePeople(ground.floor.storage, ground.floor.stub.address, { people: PEOPLE });
  }, 120_000);

  afterAll(async () => {
    await ground.floor?.close();
    await ground.removeDirectory?.();
  }, 60_000);

  it('lose nothing and repeat nothing when one is killed, one is frozen and comes back, and one is told to end', async () => {
    const floor = ground.floor!;
    const [victim, frozen] = await Promise.all([floor.hire(), floor.hire()]);
    await Promise.all([floor.isBusy(victim), floor.isBusy(frozen)]);
    await victim.kill();
    frozen.freeze();
    const [heir, leaver] = await Promise.all([floor.hire(8), floor.hire()]);
    await until(() => heir.events.some(({ what }) => what === 'run-taken'));
    await leaver.dismiss();
    await floor.expectAllDoneOnce();
    const before = floor.stub.counts.writesOf.get(String(frozen.pid));
    frozen.thaw();
    await until(() => frozen.events.some(({ what }) => what === 'run-fenced'));
    await frozen.dismiss();
    expect(floor.stub.counts.writesOf.get(String(frozen.pid))).toBe(before);
    await floor.expectAllDoneOnce();
  }, 180_000);
});
