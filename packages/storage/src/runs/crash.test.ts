import { randomUUID } from 'node:crypto';
import { verifyLedger } from '@lethe/core';
import type { RunRecord } from '@lethe/core';
import { approvalOfRecord, endingIn } from '@lethe/core/testing';
import { describe, expect, it } from '@jest/globals';
import pg from 'pg';

import { startChild, type Child } from '../testing/child.ts';
import { collect } from '../testing/collect.ts';
import { crashStatements, crashSteps, type CrashStatement } from '../testing/crash-plan.ts';
import { TestStorage } from '../testing/test-storage.ts';

const ground = new TestStorage();
const source = new URL('../testing/crash-child.ts', import.meta.url);

/** What was acknowledged when the process was killed, and the statement it may have been in. */
interface Death {
  readonly plan: string;
  readonly acknowledged: readonly CrashStatement[];
  readonly during?: CrashStatement;
}

describe('a process killed with SIGKILL', () => {
  it.each(crashStatements)(
    'before and during "%s" loses nothing that was acknowledged, and its run goes on',
    async (statement) => {
      const [one, other] = [startVictim(), startVictim()];
      for (const death of [await killedBefore(statement, one), await killedDuring(statement, other)]) {
        await expectNothingLost(death);
        await expectToGoOn(death);
      }
      expect(await verifyLedger(ground.storage.ledger())).toMatchObject({ ok: true });
    },
    60_000,
  );
});

/** A process at work on a plan of its own. */
interface Victim {
  readonly plan: string;
  readonly child: Child;
}

function startVictim(): Victim {
  const plan = randomUUID();
  return { plan, child: startChild(source, [ground.database.url, ground.keyFile, plan]) };
}

async function killedBefore(statement: CrashStatement, { plan, child }: Victim): Promise<Death> {
  await leadTo(child, statement);
  await child.kill();
  return { plan, acknowledged: crashStatements.slice(0, crashStatements.indexOf(statement)) };
}

/** Its statement is held up inside the server by a lock of ours while the process dies, and then let go on. */
async function killedDuring(statement: CrashStatement, { plan, child }: Victim): Promise<Death> {
  await leadTo(child, statement);
  const blocker = new pg.Client(ground.database.url);
  await blocker.connect();
  await blocker.query('begin');
  await blocker.query('select from lethe.run where plan = $1 for update', [plan]);
  await blocker.query('select from lethe.ledger_head for update');
  child.say('go');
  await until(blocker, 'select from pg_locks where not granted');
  await child.kill();
  await blocker.query('commit');
  await until(
    blocker,
    `select where not exists (select from pg_locks where not granted) and not exists (
    select from pg_stat_activity where datname = current_database() and state = 'active' and pid <> pg_backend_pid())`,
  );
  await blocker.end();
  return { plan, acknowledged: crashStatements.slice(0, crashStatements.indexOf(statement)), during: statement };
}

/** Asks until there is an answer. */
async function until(client: pg.Client, query: string): Promise<void> {
  while ((await client.query(query)).rowCount === 0);
}

/** Lets it do everything before the statement. */
async function leadTo(child: Child, statement: CrashStatement): Promise<void> {
  for (;;) {
    if ((await child.hear()) === `before ${statement}`) return;
    child.say('go');
  }
}

async function expectNothingLost({ plan, acknowledged, during }: Death): Promise<void> {
  const run = await runOf(plan);
  const may = (statement: CrashStatement): boolean => acknowledged.includes(statement) || during === statement;
  const must = (statement: CrashStatement): boolean => acknowledged.includes(statement);
  expectBetween(must('save'), (await ground.storage.plan(plan)) !== undefined, may('save'));
  expectBetween(must('begin'), run !== undefined, may('begin'));
  if (run === undefined) return;
  const outcomes = await outcomesOf(run);
  expectBetween(must('intend'), outcomes.has(crashSteps[0]), may('intend'));
  expectBetween(must('settle'), outcomes.get(crashSteps[0]) === 'clean', may('settle'));
  expectBetween(must('settle'), outcomes.has(crashSteps[1]), may('settle'));
  expectBetween(must('settle again'), outcomes.get(crashSteps[1]) === 'clean', may('settle again'));
  expect(run.state).toBe(must('end') || (run.state === 'done' && may('end')) ? 'done' : 'stopped');
  const settled = [...outcomes.values()].filter((outcome) => outcome === 'clean');
  expect(await settledInLedger(run)).toBe(settled.length);
}

/** A later process finishes the run, or begins it from the plan that was saved. */
async function expectToGoOn({ plan }: Death): Promise<void> {
  const { storage } = ground;
  const run = await runOf(plan);
  const record = await storage.plan(plan);
  if (run?.state === 'done' || record === undefined) return;
  const owned =
    run === undefined ? await storage.begin(plan, approvalOfRecord(record)) : await storage.takeOver(run.id);
  expect(owned.secrets.identifiers.names).toEqual(['Ada King']);
  await owned.journal.write({ settle: crashSteps.map((step) => ({ step, outcome: 'clean' })) });
  expect((await owned.end(endingIn('done'))).state).toBe('done');
}

async function runOf(plan: string): Promise<RunRecord | undefined> {
  return (await ground.storage.runs()).find((run) => run.plan.id === plan);
}

async function outcomesOf({ id }: RunRecord): Promise<ReadonlyMap<string, string | undefined>> {
  return new Map((await collect(ground.storage.outcomes(id))).map(({ step, outcome }) => [step, outcome]));
}

async function settledInLedger({ id }: RunRecord): Promise<number> {
  const facts = (await collect(ground.storage.ledger())).map(({ fact }) => fact);
  return facts.filter(({ what, run }) => what === 'steps-settled' && run === id).length;
}

/** What was acknowledged is there; what was not even asked for is not. */
function expectBetween(must: boolean, is: boolean, may: boolean): void {
  expect({ must, is, may }).toEqual({ must, is: must || (is && may), may });
}
