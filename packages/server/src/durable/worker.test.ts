import { join } from 'node:path';

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { HostError, RuleError } from '@lethe/core';
import type { Host } from '@lethe/core';
import { but } from '@lethe/core/testing';
import type { Standing, Storage } from '@lethe/storage';
import {
  makeTemporaryDirectory,
  makeTestDatabase,
  type TemporaryDirectory,
  type TestDatabase,
} from '@lethe/storage/testing';
import { queuePeople } from '../../../../test/bench/durable/crew.ts';
import { smallDesk } from '../../../../test/bench/durable/small-desk.ts';
import { smallHost } from '../../../../test/bench/durable/small-host.ts';
import { openAt } from '../../../../test/bench/durable/open.ts';
import { startStub, type Stub } from '../../../../test/bench/durable/stub.ts';
import { until } from '../../../../test/bench/durable/until.ts';
import type { Worker, WorkerEvent, WorkerOptions } from './worker-options.ts';
import { startWorker } from './worker.ts';

interface Ground {
  readonly directory: TemporaryDirectory;
  readonly database: TestDatabase;
  readonly storage: Storage;
  readonly stub: Stub;
}

const here: { ground?: Ground; worker?: Worker; told: readonly WorkerEvent[] } = { told: [] };

function ground(): Ground {
  if (here.ground === undefined) throw new ReferenceError('The ground is there while tests run.');
  return here.ground;
}

beforeAll(async () => {
  const [directory, database] = [await makeTemporaryDirectory(), await makeTestDatabase()];
  const storage = await openAt(database.url, join(directory.path, 'key'));
  here.ground = { directory, database, storage, stub: await startStub(() => 0, 3) };
}, 60_000);

afterEach(async () => {
  await here.worker?.stop();
  for (const { id } of await ground().storage.runs({ open: true })) await ground().storage.callOff(id, 'operator-1');
  await ground().database.ask("delete from lethe_queue.job where name = 'run'");
  ground().stub.reset();
});

afterAll(async () => {
  const { directory, database, storage, stub } = ground();
  await storage.close();
  await stub.close();
  await database.remove();
  await directory.remove();
}, 60_000);

/** A worker that meets this host; and everything it tells. */
async function working(change: (host: Host) => Host, options: Partial<WorkerOptions> = {}): Promise<WorkerEvent[]> {
  const { storage, stub } = ground();
  const told: WorkerEvent[] = [];
  here.told = told;
  const host = change(smallHost(stub.address, 'worker'));
  here.worker = await startWorker({
    storage,
    deskFor: async () => smallDesk(storage, host),
    callSeconds: () => 1,
    lookEvery: 20,
    tell: (event) => told.push(event),
    ...options,
  });
  return told;
}

async function queuedRun(): Promise<string> {
  const [run = ''] = await queuePeople(ground().storage, ground().stub.address, { people: 1 });
  return run;
}

async function standing(run: string): Promise<Standing | undefined> {
  return (await ground().storage.queue.standing([run]))[0];
}

const asItIs = (host: Host): Host => host;

