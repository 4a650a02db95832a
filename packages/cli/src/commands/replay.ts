import { phraseFor } from '@lethe/core';
import type { RunRecord, Step } from '@lethe/core';
import { identifiersTyped } from '@lethe/review';
import type { ExitName } from '../exit-code.ts';
import { deskOf } from '../flow/desk.ts';
import { erasedBefore } from '../flow/erased-before.ts';
import type { ErasedPerson } from '../flow/erased-before.ts';
import { repeatErasures } from '../flow/repeat-erasures.ts';
import { requireRight } from '../flow/require-right.ts';
import { reviewReplay } from '../flow/review-replay.ts';
import type { Found, Looked, ReplayReview } from '../flow/review-replay.ts';
import { replayJson, replayText } from '../output/replay-text.ts';
import type { Session } from '../session.ts';
import { Stop } from '../stop.ts';
import { exitOfRuns } from './anonymize.ts';
import type { Work } from './command.ts';
import { showRuns } from './report.ts';

/** Options of `lethe replay`. */
export interface ReplayOptions {
  /** The host was restored: when the backup it was restored from was made. */
  readonly since?: string;
  readonly installation?: string;
  /** The phrase, after looking. */
  readonly confirm?: string;
  /** Only what this run erased; then with what else the person goes by. */
  readonly run?: string;
  readonly also?: readonly string[];
}

/** `lethe replay`: after a restore, lists whom it brought back, and erases them again once that is confirmed. */
export function replay(options: ReplayOptions): Work {
  return async (session) => {
    requireRight(session, 'run');
    const found = await lookAgain(session, options);
    const waits = toRepeat(found).length + found.reopened.length + found.calledOff.length > 0;
    const confirmed = waits && (await isConfirmed(session, options, found));
    if (!confirmed) {
      session.output.result(() => replayText(found), replayJson(found));
      await noteLookedAt(session, found);
      return waits ? 'unconfirmed' : exitWithout(found);
    }
    session.output.note(replayText(found));
    if (toRepeat(found).length + found.reopened.length > 1) requireRight(session, 'bulk');
    const runs = await repeatErasures(session, found);
    await noteLookedAt(session, found);
    await showRuns(session, runs);
    return worst(session, runs, found);
  };
}

/** Those for whom everything that has to be done was approved before. */
function toRepeat({ looked }: Found): readonly Looked[] {
  return looked.filter(({ review }) => review.is === 'undone');
}

async function lookAgain(session: Session, { since, installation, run, also }: ReplayOptions): Promise<Found> {
  if (also !== undefined && run === undefined) throw new Stop('usage', '--also is about one person: name --run.');
  const store = await session.store();
  const before = await erasedBefore(store, {
    ...(since === undefined ? {} : { since: momentOf(since) }),
    ...(installation === undefined ? {} : { installation }),
  });
  const wanted = before.people.filter(({ erasures }) => run === undefined || erasures.some((one) => one.run === run));
  const looked: Looked[] = [];
  for (const erased of wanted) looked.push({ erased, review: await look(session, erased, also) });
  const steps = looked.flatMap(({ review }): readonly Step[] =>
    review.is === 'undone' ? review.record.plan.steps : [],
  );
  return { ...before, looked, phrase: phraseFor({ steps }, session.rules.confirmation) };
}

async function look(session: Session, erased: ErasedPerson, also: readonly string[] = []): Promise<ReplayReview> {
  if (!session.settings.hosts.has(erased.host)) {
    return { is: 'host-unreachable', because: 'No host of that name is in the settings.' };
  }
  const desk = await deskOf(session, await session.host(erased.host));
  return reviewReplay(desk, erased, identifiersTyped(also));
}

async function isConfirmed({ ask }: Session, { confirm }: ReplayOptions, { phrase }: Found): Promise<boolean> {
  if (confirm === undefined && ask === undefined) return false;
  const typed = confirm ?? (await ask?.(`This cannot be undone. Type ${phrase} to go on, anything else to leave it: `));
  if (typed?.trim() === phrase) return true;
  throw new Stop('unconfirmed', 'What was typed is not the phrase. Nothing was done.', 'Look again with lethe replay.');
}

/** That somebody was looked for and nothing was left of them belongs into the ledger as much as that it was done again. */
async function noteLookedAt(session: Session, { looked }: Found): Promise<void> {
  const clean = looked.filter(({ review }) => review.is === 'nothing-left' || review.is === 'account-gone');
  const actor = session.settings.operator.id;
  await (
    await session.store()
  ).note(
    ...clean.map(({ erased: { kind, erasures } }) => {
      const [{ run, digest }] = erasures;
      return { what: 'erasure-replayed', replays: run, host: kind, digest, actor, counts: { steps: 0 } } as const;
    }),
  );
}

function exitWithout({ looked, unreadable }: Found): ExitName {
  if (looked.some(({ review }) => review.is === 'host-unreachable')) return 'host';
  const left = looked.some(({ review }) => review.is === 'more' || review.is === 'in-the-way');
  return left || unreadable > 0 ? 'not-clean' : 'ok';
}

function worst(session: Session, runs: readonly RunRecord[], found: Found): ExitName {
  const exit = exitOfRuns(session, runs);
  return exit === 'ok' ? exitWithout(found) : exit;
}

function momentOf(text: string): Date {
  const moment = new Date(text);
  if (Number.isNaN(moment.getTime()))
    throw new Stop('usage', '--since takes a date, or a date and time: 2026-11-28T01:00Z.');
  return moment;
}
