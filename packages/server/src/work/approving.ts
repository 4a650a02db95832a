import { approvalObstacle, HostError } from '@lethe/core';
import type { Actor, Approval, ObstacleCode, PlanRecord } from '@lethe/core';
import { outdatedBy, rightObstacle } from '@lethe/review';
import type { Desk } from '@lethe/review';
import type { ApprovalSettings, CapSettings } from '@lethe/settings';
import { StorageError } from '@lethe/storage';
import type { AskedApproval, Caps } from '@lethe/storage';
import { failureOf } from '../http/log.ts';
import type { ServerGround } from '../ground.ts';
import { Refusal } from '../http/refusal.ts';
import { beginsAt } from './begins-at.ts';
import type { Desks } from './desk.ts';
import { documentKinds } from './documents.ts';
import { nightOf } from './nights.ts';
import { requireSeen, rightsNow } from './seen.ts';

/** An operator's word for a plan, and when its run is to begin. */
export interface Asking {
  readonly plan: string;
  readonly digest: string;
  readonly typed: string;
  readonly acknowledged: readonly ObstacleCode[];
  readonly when: 'now' | 'tonight';
}

/** What approving needs to know. */
export interface ApprovingGround {
  readonly ground: ServerGround;
  readonly desks: Desks;
  readonly timeZone: string;
}

/** Asks for the run of a plan: checked and counted in one statement, then queued, or left open for a second person. */
export async function askForRun(place: ApprovingGround, actor: Actor, asking: Asking): Promise<AskedApproval> {
  const { ground, desks } = place;
  const record = await planOf(place, actor, asking.plan);
  const desk = await desks.deskFor(record.host, actor);
  await requireRunnable(ground, desk, actor);
  requirePhrase(desk, record, asking);
  const earlier = await ground.store.api.approvals.ofPlan(record.id);
  if (earlier !== undefined) return queuedAgain(place, earlier, actor);
  if ((await outdatedBy(desk, record)) !== undefined) throw new Refusal('plan-outdated');
  const asked = await kept(place, { actor, record, asking });
  return asked.needsSecond ? asked : queued(place, asked);
}

/** The second person's yes. Never whoever asked; the run is queued with it. */
export async function approveRun(place: ApprovingGround, actor: Actor, id: string): Promise<AskedApproval> {
  const asked = await openRequest(place, actor, id);
  if (asked.approval.by === actor.id) throw new Refusal('second-person');
  const { ground } = place;
  if ((await ground.store.api.killSwitch.state()).thrown) throw new Refusal('runs-forbidden');
  if (asked.state === 'granted' && asked.secondBy === actor.id && asked.run === undefined) return queued(place, asked);
  const granted = await ground.store.api.approvals.grant(id, { by: actor.id, since: await expiry(place) });
  if (!granted) throw new Refusal('approval-closed');
  return queued(place, await requestOf(place, id));
}

/** The second person's no, or whoever asked takes it back. */
export async function endRequest(
  place: ApprovingGround,
  actor: Actor,
  { id, how }: { readonly id: string; readonly how: 'decline' | 'withdraw' },
): Promise<AskedApproval> {
  const asked = await openRequest(place, actor, id);
  if (how === 'decline' && asked.approval.by === actor.id) throw new Refusal('second-person');
  const { approvals } = place.ground.store.api;
  if (!(await approvals[how](id, actor.id))) throw new Refusal('approval-closed');
  return requestOf(place, id);
}

/** The request of that id, if this operator may see it. */
export async function openRequest(place: ApprovingGround, actor: Actor, id: string): Promise<AskedApproval> {
  const asked = await requestOf(place, id);
  await requireSeen(place.desks, actor, [asked.approval.by]);
  return asked;
}

/** Requests from before then have expired. */
export async function expiry({ ground, desks }: ApprovingGround): Promise<Date> {
  const { secondWithinHours } = (await desks.documents.current(documentKinds.approvals)).document;
  return new Date(ground.clock.now().getTime() - secondWithinHours * 3_600_000);
}

async function requestOf({ ground }: ApprovingGround, id: string): Promise<AskedApproval> {
  const asked = await ground.store.api.approvals.find(id);
  if (asked === undefined) throw new Refusal('not-found');
  return asked;
}

/** Only whoever reviewed a plan asks for its run: they have seen what it says. */
async function planOf({ ground, desks }: ApprovingGround, actor: Actor, id: string): Promise<PlanRecord> {
  const record = await ground.store.plan(id);
  if (record === undefined) throw new Refusal('not-found');
  await requireSeen(desks, actor, [record.reviewedBy]);
  if (record.reviewedBy !== actor.id) throw new Refusal('reviewer-only');
  return record;
}

async function requireRunnable({ store }: ServerGround, desk: Desk, actor: Actor): Promise<void> {
  const now = await desk.actor();
  if (now.id !== actor.id || rightObstacle(now, await desk.permissions(), 'run') !== undefined)
    throw new Refusal('right-missing');
  if ((await store.api.killSwitch.state()).thrown) throw new Refusal('runs-forbidden');
  if (((await desk.forbids?.('run')) ?? []).length > 0) throw new Refusal('right-missing');
}

