import { HostError } from '@lethe/core';
import { isOpen, isResumable } from '@lethe/review';
import { momentIn } from '../ground/office.ts';
import type { Office } from '../ground/office.ts';
import { destroyJob, jobSecret, sealJob } from '../jobs/job-secret.ts';
import { actorId } from '../permission/rights.ts';
import type { RunState } from '../protocol.ts';
import { DAYS_OF_A_RUN } from './beginning.ts';
import { freshNote, handOn } from './handing-on.ts';
import { forgetWork, runNotes, stopNotes } from './run-note.ts';
import { shownRun, storedRun } from './shown-run.ts';
import { isUnderWay } from './under-way.ts';

/** Stops a run before its next call; one that waits for a worker is not begun. */
export async function stopped(office: Office, id: string): Promise<RunState> {
  const run = await storedRun(office, id);
  const note = await runNotes.get(id);
  if (!isOpen(run) || note === undefined || !isUnderWay(note, office.outside.clock.now())) return shownRun(office, id);
  if (note.state === 'working') await stopNotes.put(id, { at: momentIn(office) }, { days: 1 });
  else await runNotes.put(id, { ...note, state: 'halted' });
  return shownRun(office, id);
}

/** Who goes on with a run, and whether without what the host refused. */
export interface Resuming {
  readonly by: string;
  readonly acceptRefused: boolean;
}

/** Goes on with a run that stopped, on behalf of whoever says so. Throws `HostError` (`gone`) where what it needs to know is destroyed. */
export async function resumed(office: Office, id: string, { by, acceptRefused }: Resuming): Promise<RunState> {
  const run = await storedRun(office, id);
  const note = await runNotes.get(id);
  if (!isResumable(run) || isUnderWay(note, office.outside.clock.now())) return shownRun(office, id);
  const secret = await jobSecret(run.plan.id);
  if (secret === undefined) throw new HostError('gone', 'What this run knew about the person is not kept any more.');
  await sealJob(run.plan.id, { ...secret, by }, DAYS_OF_A_RUN);
  await stopNotes.remove(id);
  await handOn(office, id, { note: { ...freshNote(office, run.plan.person, acceptRefused), tries: note?.tries ?? 0 } });
  return shownRun(office, id);
}

/** Gives an open run up for good, and destroys what it knew. */
export async function calledOff(office: Office, id: string, by: string): Promise<RunState> {
  const run = await storedRun(office, id);
  if (!isOpen(run)) return shownRun(office, id);
  const { store, book } = office.keeping;
  await store.callOff(id, actorId(book.idOf(by)));
  await destroyJob(run.plan.id);
  await forgetWork(id);
  return shownRun(office, id);
}
