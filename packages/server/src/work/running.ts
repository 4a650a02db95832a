import type { Actor, RunRecord } from '@lethe/core';
import { rightObstacles, WholeRun } from '@lethe/review';
import type { RunProgress } from '@lethe/review';
import type { AskedApproval, Standing } from '@lethe/storage';
import type { ServerGround } from '../ground.ts';
import { Refusal } from '../http/refusal.ts';
import type { Desks } from './desk.ts';
import { requireSeen } from './seen.ts';

/** What a run is done something about with. */
export interface RunningGround {
  readonly ground: ServerGround;
  readonly desks: Desks;
}

/** A run, where it stands, and how it was approved. */
export interface SeenRun {
  readonly run: RunRecord;
  readonly standing: Standing | undefined;
  /** Missing for a run that was begun on the command line. */
  readonly asked: AskedApproval | undefined;
}

/** The run of that id, if this operator may see it. */
export async function seenRun({ ground, desks }: RunningGround, actor: Actor, id: string): Promise<SeenRun> {
  const run = await ground.store.run(id);
  if (run === undefined) throw new Refusal('not-found');
  const asked = await ground.store.api.approvals.ofPlan(run.plan.id);
  await requireSeen(desks, actor, [run.approval.by, run.plan.reviewedBy, asked?.secondBy]);
  const [standing] = await ground.queue.standing([id]);
  return { run, standing, asked };
}

/** Asks a run to stop before its next call; one that waits stops at once. */
export async function stopRun(place: RunningGround, actor: Actor, id: string): Promise<void> {
  const { run } = await changeable(place, actor, id);
  if (!(await place.ground.queue.askToStop(run.id, actor.id))) throw new Refusal('run-closed');
}

/** Hands a stopped run to the workers once more. */
export async function resumeRun(
  place: RunningGround,
  actor: Actor,
  { id, acceptRefused }: { readonly id: string; readonly acceptRefused: boolean },
): Promise<void> {
  const { run } = await changeable(place, actor, id);
  const reason = run.ending?.reason;
  // What was never approved, or is no longer what has to be done, is reviewed again instead.
  if (run.state !== 'stopped' || reason === 'not-approved' || reason === 'plan-grew') throw new Refusal('run-closed');
  const desk = await place.desks.deskFor(run.plan.host, actor);
  if ((await place.ground.store.api.killSwitch.state()).thrown) throw new Refusal('runs-forbidden');
  if ((await rightObstacles(desk, 'run')).length > 0) throw new Refusal('right-missing');
  await place.ground.queue.again(run.id, { acceptRefused });
}

/** Gives an open run up for good; one that is at work is stopped first. */
export async function callOffRun(place: RunningGround, actor: Actor, id: string): Promise<void> {
  const { run } = await changeable(place, actor, id);
  if (run.state === 'running') throw new Refusal('run-closed');
  await place.ground.queue.askToStop(run.id, actor.id);
  await place.ground.store.callOff(run.id, actor.id);
}

/** A run that is open, and an operator who may run at its host by now. A switch that forbids runs lets them be stopped. */
async function changeable(place: RunningGround, actor: Actor, id: string): Promise<SeenRun> {
  const seen = await seenRun(place, actor, id);
  const { state } = seen.run;
  if (state !== 'queued' && state !== 'running' && state !== 'stopped') throw new Refusal('run-closed');
  return seen;
}

/** Where a run is, as a screen shows it. */
export interface ShownProgress {
  readonly state: RunRecord['state'];
  readonly progress?: RunProgress;
  readonly queuedFor?: Date;
  readonly stopAsked: boolean;
  /** Workers were killed at it so often that a person has to look. */
  readonly gaveUp: boolean;
}

/** Tells where a run is as a whole; share and time left never go back. */
export class RunShown {
  readonly #whole: WholeRun;

  constructor({ plan, startedAt }: RunRecord) {
    this.#whole = new WholeRun(plan.plan, { began: startedAt, estimate: undefined });
  }

  at({ state, progress, queuedFor, stopAskedBy, gaveUp }: Standing): ShownProgress {
    return {
      state,
      stopAsked: stopAskedBy !== undefined,
      gaveUp,
      ...(queuedFor === undefined || state !== 'queued' ? {} : { queuedFor }),
      ...(progress === undefined ? {} : { progress: this.#whole.at(progress, progress.notedAt) }),
    };
  }
}
