import { approvalObstacle } from '@lethe/core';
import type { Obstacle } from '@lethe/core';
import { approvalFor } from '../approval.ts';
import type { Confirmation } from '../approval.ts';
import type { Desk } from '../desk.ts';
import { rightObstacles } from '../rights.ts';
import { carried } from './carrying.ts';
import { holding } from './holding.ts';
import type { Operation } from './operation.ts';
import { outdatedBy } from '../outdated.ts';
import type { FlowState, ReviewedState } from './state.ts';

/** What was on the screen, and what was typed below it. */
export interface Confirming extends Confirmation {
  readonly reviewed: ReviewedState;
  readonly operation: Operation;
}

/**
 * Begins the run of the plan on the screen if what was typed is its phrase and nothing has come in between: a right withdrawn,
 * a newer review, a run of somebody else's. Until then nothing is written anywhere but to the lock.
 */
export async function confirmed(desk: Desk, confirming: Confirming): Promise<FlowState> {
  const { operation, typed, acknowledged } = confirming;
  const { refused: _, ...reviewed } = confirming.reviewed;
  const { record } = reviewed;
  const { plan } = record;
  const refusing = (refused: Obstacle): FlowState => ({ ...reviewed, refused });
  const wrong = approvalObstacle(plan, { digest: plan.digest, typed }, desk.rules.confirmation);
  if (wrong !== undefined) return refusing(wrong);
  operation.show({ ...reviewed, confirming: true });
  const missing = await rightObstacles(desk, 'run');
  if (missing.length > 0) return { at: 'blocked', person: record.person, obstacles: missing };
  const begun = async (): Promise<FlowState> => {
    const outdated = await outdatedBy(desk, record);
    if (outdated !== undefined) return refusing(outdated);
    if (operation.asked) return reviewed;
    const owned = await desk.store.begin(record.id, await approvalFor(desk, record, { typed, acknowledged }));
    return carried(desk, owned, { operation, acceptRefused: false });
  };
  const { person } = record;
  const refused = (obstacle: Obstacle): FlowState =>
    obstacle.acknowledgeable === true ? { at: 'blocked', person, obstacles: [obstacle] } : refusing(obstacle);
  return holding(desk, record, { operation, acknowledged, work: begun, refused });
}