function requirePhrase(desk: Desk, { plan }: PlanRecord, { digest, typed }: Asking): void {
  const obstacle = approvalObstacle(plan, { digest, typed }, desk.rules.confirmation);
  if (obstacle?.code === 'confirmation-wrong') throw new Refusal('confirmation-wrong');
  if (obstacle !== undefined) throw new Refusal('plan-outdated');
}

interface Kept {
  readonly actor: Actor;
  readonly record: PlanRecord;
  readonly asking: Asking;
}

async function kept(place: ApprovingGround, { actor, record, asking }: Kept): Promise<AskedApproval> {
  const { ground, desks, timeZone } = place;
  const { api } = ground.store;
  const [approvals, limits] = await Promise.all([
    desks.documents.current(documentKinds.approvals),
    desks.documents.current(documentKinds.caps),
  ]);
  const now = ground.clock.now();
  const { digest, typed, acknowledged, when } = asking;
  const approval: Approval = { digest, typed, by: actor.id, at: now, acknowledged };
  const caps = capsFor(limits.document, { operator: actor.id, now, night: nightOf(now, timeZone) });
  const night = when === 'tonight' || approvals.document.begin === 'tonight';
  const asked = { id: ground.uuid(), record, approval, caps, ...secondPerson(approvals.document, record) };
  const notBefore = night ? beginsAt(now, { minutes: 0, night, zone: timeZone }) : undefined;
  if (!(await api.approvals.ask({ ...asked, notBefore }))) throw await whyNot(place, caps);
  return requestOf(place, asked.id);
}

/** Why a request was not taken. What stands in the way may be gone by now; then somebody else was at it. */
async function whyNot({ ground }: ApprovingGround, caps: Caps): Promise<Refusal> {
  const { api } = ground.store;
  if ((await api.killSwitch.state()).thrown) return new Refusal('runs-forbidden');
  const verdict = await api.allowances.verdict(caps);
  if (verdict === 'free') return new Refusal('plan-outdated');
  if (verdict !== 'too-fast') return new Refusal(verdict);
  await api.allowances.hold(caps.operator);
  ground.log.warn({ operator: caps.operator }, 'operator held for asking too fast');
  return new Refusal('held');
}

/** The caps of an operator as the settings say them. */
export function capsFor(
  { perOperator, perNight, velocity }: CapSettings,
  { now, ...who }: Pick<Caps, 'operator' | 'now' | 'night'>,
): Caps {
  const since = new Date(now.getTime() - velocity.minutes * 60_000);
  return { ...who, now, perOperator, perNight, velocity: { most: velocity.runs, since } };
}

/** Whether the settings ask for a second person before this plan is run, and from how many runs of a night on for any plan. */
export function secondPerson(
  { second }: ApprovalSettings,
  { plan, personKind }: PlanRecord,
): { readonly needsSecond: boolean; readonly secondAbove?: number } {
  if (second === 'never' || second === 'always') return { needsSecond: second === 'always' };
  const { aboveSteps = Infinity, kinds = [], aboveRuns: secondAbove } = second;
  const needsSecond = plan.steps.length > aboveSteps || kinds.includes(personKind);
  return secondAbove === undefined ? { needsSecond } : { needsSecond, secondAbove };
}

/** The same word once more, after its run could not be queued. Anything else was used already. */
async function queuedAgain(place: ApprovingGround, earlier: AskedApproval, actor: Actor): Promise<AskedApproval> {
  const isTheirs = earlier.approval.by === actor.id && earlier.state === 'granted' && earlier.run === undefined;
  if (!isTheirs) throw new Refusal('plan-outdated');
  return queued(place, earlier);
}

/** Queues the run of a granted request. What fails here leaves an approval whose run can be queued once more. */
async function queued(place: ApprovingGround, asked: AskedApproval): Promise<AskedApproval> {
  const { ground, desks, timeZone: zone } = place;
  const { waitMinutes: minutes } = (await desks.documents.current(documentKinds.approvals)).document;
  const notBefore = beginsAt(ground.clock.now(), { minutes, zone, night: asked.notBefore !== undefined });
  try {
    await ground.queue.enqueue(asked.plan, asked.approval, { notBefore });
  } catch (error) {
    if (error instanceof StorageError && error.code === 'conflict') throw error;
    if (error instanceof HostError) throw error;
    ground.log.error({ plan: asked.plan, failure: failureOf(error) }, 'approved run not queued');
    throw new Refusal('not-queued');
  }
  return requestOf(place, asked.id);
}

/** Whether somebody is a second person for others' requests. */
export async function mayApprove(desks: Desks, actor: Actor): Promise<boolean> {
  return (await rightsNow(desks, actor)).includes('approve');
}
