import { changedHost, HostError, identifiersFrom, RuleError } from '@lethe/core';
import type { Host, LedgerFact, RunRecord } from '@lethe/core';
import { tallied } from '@lethe/core/certificate';
import { rereadRun } from '@lethe/review';
import type { Desk, Reread } from '@lethe/review';
import { StorageError } from '@lethe/storage';
import type { CheckEnd, TakenCheck } from '@lethe/storage';
import type { ServerGround } from '../ground.ts';
import { failureOf } from '../http/log.ts';
import { Refusal } from '../http/refusal.ts';
import type { Round } from '../operations/rounds.ts';
import { noticeReturns } from '../watch/look-through.ts';
import type { Desks } from '../work/desk.ts';
import { nobody } from '../work/operators.ts';
import { certify } from './certify.ts';

/** What later checks are made with. */
export interface CheckingGround {
  readonly ground: Pick<ServerGround, 'store' | 'clock' | 'log'>;
  readonly desks: Pick<Desks, 'deskFor'>;
}

const EVERY = 5_000;
const MINUTE = 60_000;
/** A host that cannot be read is asked again after 15, 30, 60 … minutes; then the check says that nobody could look. */
const FIRST_PAUSE = 15 * MINUTE;
const TRIES = 6;

/** Looks at what is due: after 15 minutes, 24 hours and 30 days, by whichever worker is first. */
export function laterCheckRound(place: CheckingGround): Round {
  return { name: 'later-checks', everyMilliseconds: EVERY, turn: async (signal) => doLaterChecks(place, signal) };
}

/** Makes the checks that are due by now, one after the other, until there is none or somebody ends it. */
export async function doLaterChecks(place: CheckingGround, signal: AbortSignal): Promise<void> {
  const { store, clock } = place.ground;
  while (!signal.aborted) {
    const taken = await store.certificates.checks.take(clock.now());
    if (taken === undefined) return;
    await doCheck(place, taken, signal);
  }
}

/** Thrown when the process ends while a host is read: the check is left to another. */
class Ended extends Error {
  override readonly name = 'Ended';
}

async function doCheck(place: CheckingGround, taken: TakenCheck, signal: AbortSignal): Promise<void> {
  const { store, clock, log } = place.ground;
  const { checks } = store.certificates;
  const run = await store.run(taken.run);
  if (run === undefined) return;
  try {
    const desk = await place.desks.deskFor(run.plan.host, nobody('later-checks'));
    const reread = await rereadRun({ ...desk, host: until(signal, desk.host) }, { run, who: identifiersFrom({}) });
    const ended = await checks.end(taken, endOf(reread, clock.now()), factOf(run, reread.counts));
    if (ended) await certify(store, run);
    if (ended && reread.notClean.length > 0) await tellWatch(place, desk, run);
  } catch (error) {
    if (error instanceof Ended) return checks.putOff(taken, clock.now());
    if (error instanceof StorageError) throw error;
    const trouble = troubleIn(error);
    // A defect must not have the check tried for ever, nor the others wait for it.
    if (trouble === undefined) log.warn({ run: run.id, failure: failureOf(error) }, 'later check failed');
    await notPossible(place, { run, taken, trouble: trouble ?? 'unreadable' });
  }
}

type Trouble = NonNullable<CheckEnd['trouble']>;

function troubleIn(error: unknown): Trouble | undefined {
  if (error instanceof HostError) return error.code;
  if (error instanceof RuleError) return 'settings';
  return error instanceof Refusal && error.code === 'not-found' ? 'host-removed' : undefined;
}

interface NotPossible {
  readonly run: RunRecord;
  readonly taken: TakenCheck;
  readonly trouble: Trouble;
}

async function notPossible({ ground }: CheckingGround, { run, taken, trouble }: NotPossible): Promise<void> {
  const { store, clock } = ground;
  const { checks } = store.certificates;
  const now = clock.now();
  if (trouble !== 'host-removed' && taken.tries + 1 < TRIES)
    return checks.putOff(taken, new Date(now.getTime() + FIRST_PAUSE * 2 ** taken.tries));
  const nothing = { reread: 0, changed: [], unchecked: 0 };
  const end: CheckEnd = { at: now.toISOString(), result: 'not-possible', ...nothing, trouble };
  if (await checks.end(taken, end, factOf(run, {}))) await certify(store, run);
}

function endOf({ counts, notClean, unchecked }: Reread, at: Date): CheckEnd {
  const shown = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return {
    at: at.toISOString(),
    result: notClean.length === 0 ? 'as-left' : 'changed',
    reread: shown,
    changed: tallied(notClean.map(({ kind }) => ({ kind }))),
    unchecked,
  };
}

/** No actor: nobody asked for it but the run's own certificate. */
function factOf({ id, plan: { plan } }: RunRecord, counts: Reread['counts']): LedgerFact {
  return { what: 'verified-later', run: id, host: plan.host, digest: plan.digest, counts };
}

/** Whoever is back is shown to the return watch, which knows whether it is the person: nothing else happens to them. */
async function tellWatch({ ground }: CheckingGround, { host }: Desk, { plan }: RunRecord): Promise<void> {
  try {
    for await (const person of host.findPeople({ by: 'id', person: plan.person }))
      await noticeReturns(ground.store, plan.host, [person]);
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    ground.log.warn({ host: plan.host, failure: failureOf(error) }, 'return watch not told');
  }
}

/** The host, whose reading ends soon after the signal. */
function until(signal: AbortSignal, host: Host): Host {
  return changedHost(host, {
    reread: async function* (spots) {
      for await (const reading of host.reread(spots)) {
        if (signal.aborted) throw new Ended('The process ends.');
        yield reading;
      }
    },
  });
}
