import { phraseFor } from '@lethe/core';
import type { Approval, PlanRecord, RunRecord } from '@lethe/core';
import { approvalFor } from '@lethe/review';
import type { Desk } from '@lethe/review';
import type { ExitName } from '../exit-code.ts';
import { carryOut, minutesOf } from '../flow/carry-out.ts';
import { choosePeople, reviewOptions } from '../flow/choose.ts';
import { deskOf } from '../flow/desk.ts';
import { requireRight } from '../flow/require-right.ts';
import { obstacleLines } from '../output/trouble.ts';
import type { NamedHost } from '@lethe/settings';
import type { Session } from '../session.ts';
import { Stop } from '../stop.ts';
import type { Asked, PeopleOptions, Work } from './command.ts';
import { phraseForAll, reviewAll, reviewsText } from './plan.ts';
import { showRuns } from './report.ts';

/** Options of `lethe anonymize`. */
export interface AnonymizeOptions extends PeopleOptions {
  /** The phrase of a plan that was reviewed before. */
  readonly confirm?: string;
  /** Minutes to wait for what is done by hand. */
  readonly wait?: string;
}

/** `lethe anonymize`: carries out what was reviewed. With `--confirm` the newest reviewed plan, without it one reviewed now. */
export function anonymize(texts: readonly string[], options: AnonymizeOptions): Work {
  return async (session) => {
    requireRight(session, 'run');
    const named = await session.host(options.host);
    const asked = { texts, options };
    const approved =
      options.confirm === undefined
        ? await reviewedNow(session, named, asked)
        : await reviewedBefore(session, named, asked);
    if (approved.length > 1) requireRight(session, 'bulk');
    const desk = await deskOf(session, named);
    const runs: RunRecord[] = [];
    for (const record of approved) {
      const owned = await desk.store.begin(
        record.id,
        await confirmed(desk, record, reviewOptions(options).acknowledged),
      );
      session.output.note(`Run ${owned.record.id} has begun. Ctrl-C stops it between two calls.`);
      runs.push(await carryOut(session, { desk, owned, acceptRefused: false, waitMinutes: minutesOf(options.wait) }));
      if (session.interrupted()) break;
    }
    await showRuns(session, runs);
    return exitOfRuns(session, runs);
  };
}

/** How `lethe` ends after runs: the worst of them counts. */
export function exitOfRuns(session: Session, runs: readonly RunRecord[]): ExitName {
  const stopped = runs.find((run) => run.state === 'stopped');
  if (stopped === undefined) return 'ok';
  if (session.interrupted()) return 'interrupted';
  const reason = stopped.ending?.reason;
  if (reason === 'plan-grew' || reason === 'not-approved') return 'unconfirmed';
  if (reason === 'waiting-for-somebody') return 'waiting';
  return reason === 'obstacles' ? 'obstacle' : 'stopped';
}

/** The approval of whoever works the command line, once what they typed was found right: it may have been for several plans. */
export async function confirmed(
  desk: Desk,
  record: PlanRecord,
  acknowledged: Approval['acknowledged'],
): Promise<Approval> {
  return approvalFor(desk, record, { typed: phraseFor(record.plan, desk.rules.confirmation), acknowledged });
}

async function reviewedNow(session: Session, named: NamedHost, asked: Asked): Promise<readonly PlanRecord[]> {
  const reviews = await reviewAll(session, named, asked);
  const inTheWay = reviews.flatMap((one) => one.obstacles);
  session.output.note(reviewsText(session, named, reviews));
  if (inTheWay.length > 0) throw new Stop('obstacle', `Nothing was done:\n${obstacleLines(inTheWay)}`);
  const phrase = phraseForAll(session, reviews);
  requireTyped(await typedBy(session, phrase), phrase);
  return reviews.flatMap((one) => ('record' in one ? [one.record] : []));
}

async function reviewedBefore(
  session: Session,
  named: NamedHost,
  asked: Asked<AnonymizeOptions>,
): Promise<readonly PlanRecord[]> {
  const store = await session.store();
  const records: PlanRecord[] = [];
  for (const { id } of await choosePeople(session, named, asked)) {
    const record = await store.latestPlan(named.name, id);
    if (record === undefined || record.plan.only !== asked.options.only)
      throw new Stop(
        'unconfirmed',
        `There is no reviewed plan for ${named.host.profile.words.person} ${id}. Nothing was done.`,
        'Make one with lethe plan, read it, and confirm it by its phrase.',
      );
    records.push(record);
  }
  requireTyped(
    asked.options.confirm ?? '',
    phraseFor({ steps: records.flatMap((record) => record.plan.steps) }, session.rules.confirmation),
  );
  return records;
}

async function typedBy({ ask }: Session, phrase: string): Promise<string> {
  if (ask !== undefined) return ask(`This cannot be undone. Type ${phrase} to go on, anything else to leave it: `);
  throw new Stop(
    'unconfirmed',
    'Nobody is at the terminal to confirm. Nothing was done.',
    `To confirm what you have just read: --confirm '${phrase}'.`,
  );
}

function requireTyped(typed: string, phrase: string): void {
  if (typed.trim() !== phrase)
    throw new Stop(
      'unconfirmed',
      'What was typed is not the phrase of the reviewed plan. Nothing was done.',
      'Look at the plan again with lethe plan: it may have grown.',
    );
}
