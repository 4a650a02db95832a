import { setTimeout as pause } from 'node:timers/promises';

import type { OwnServer } from '@lethe/storage/testing';
import pg from 'pg';
import { PgBoss } from 'pg-boss';
import { openAt } from './open.ts';
import { hire, isAllDone, queuePeople, startProcess } from './crew.ts';
import { startStub } from './stub.ts';

/** What is measured, and with how much. */
export interface Measuring {
  readonly server: OwnServer;
  readonly keyFile: string;
  readonly people: number;
  readonly mails: number;
  readonly workers: number;
}

const RUNS_AT_ONCE = 8;

/** Steps a second of workers that are there already when the runs come. */
export async function speedOfLethe({ server, keyFile, people, mails, workers }: Measuring): Promise<number> {
  const databaseUrl = await server.makeDatabase();
  const stub = await startStub(() => 0, mails);
  const storage = await openAt(databaseUrl, keyFile);
  const later = new Date(Date.now() + 86_400_000);
  const runs = await queuePeople(storage, stub.address, { people, notBefore: later });
  const input = { source: new URL('./worker-child.ts', import.meta.url), databaseUrl, keyFile, address: stub.address };
  const settings = { runsAtOnce: RUNS_AT_ONCE, heartbeatSeconds: 15, callSeconds: 1 };
  const hands = await Promise.all(Array.from({ length: workers }, async () => hire({ ...input, settings })));
  const release = new pg.Client(databaseUrl);
  await release.connect();
  await release.query('update lethe.run set queued_for = now()');
  const began = performance.now();
  await release.query('update lethe_queue.job set start_after = now()');
  await release.end();
  while (!(await isAllDone(storage))) await pause(50);
  const seconds = (performance.now() - began) / 1000;
  if (stub.tally(people, mails).once !== runs.length * mails) throw new Error('Steps were lost or repeated.');
  await Promise.all(hands.map(async (hand) => hand.dismiss()));
  await storage.close();
  await stub.close();
  return (people * mails) / seconds;
}

/** The same of pg-boss alone. */
export async function speedOfBareBoss({ server, people, mails, workers }: Measuring): Promise<number> {
  const databaseUrl = await server.makeDatabase();
  const stub = await startStub(() => 0, mails);
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  await pool.query('create table bare_run (person int primary key, commits int not null default 0)');
  await pool.query('create table bare_step (person int, mail int, primary key (person, mail))');
  await pool.query('insert into bare_run (person) select generate_series(0, $1::int - 1)', [people]);
  const boss = new PgBoss({ connectionString: databaseUrl, schema: 'bare', max: 2, supervise: false, schedule: false });
  await boss.start();
  await boss.createQueue('bare', { retryLimit: 0 });
  await boss.insert(
    'bare',
    Array.from({ length: people }, (_, person) => ({ data: { person }, startAfter: 86_400 })),
  );
  const source = new URL('./bare-child.ts', import.meta.url);
  const args = [databaseUrl, stub.address, String(mails), String(RUNS_AT_ONCE)];
  const hands = await Promise.all(Array.from({ length: workers }, async () => startProcess(source, args)));
  const began = performance.now();
  await pool.query('update bare.job set start_after = now()');
  const left = async (): Promise<unknown> =>
    (await pool.query("select from bare.job where name = 'bare' and state < 'completed' limit 1")).rowCount;
  while ((await left()) !== 0) await pause(50);
  const seconds = (performance.now() - began) / 1000;
  await Promise.all(hands.map(async (hand) => hand.dismiss()));
  await boss.stop({ graceful: false });
  await pool.end();
  await stub.close();
  return (people * mails) / seconds;
}
