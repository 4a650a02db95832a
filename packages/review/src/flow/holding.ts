import type { Obstacle, ObstacleCode, PlanRecord } from '@lethe/core';
import type { Desk, Lock } from '../desk.ts';
import type { Operation } from './operation.ts';
import type { FlowState } from './state.ts';

/** What to do while a person is taken, and what to show where somebody else has them. */
export interface Held {
  readonly operation: Operation;
  /** What the reviewer goes on in spite of, where that may be acknowledged: that no lock is to be had. */
  readonly acknowledged: readonly ObstacleCode[];
  work(): Promise<FlowState>;
  refused(obstacle: Obstacle): FlowState | Promise<FlowState>;
}

/** Takes the person of a plan, does the work, and gives them back whatever came of it. */
export async function holding(desk: Desk, { person, id }: PlanRecord, held: Held): Promise<FlowState> {
  const lock = await desk.lock?.(person, id);
  try {
    const obstacle = lock?.obstacle;
    const isAcknowledged = obstacle?.acknowledgeable === true && held.acknowledged.includes(obstacle.code);
    return await (obstacle === undefined || isAcknowledged ? held.work() : held.refused(obstacle));
  } finally {
    await givenBack(lock, held.operation);
  }
}

/** What fails here changes nothing about the run. */
async function givenBack(lock: Lock | undefined, { faults }: Operation): Promise<void> {
  try {
    await lock?.release();
  } catch (error) {
    faults.push(error);
  }
}
