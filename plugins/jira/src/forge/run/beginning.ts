import { approvalObstacle, StoreError } from '@lethe/core';
import type { Obstacle, ObstacleCode, PlanRecord } from '@lethe/core';
import { approvalFor, outdatedBy } from '@lethe/review';
import type { Desk } from '@lethe/review';
import type { Office } from '../ground/office.ts';
import { destroyJob, jobSecret, sealJob } from '../jobs/job-secret.ts';
import type { Confirmed } from '../protocol.ts';
import { noteReview } from '../review/review-note.ts';
import type { ReviewNote } from '../review/review-note.ts';
import { freshNote, handOn } from './handing-on.ts';

/** A run comes to an end within so many days, or what it needs to know is gone. */
export const DAYS_OF_A_RUN = 90;

/** What somebody confirmed, and who. */
export interface Confirming {
  readonly review: string;
  readonly note: ReviewNote;
  /** The account of whoever clicked: the run acts for them. */
  readonly by: string;
  readonly digest: string;
  readonly typed: string;
  readonly acknowledged: readonly ObstacleCode[];
}

/**
 * Begins the run of a reviewed plan if what was sent is the digest and the phrase of the plan in the store, and nothing has come in between.
 * It is carried out by a worker; a plan begins one run only, however often and by however many it is confirmed.
 */
export async function begun(office: Office, desk: Desk, confirming: Confirming): Promise<Confirmed> {
  const { note, review, by } = confirming;
  const record = note.result.at === 'reviewed' ? await desk.store.plan(note.result.plan) : undefined;
  const secret = await jobSecret(review);
  if (record === undefined || secret === undefined) return refused(gone);
  const wrong = await hindrance(desk, record, confirming);
  if (wrong !== undefined) return refused(wrong);
  await sealJob(record.id, { ...secret, by }, DAYS_OF_A_RUN);
  const run = await begunIn(desk, record, confirming);
  if (run === undefined) return refused(taken);
  await handOver(office, confirming, run);
  return { at: 'begun', run };
}

async function hindrance(desk: Desk, record: PlanRecord, confirming: Confirming): Promise<Obstacle | undefined> {
  const { digest, typed } = confirming;
  return approvalObstacle(record.plan, { digest, typed }, desk.rules.confirmation) ?? (await outdatedBy(desk, record));
}

async function begunIn(
  desk: Desk,
  record: PlanRecord,
  { typed, acknowledged }: Confirming,
): Promise<string | undefined> {
  try {
    const owned = await desk.store.begin(record.id, await approvalFor(desk, record, { typed, acknowledged }));
    return owned.record.id;
  } catch (error) {
    if (error instanceof StoreError && (await desk.store.latestPlan(desk.name, record.person))?.id !== record.id)
      return undefined;
    throw error;
  }
}

/** From here on a failure loses nothing: the store has the run, and the sweeper hands on what nobody has. */
async function handOver(office: Office, { review, note }: Confirming, run: string): Promise<void> {
  try {
    await noteReview(review, { ...note, result: { at: 'begun', run } });
    await destroyJob(review);
    await handOn(office, run, { note: freshNote(office, note.person) });
  } catch {
    // Whoever confirmed is told that it begins: it does.
  }
}

function refused(obstacle: Obstacle): Confirmed {
  return { at: 'refused', obstacle };
}

const gone: Obstacle = {
  code: 'confirmation-outdated',
  says: 'This review is not there any more, or a run was begun from it already.',
  remedy: 'Review the person as they are now and confirm that plan.',
};

const taken: Obstacle = {
  code: 'run-in-progress',
  says: 'Somebody else has confirmed this plan at the same moment.',
  remedy: 'Look at the list of runs to follow it.',
};
