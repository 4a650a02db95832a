import { setTimeout as pause } from 'node:timers/promises';

import type { OwnServer } from '@lethe/storage/testing';
import pg from 'pg';
import { PgBoss } from 'pg-boss';
import { openAt } from './open.ts';
import { hire, queuePeople, startProcess, type Hand } from './crew.ts';
import { startStub, type Stub } from './stub.ts';

/** What is measured, and with how much. */
export interface Measuring {
  readonly server: OwnServer;
  readonly keyFile: string;
  readonly people: number;
  readonly mails: number;
  readonly workers: number;
}

const RUNS_AT_ONCE = 8;
/** Runs of each worker before the clock starts: workers are processes that go on for weeks, and Node compiles what it has seen often. */
const WARM_UP = 16;

/** One of the two that are compared, ready to begin. */
interface Side {
  /** Makes the jobs of so many people from this number on; nobody takes them before they are released. */
  readonly make: (from: number, people: number) => Promise<void>;
  /** The table of jobs, and what makes the rest of them due. */
  readonly jobs: string;
  readonly alsoDue?: string;
  readonly workers: readonly Hand[];
}

/** Steps a second of workers that are at work already when the runs come. */
export async function speedOfLethe(measuring: Measuring): Promise<number> {
  const { server, keyFile, mails } = measuring;
  const databaseUrl = await server.makeDatabase();
  const stub = await startStub(undefined, mails);
  const storage = await openAt(databaseUrl, keyFile);
  const input = { source: new URL('./worker-child.ts', import.meta.url), databaseUrl, keyFile, address: stub.address };
  const settings = { runsAtOnce: RUNS_AT_ONCE, heartbeatSeconds: 15, callSeconds: 1 };
  const workers = await crewOf(measuring, async () => hire({ ...input, settings }));
  const notBefore = new Date(Date.now() + 86_400_000);
  const make = async (from: number, people: number): Promise<void> => {
    await queuePeople(storage, stub.address, { from, people, notBefore });
  };
  const alsoDue = "update lethe.run set queued_for = now() where state = 'queued'";
  const speed = await speedOf(measuring, { databaseUrl, stub }, { make, jobs: 'lethe_queue.job', alsoDue, workers });
  await storage.close();
  return speed;
}

/** The same of pg-boss alone. */
export async function speedOfBareBoss(measuring: Measuring): Promise<number> {
  const { server, mails } = measuring;
  const databaseUrl = await server.makeDatabase();
  const stub = await startStub(undefined, mails);
  const boss = await bareBoss(databaseUrl);
  const source = new URL('./bare-child.ts', import.meta.url);
  const args = [databaseUrl, stub.address, String(mails), String(RUNS_AT_ONCE)];
  const workers = await crewOf(measuring, async () => startProcess(source, args));
  const make = async (from: number, people: number): Promise<void> => {
    const numbers = Array.from({ length: people }, (_, person) => from + person);
    await boss.insert(
      'bare',
      numbers.map((person) => ({ data: { person }, startAfter: 86_400 })),
    );
  };
  const speed = await speedOf(measuring, { databaseUrl, stub }, { make, jobs: 'bare.job', workers });
  await boss.stop({ graceful: false });
  return speed;
}

async function crewOf({ workers }: Measuring, start: () => Promise<Hand>): Promise<readonly Hand[]> {
  return Promise.all(Array.from({ length: workers }, start));
}

async function bareBoss(databaseUrl: string): Promise<PgBoss> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  await client.query('create table bare_run (person int primary key, commits int not null default 0)');
  await client.query('create table bare_step (person int, mail int, primary key (person, mail))');
  await client.query('insert into bare_run (person) select generate_series(0, 9999)');
  await client.end();
  const boss = new PgBoss({ connectionString: databaseUrl, schema: 'bare', max: 2, supervise: false, schedule: false });
  await boss.start();
  await boss.createQueue('bare', { retryLimit: 0 });
  return boss;
}

/** Lets the workers warm up, and then takes the time. Both sides are measured by this, and see the same stub and the same questions. */
async function speedOf(
  { people, mails, workers }: Measuring,
  { databaseUrl, stub }: { readonly databaseUrl: string; readonly stub: Stub },
  side: Side,
): Promise<number> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  const warmUp = WARM_UP * workers;
  await side.make(0, warmUp);
  await carriedOut(client, side);
  await side.make(warmUp, people);
  const began = performance.now();
  await carriedOut(client, side);
  const seconds = (performance.now() - began) / 1000;
  const all = people + warmUp;
  if (stub.tally(all, mails).once !== all * mails) throw new Error('Steps were lost or repeated.');
  await Promise.all(side.workers.map(async (hand) => hand.dismiss()));
  await client.end();
  await stub.close();
  return (people * mails) / seconds;
}

/** Releases all jobs and waits until they are done. */
async function carriedOut(client: pg.Client, { jobs, alsoDue }: Side): Promise<void> {
  const open = `from ${jobs} where name in ('run', 'bare') and state < 'completed'`;
  if (alsoDue !== undefined) await client.query(alsoDue);
  await client.query(`update ${jobs} set start_after = now() where state < 'active'`);
  while ((await client.query(`select ${open} limit 1`)).rowCount !== 0) await pause(50);
}
