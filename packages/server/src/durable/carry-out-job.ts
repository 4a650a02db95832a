import { HostError, RuleError } from '@lethe/core';
import type { Ending, RunRecord, StopReason } from '@lethe/core';
import { carryOutRun, type Desk } from '@lethe/review';
import type { TakenRun } from '@lethe/storage';

import { leased, under, type Lease } from './lease.ts';
import type { Bench, Shift } from './shift.ts';
import { triedAgainAt, type Stop } from './what-next.ts';
import type { WorkerOptions } from './worker-options.ts';

const SEATS = 4;
const CALL_SECONDS = 120;
/** How long a run waits for a seat at a host whose seats are taken. */
const SEAT_PAUSE = 2_000;

/** Does what a job asks for: carries its run out as far as it goes, and says what becomes of it. Throws what is nobody's fault here. */
export async function carryOutJob(bench: Bench, shift: Shift): Promise<void> {
  const { options, timeClock } = bench;
  const { job } = shift;
  const run = await options.storage.run(job.run);
  if (run === undefined) return timeClock.finish(job);
  shift.at(run);
  const later = await options.notBefore?.(run);
  if (later !== undefined) return putOff(bench, shift, { until: later, because: 'not now' });
  const { host } = run.plan;
  const seat = await timeClock.seat(host, seatsAt(options, host));
  if (seat === undefined) return putOff(bench, shift, { until: soon(SEAT_PAUSE), because: 'seats taken' });
  try {
    const taken = await timeClock.own(job);
    if (taken === undefined) await decideAnew(bench, shift);
    else await under(shift.lease, async () => carryOutTaken(bench, shift, taken));
  } finally {
    await seat.leave();
  }
}

async function carryOutTaken(bench: Bench, shift: Shift, taken: TakenRun): Promise<void> {
  const { options, timeClock } = bench;
  const { job, host } = shift;
  bench.tell({ what: 'run-taken', run: job.run, host });
  // Not ended here: whoever has the run next has to wait for that call too.
  if (!(await callsAreOver(bench, shift))) return timeClock.fail(job);
  const record = await carriedOut(options, shift, taken);
  bench.tell({ what: 'run-left', run: job.run, host, state: record.state, ...reasonOf(record) });
  if (record.state !== 'stopped') return timeClock.finish(job);
  await decide(bench, shift, { reason: record.ending?.reason, tries: taken.tries });
}

/** What becomes of a run that stopped. */
async function decide(bench: Bench, shift: Shift, stop: Stop): Promise<void> {
  const { reason } = stop;
  const cause = shift.interruption.cause;
  if (reason === 'interrupted' && cause?.why === 'leaving')
    return putOff(bench, shift, { until: new Date(), because: 'worker ends' });
  const waits = cause?.why === 'waiting' ? cause.until : undefined;
  const until = waits ?? triedAgainAt(stop, new Date(), Math.random());
  if (until === undefined) return bench.timeClock.finish(shift.job);
  await putOff(bench, shift, { until, because: reason ?? 'stopped', byItself: waits === undefined });
}

/** Nobody is to take the run over. If its worker was killed after it stopped and before it said what becomes of it, that is said now. */
async function decideAnew(bench: Bench, shift: Shift): Promise<void> {
  const { storage } = bench.options;
  const { job, interruption } = shift;
  const [standing] = await storage.queue.standing([job.run]);
  const run = await storage.run(job.run);
  if (run?.state !== 'stopped' || standing?.stopAskedBy !== undefined || standing?.gaveUp === true)
    return bench.timeClock.finish(job);
  interruption.interrupt({ why: 'leaving' });
  await decide(bench, shift, { reason: run.ending?.reason, tries: standing?.tries ?? 0 });
}

/** What a dead or frozen owner had under way may still reach the host: nothing is judged before that cannot be any more. */
async function callsAreOver(
  { options, timeClock }: Bench,
  { job, host, interruption, lease }: Shift,
): Promise<boolean> {
  const seconds = options.callSeconds?.(host) ?? CALL_SECONDS;
  await interruption.clock.wait(await timeClock.restMilliseconds(job.run, seconds * 1000));
  await lease.confirm();
  return interruption.cause === undefined;
}

async function carriedOut(
  options: WorkerOptions,
  shift: Shift,
  { owned, acceptRefused }: TakenRun,
): Promise<RunRecord> {
  const desk = await deskOrEnding(options, owned.record);
  if ('state' in desk) return owned.end(desk);
  const { interruption, lease } = shift;
  return carryOutRun(leasedDesk(desk, lease), owned, {
    acceptRefused,
    clock: interruption.clock,
    interrupted: () => interruption.cause !== undefined,
    progress: (progress) => {
      shift.see(progress);
    },
  });
}

/** The desk, with its host under the lease; it may be an instance of a class, whose methods a plain copy would lose. */
function leasedDesk(desk: Desk, lease: Lease): Desk {
  const { name, store, rules, guards, holds, askedBy, clock } = desk;
  return {
    ...{ name, store, rules, guards, holds, askedBy, clock },
    host: leased(desk.host, lease),
    actor: async () => desk.actor(),
    permissions: async () => desk.permissions(),
    beforeChange: async (run, who) => desk.beforeChange?.(run, who),
    forbids: async (right) => (await desk.forbids?.(right)) ?? [],
    random: (bytes) => desk.random(bytes),
    uuid: () => desk.uuid(),
  };
}

/** The desk, or how the run ends because there is none: what is wrong with the settings is the run's business, too. */
async function deskOrEnding(options: WorkerOptions, record: RunRecord): Promise<Desk | Ending> {
  try {
    return await options.deskFor(record.plan.host, record);
  } catch (error) {
    if (error instanceof HostError) return stoppedBy(error.code, error.message);
    if (error instanceof RuleError) return stoppedBy('obstacles', error.message);
    throw error;
  }
}

function stoppedBy(reason: StopReason, says: string): Ending {
  const obstacle = { code: 'host-setting', says, remedy: 'Resume the run when this is solved.' } as const;
  return {
    state: 'stopped',
    reason,
    obstacles: [obstacle],
    grown: [],
    residue: [],
    tallies: { compared: 0, changed: [] },
  };
}

function reasonOf({ ending }: RunRecord): { readonly reason?: string } {
  return ending?.reason === undefined ? {} : { reason: ending.reason };
}

interface PuttingOff {
  readonly until: Date;
  readonly because: string;
  readonly byItself?: boolean;
}

async function putOff(bench: Bench, { job, host }: Shift, { until, because, byItself }: PuttingOff): Promise<void> {
  await bench.timeClock.putOff(job, { notBefore: until, byItself: byItself ?? false });
  bench.tell({ what: 'run-put-off', run: job.run, host, until, because });
}

function seatsAt({ runsAtHost }: WorkerOptions, host: string): number {
  return runsAtHost?.hosts?.[host] ?? runsAtHost?.default ?? SEATS;
}

function soon(milliseconds: number): Date {
  return new Date(Date.now() + milliseconds);
}
