import { Fenced } from '@lethe/core';
import type { OwnedRun, Progress, RunRecord } from '@lethe/core';
import { carryOutRun, isOpen } from '@lethe/review';
import { OutOfTime } from '../../transport/out-of-time.ts';
import { estimateFor } from '../../governor/plan-work.ts';
import { forgeDesk } from '../desk/forge-desk.ts';
import { SHARE } from '../ground/points.ts';
import { WaitTooLong } from '../ground/deadline.ts';
import { momentIn } from '../ground/office.ts';
import type { Office } from '../ground/office.ts';
import { jobSecret } from '../jobs/job-secret.ts';
import type { JobSecret } from '../jobs/job-secret.ts';
import { rememberErased } from '../returns/erased.ts';
import { actingNow } from './acting-now.ts';
import { closed } from './closing.ts';
import { freshNote, handOn } from './handing-on.ts';
import { runNotes } from './run-note.ts';
import type { RunNote } from './run-note.ts';
import { Telling } from './telling.ts';

/** A run that was handed on so often without an end gets no further by itself. */
const TRIES = 200;

/** A run somebody has taken, and what is known about the work on it. */
interface Work {
  readonly record: RunRecord;
  readonly note: RunNote;
  readonly secret: JobSecret;
}

/**
 * Carries a run on, as far as this invocation's time goes, and hands it on to the next one. An event that comes twice, late or early does
 * nothing: a run that is not open, is halted, waits for its time or is being worked on is left alone.
 */
export async function carryOn(office: Office, id: string): Promise<void> {
  const record = await office.keeping.store.run(id);
  if (record === undefined || !isOpen(record)) return;
  const note = (await runNotes.get(id)) ?? freshNote(office, record.plan.person);
  if (note.state === 'halted') return;
  if (await waits(office, id, note)) return;
  const secret = await jobSecret(record.plan.id);
  if (secret === undefined) return halt(id, note);
  const lock = await office.keeping.lock(record.plan.person, record.plan.id);
  if (lock.obstacle !== undefined) return;
  let after = nothing;
  try {
    after = await carryTaken(office, { record, note, secret });
  } finally {
    await lock.release().catch(() => undefined);
  }
  await after();
}

/** What is to be done about a run once the person is given back. */
type Afterwards = () => Promise<void>;
async function nothing(): Promise<void> {
  return Promise.resolve();
}

/** A run whose time has not come: if the event that will bring it up again is this one, there is another one to be pushed. */
async function waits(office: Office, id: string, note: RunNote): Promise<boolean> {
  const now = office.outside.clock.now().getTime();
  const until = note.state === 'parked' && note.until !== undefined ? new Date(note.until) : undefined;
  if (until === undefined || until.getTime() <= now) return false;
  const isOnItsWay = note.due !== undefined && Date.parse(note.due) > now;
  if (!isOnItsWay) await handOn(office, id, { note, until });
  return true;
}

async function carryTaken(office: Office, { record, note, secret }: Work): Promise<Afterwards> {
  const working: RunNote = { ...note, state: 'working', touched: momentIn(office), tries: note.tries + 1 };
  await runNotes.put(record.id, working);
  office.keeping.book.idOf(secret.account);
  const owned = await office.keeping.store.takeOver(record.id);
  if (note.tries === 0) await rememberErased(office, owned, secret);
  const { plan } = record.plan;
  const telling = new Telling(office, {
    id: record.id,
    plan,
    note: working,
    estimate: estimateFor(plan, { share: SHARE }),
  });
  try {
    const ended = await carriedOut(office, { owned, secret, telling });
    await telling.settled();
    return async () => closed(office, { run: ended, note: telling.note });
  } catch (error) {
    await telling.settled();
    if (error instanceof Fenced) return nothing;
    if (!(error instanceof OutOfTime)) throw error;
    if (telling.note.tries >= TRIES) return async () => halt(record.id, telling.note);
    const until = error instanceof WaitTooLong ? { until: error.until } : {};
    return async () => handOn(office, record.id, { note: telling.note, ...until });
  }
}

interface Carrying {
  readonly owned: OwnedRun;
  readonly secret: JobSecret;
  readonly telling: Telling;
}

async function carriedOut(office: Office, { owned, secret, telling }: Carrying): Promise<RunRecord> {
  const { keeping, left } = office;
  const desk = forgeDesk({
    ...office,
    mode: secret.mode,
    marker: owned.record.id,
    actor: async () => actingNow(office, { account: secret.by, listen: async () => telling.listen() }),
    askedBy: keeping.book.idOf(secret.by),
  });
  return carryOutRun(desk, owned, {
    acceptRefused: telling.note.acceptRefused,
    interrupted: () => telling.stopAsked,
    progress: (progress: Progress) => {
      telling.progress(progress);
      // Between two groups nothing is under way: the best place to leave.
      if (left() <= 0) throw new OutOfTime();
    },
  });
}

/** What the run needs to know is gone: nobody can go on with it, and a person decides. */
async function halt(id: string, note: RunNote): Promise<void> {
  await runNotes.put(id, { ...note, state: 'halted' });
}
