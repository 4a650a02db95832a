import type { Ending, OwnedRun, PlanRecord, RunRecord, RunSecrets } from '@lethe/core';
import { endedAlready, noSuch } from './conflicts.ts';
import { reading, transact } from './database.ts';
import type { Ground } from './ground.ts';
import { BrowserJournal, ownRow } from './journal.ts';
import type { Ownership } from './journal.ts';
import { secretsOfPlan } from './plans.ts';
import { findRun, planOf } from './run-rows.ts';

/** A run about to be owned, with what was found of it before anything is changed. */
export interface Found {
  readonly own: Ownership;
  readonly plan: PlanRecord;
  readonly secrets: RunSecrets;
}

/** Takes an open run over: whoever owned it can write nothing more. */
export async function takeOverRun(ground: Ground, own: Ownership): Promise<OwnedRun> {
  const row = await reading(async () => ground.database.get('runs', own.run));
  if (row === undefined) throw noSuch('run', own.run);
  if (row.openFor === undefined) throw endedAlready(own.run);
  const secrets = await secretsOfPlan(ground, row.plan);
  return owning(ground, { own, plan: await planOf(ground, row), secrets }, async () =>
    transact(ground.database, ['runs'], async (writing) => {
      const runs = writing.objectStore('runs');
      const now = await runs.get(own.run);
      if (now?.openFor === undefined) throw endedAlready(own.run);
      await runs.put({ ...now, token: own.token, state: 'running', untold: 1 });
    }),
  );
}

/** Shows that this tab lives before the run becomes its own, so that nobody ever sees it orphaned. */
export async function owning(ground: Ground, found: Found, take: () => Promise<unknown>): Promise<OwnedRun> {
  const { own, secrets } = found;
  await ground.presence.hold(own.token);
  try {
    await take();
    const journal = new BrowserJournal(ground.database, own, ground.now);
    const end = async (ending: Ending): Promise<RunRecord> => {
      await endRun(ground, { own, journal }, ending);
      return existing(ground, own);
    };
    return { record: await existing(ground, own), secrets, journal, end };
  } catch (error) {
    ground.presence.release(own.token);
    throw error;
  }
}

interface Owned {
  readonly own: Ownership;
  readonly journal: BrowserJournal;
}

async function endRun(ground: Ground, { own, journal }: Owned, ending: Ending): Promise<void> {
  await transact(ground.database, ['runs', 'secrets'], async (writing) => {
    const { token: _, openFor, ...row } = await ownRow(writing, own);
    const final = ending.state !== 'stopped';
    await writing.objectStore('runs').put({
      ...row,
      ...(final || openFor === undefined ? {} : { openFor }),
      state: ending.state,
      ending,
      endedAt: ground.now(),
      ...(journal.position === undefined ? {} : { ledger: journal.position }),
      untold: 1,
    });
    if (final) await writing.objectStore('secrets').delete(row.plan);
  });
  ground.presence.release(own.token);
}

async function existing(ground: Ground, { run }: Ownership): Promise<RunRecord> {
  const record = await findRun(ground, run);
  if (record === undefined) throw noSuch('run', run);
  return record;
}
