import type { Obstacle, PlanRecord } from '@lethe/core';
import type { Desk } from './desk.ts';
import { openRunsAt } from './open-runs.ts';

/** What has happened about the person since the review, if it did. */
export async function outdatedBy({ name, store }: Desk, { id, person }: PlanRecord): Promise<Obstacle | undefined> {
  const newest = await store.latestPlan(name, person);
  if (newest?.id !== id) return replaced;
  const open = await openRunsAt({ name, store });
  return open.some((run) => run.state === 'in-progress' && run.person === person) ? atWork : undefined;
}

const replaced: Obstacle = {
  code: 'confirmation-outdated',
  says: 'This person was reviewed again meanwhile, or this plan was run already.',
  remedy: 'Review the person as they are now and confirm that plan.',
};

const atWork: Obstacle = {
  code: 'run-in-progress',
  says: 'Another run is at work on this person.',
  remedy: 'Wait for it, then review again.',
};
