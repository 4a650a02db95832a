import { missingRight, rightsOf } from '@lethe/core';
import type { Actor, Obstacle, Permissions, Right } from '@lethe/core';
import type { Desk } from './desk.ts';

/** The right somebody lacks, if they do. */
export function rightObstacle(actor: Actor, permissions: Permissions | undefined, right: Right): Obstacle | undefined {
  return missingRight({ rights: rightsOf(actor, permissions) }, right);
}

/** The right whoever asks lacks by now, if they do, else what forbids them to use it: all of it is looked up anew. */
export async function rightObstacles(desk: Desk, right: Right): Promise<readonly Obstacle[]> {
  const missing = rightObstacle(await desk.actor(), await desk.permissions(), right);
  return missing === undefined ? ((await desk.forbids?.(right)) ?? []) : [missing];
}
