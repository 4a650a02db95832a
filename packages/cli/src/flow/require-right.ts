import type { Right } from '@lethe/core';
import { rightObstacle } from '@lethe/review';
import type { Session } from '../session.ts';
import { Stop } from '../stop.ts';

/** Throws `Stop` if whoever works the command line lacks a right. */
export function requireRight({ settings: { operator, permissions } }: Session, right: Right): void {
  const missing = rightObstacle(operator, permissions, right);
  if (missing !== undefined) throw new Stop('obstacle', missing.says, missing.remedy);
}
