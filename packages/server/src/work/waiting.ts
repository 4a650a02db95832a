import type { Actor } from '@lethe/core';
import type { AskedApproval, Standing } from '@lethe/storage';
import { Refusal } from '../http/refusal.ts';
import { expiry, openRequest } from './approving.ts';
import type { ApprovingGround } from './approving.ts';
import { callOffRun } from './running.ts';
import { rightsNow } from './seen.ts';

/** What an approved run waits for, and until when: a second person's word, the time in which it can be taken back, the night. */
export interface Waits {
  readonly for: 'second-person' | 'time' | 'night';
  readonly until?: Date;
}

/** What a request, or its run, waits for; nothing where it does not, or was begun before. */
export function waitsFor(
  asked: Pick<AskedApproval, 'notBefore' | 'state'> | undefined,
  { standing, now, expires }: { readonly standing?: Standing | undefined; readonly now: Date; readonly expires?: Date },
): Waits | undefined {
  if (asked?.state === 'open') return { for: 'second-person', ...(expires === undefined ? {} : { until: expires }) };
  const begun = standing?.progress !== undefined || (standing?.tries ?? 0) > 0;
  if (standing?.state !== 'queued' || standing.queuedFor === undefined || begun) return undefined;
  if (standing.queuedFor <= now) return undefined;
  return { for: asked?.notBefore === undefined ? 'time' : 'night', until: standing.queuedFor };
}

/** Ends what waits, whatever it waits for: whoever asked, and whoever may run or approve and may see it. A run at work is stopped instead. */
export async function cancelRequest(place: ApprovingGround, actor: Actor, id: string): Promise<void> {
  const asked = await openRequest(place, actor, id);
  const rights = await rightsNow(place.desks, actor);
  if (!rights.includes('run') && !rights.includes('approve')) throw new Refusal('right-missing');
  const { approvals } = place.ground.store.api;
  if (asked.state === 'open') {
    const how = asked.approval.by === actor.id ? 'withdraw' : 'decline';
    if (!(await approvals[how](id, actor.id))) throw new Refusal('approval-closed');
    return;
  }
  if (asked.run === undefined) throw new Refusal('approval-closed');
  const [standing] = await place.ground.queue.standing([asked.run]);
  if (standing?.state !== 'queued') throw new Refusal('approval-closed');
  await callOffRun(place, actor, asked.run);
}

/** Ends requests nobody answered in time. */
export async function expireRequests(place: ApprovingGround): Promise<void> {
  await place.ground.store.api.approvals.expire(await expiry(place));
}
