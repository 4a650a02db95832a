import { phraseFor } from '@lethe/core';
import type { RunRecord } from '@lethe/core';
import { approvalFor } from '@lethe/review';
import type { Desk } from '@lethe/review';
import type { ErasedPerson } from './erased-before.ts';
import type { Found, ReplayReview } from './review-replay.ts';
import type { Session } from '../session.ts';
import { carryOut } from './carry-out.ts';
import { deskOf } from './desk.ts';

/** Erases again whom a restore brought back, and lets go on what had ended before. Answers the runs that were carried out here. */
export async function repeatErasures(
  session: Session,
  { looked, reopened, calledOff }: Pick<Found, 'looked' | 'reopened' | 'calledOff'>,
): Promise<readonly RunRecord[]> {
  const store = await session.store();
  const runs: RunRecord[] = [];
  for (const { id } of calledOff) await store.callOff(id, session.settings.operator.id);
  for (const run of reopened) {
    if (session.interrupted()) return runs;
    runs.push(await goOn(session, run));
  }
  for (const { erased, review } of looked) {
    if (session.interrupted()) return runs;
    if (review.is === 'undone') runs.push(await repeat(session, { erased, review }));
  }
  return runs;
}

async function goOn(session: Session, run: RunRecord): Promise<RunRecord> {
  const desk = await deskOf(session, await session.host(run.plan.host));
  const owned = await desk.store.takeOver(run.id);
  return carryOut(session, { desk, owned, acceptRefused: false, waitMinutes: 0 });
}

interface One {
  readonly erased: ErasedPerson;
  readonly review: Extract<ReplayReview, { readonly is: 'undone' }>;
}

async function repeat(session: Session, { erased, review }: One): Promise<RunRecord> {
  const { record, secrets } = review;
  const desk = await deskOf(session, await session.host(erased.host));
  await desk.store.savePlan(record, secrets);
  const typed = phraseFor(record.plan, desk.rules.confirmation);
  const acknowledged = [...erased.acknowledged, 'already-anonymized'] as const;
  const approval = await approvalFor(desk, record, { typed, acknowledged });
  const owned = await desk.store.begin(record.id, approval);
  await noteRepeated(session, desk, { erased, run: owned.record.id, steps: record.plan.steps.length });
  session.output.note(`Run ${owned.record.id} repeats run ${erased.erasures[0].run}.`);
  return carryOut(session, { desk, owned, acceptRefused: false, waitMinutes: 0 });
}

interface Noted {
  readonly erased: ErasedPerson;
  readonly run: string;
  readonly steps: number;
}

async function noteRepeated(session: Session, { store }: Desk, { erased, run, steps }: Noted): Promise<void> {
  const [{ run: replays, digest }] = erased.erasures;
  const actor = session.settings.operator.id;
  await store.note({ what: 'erasure-replayed', run, replays, host: erased.kind, digest, actor, counts: { steps } });
}