describe('a worker', () => {
  it('carries a queued run out and notes where it is', async () => {
    const run = await queuedRun();
    const told = await working(asItIs);
    await until(async () => (await ground().storage.run(run))?.endedAt !== undefined);
    await until(() => told.some(({ what }) => what === 'run-left'));
    expect(await ground().storage.run(run)).toMatchObject({ state: 'done-with-gaps' });
    expect(ground().stub.tally(1, 3)).toMatchObject({ never: 0, once: 3 });
  });

  it('puts a run off whose host is down, and stops one for a person whose key was refused', async () => {
    const run = await queuedRun();
    const told = await working((host) =>
      but(host, { preflight: async () => Promise.reject(new HostError('down', 'It is down.')) }),
    );
    await until(() => told.some(({ what }) => what === 'run-put-off'));
    expect(await standing(run)).toMatchObject({ state: 'queued', tries: 1 });
    expect((await ground().storage.run(run))?.ending?.reason).toBe('down');
    await here.worker?.stop();
    const again = await working((host) =>
      but(host, { preflight: async () => Promise.reject(new HostError('signed-out', 'The key is refused.')) }),
    );
    await ground().storage.queue.again(run);
    await until(() => again.some(({ what }) => what === 'run-left'));
    await until(async () => (await standing(run))?.state === 'stopped');
    expect((await ground().storage.run(run))?.ending?.reason).toBe('signed-out');
  });

  it('stops a run whose settings are at fault, and says what is wrong', async () => {
    const run = await queuedRun();
    await working(asItIs, { deskFor: async () => Promise.reject(new RuleError('keyFrom', 'the variable is not set')) });
    await until(async () => (await standing(run))?.state === 'stopped');
    const { ending } = (await ground().storage.run(run))!;
    expect(ending?.obstacles).toMatchObject([{ says: 'keyFrom: the variable is not set' }]);
    expect(ground().stub.counts.writes).toBe(0);
  });

  it('asks before it begins, and comes back when it was told to', async () => {
    const run = await queuedRun();
    const later = new Date(Date.now() + 3_600_000);
    const told = await working(asItIs, { notBefore: async () => later });
    await until(() => told.some(({ what }) => what === 'run-put-off'));
    expect(await standing(run)).toMatchObject({ state: 'queued', queuedFor: later, tries: 0 });
    expect(ground().stub.counts.writes).toBe(0);
  });

  it('stops between two calls when somebody asks for it', async () => {
    const run = await queuedRun();
    await working((host) =>
      but(host, {
        apply: async (group) => {
          await ground().storage.queue.askToStop(run, 'operator-1');
          await until(() => here.told.some(({ what }) => what === 'run-stopping'));
          return host.apply(group);
        },
      }),
    );
    await until(async () => (await standing(run))?.state === 'stopped');
    expect((await ground().storage.run(run))?.ending?.reason).toBe('interrupted');
    expect(ground().stub.tally(1, 3).never).toBeGreaterThan(0);
  });

  it('hands its run to others when it ends, and nothing is lost', async () => {
    const run = await queuedRun();
    const told = await working((host) =>
      but(host, {
        apply: async (group) => {
          void here.worker?.stop();
          return host.apply(group);
        },
      }),
    );
    await until(() => told.some(({ what }) => what === 'run-put-off'));
    expect((await standing(run))?.state).toBe('queued');
    await here.worker?.stop();
    await working(asItIs);
    await until(async () => (await ground().storage.run(run))?.state === 'done-with-gaps');
    expect(ground().stub.tally(1, 3)).toMatchObject({ never: 0, once: 3, repeated: [] });
  });

  it('keeps nothing of what a host or a defect threw', async () => {
    const run = await queuedRun();
    const secret = 'ada.king@lovelace.test';
    const told = await working((host) => but(host, { preflight: async () => Promise.reject(new TypeError(secret)) }));
    await until(() => told.some(({ what }) => what === 'run-failed'));
    const jobs = await ground().database.ask('select to_jsonb(j)::text as job from lethe_queue.job j');
    expect(JSON.stringify([told, jobs])).not.toContain(secret);
    expect(jobs.some(({ job }) => String(job).includes(run))).toBe(true);
  });

  it('does what is done once a night', async () => {
    const nights: string[] = [];
    const nightly = {
      name: 'retention',
      hours: async () => ({ zone: 'UTC', minutes: 0 }),
      begin: async ({ date }: { readonly date: string }) => void nights.push(date),
    };
    const { database } = ground();
    await database.ask("insert into lethe.night (name, night, ended_at) values ('retention', '2026-01-01', now())");
    await working(asItIs, { nightly: [nightly] });
    await until(() => nights.length > 0);
    expect(nights).toEqual([new Date().toISOString().slice(0, 10)]);
  });
});
