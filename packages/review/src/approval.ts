import type { Approval, ObstacleCode, PlanRecord } from '@lethe/core';
import type { Desk } from './desk.ts';

/** What a reviewer typed, and which obstacles they went on in spite of. */
export interface Confirmation {
  readonly typed: string;
  readonly acknowledged: readonly ObstacleCode[];
}

/** The word of whoever asks for one plan, given now. */
export async function approvalFor(
  desk: Desk,
  { plan }: PlanRecord,
  { typed, acknowledged }: Confirmation,
): Promise<Approval> {
  return { digest: plan.digest, typed, by: (await desk.actor()).id, at: desk.clock.now(), acknowledged };
}
