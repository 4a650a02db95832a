import type { Obstacle, ObstacleCode } from '../errors.ts';

/** What is left of obstacles once the reviewer's acknowledgements are taken into account: they count only where that is allowed. */
export function withoutAcknowledged(
  obstacles: readonly Obstacle[],
  acknowledged: readonly ObstacleCode[],
): readonly Obstacle[] {
  return obstacles.filter(({ code, acknowledgeable }) => acknowledgeable !== true || !acknowledged.includes(code));
}
