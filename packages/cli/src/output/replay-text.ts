import type { RunRecord } from '@lethe/core';
import type { Found, Looked } from '../flow/review-replay.ts';
import { tableOf } from './table.ts';
import { obstacleLines } from './trouble.ts';

/** What a restore brought back, as people read it. */
export function replayText(found: Found): string {
  const { looked, reopened, calledOff, unreadable, foreign, phrase } = found;
  return [
    looked.length === 0 ? 'No erasure is missing from this database.' : peopleTable(looked),
    ...looked.flatMap(detailsOf),
    open('By the erasure log these runs had ended. They go on, and find what is left', reopened),
    open('By the erasure log these runs were called off. They are called off again', calledOff),
    unreadable === 0
      ? ''
      : `${unreadable} records of the erasure log cannot be read: damaged, or sealed with a key that is not here (LETHE_OLD_KEYS).`,
    foreign === 0 ? '' : `${foreign} records are another installation's and were left alone.`,
    repeatable(found) ? `Nobody was erased again yet. To do so, confirm with: ${phrase}` : '',
  ]
    .filter((text) => text !== '')
    .join('\n\n');
}

/** The same for scripts. */
export function replayJson({ looked, reopened, calledOff, unreadable, foreign, phrase, ...rest }: Found): unknown {
  return {
    people: looked.map(({ erased, review }) => ({
      ...{ host: erased.host, person: erased.person, only: erased.only, erasures: erased.erasures },
      ...{ is: review.is, steps: stepsOf(review) },
    })),
    ...{ reopened: reopened.map(idOf), calledOff: calledOff.map(idOf), unreadable, foreign },
    confirm: repeatable({ looked, reopened, calledOff, ...rest, unreadable, foreign, phrase }) ? phrase : null,
  };
}

function repeatable({ looked, reopened, calledOff }: Found): boolean {
  return looked.some(({ review }) => review.is === 'undone') || reopened.length + calledOff.length > 0;
}

const words: Readonly<Record<Looked['review']['is'], string>> = {
  'nothing-left': 'still erased',
  'account-gone': 'the account is not there',
  undone: 'back: will be erased again',
  more: 'back, and with more than was erased: review it',
  'in-the-way': 'back, and something is in the way',
  'host-unreachable': 'not looked at',
};

function peopleTable(looked: readonly Looked[]): string {
  const rows = looked.map(({ erased, review }) => [
    erased.host,
    erased.person,
    erased.erasures[0].endedAt.slice(0, 16),
    erased.steps.size,
    stepsOf(review) ?? '',
    words[review.is],
  ]);
  return tableOf(['host', 'person', 'erased (UTC)', 'steps then', 'steps now', 'found'], rows);
}

function stepsOf(review: Looked['review']): number | undefined {
  if (review.is === 'undone') return review.record.plan.steps.length;
  return review.is === 'more' ? review.steps : undefined;
}

function detailsOf({ erased, review }: Looked): readonly string[] {
  const whom = `${erased.host}, ${erased.person}`;
  if (review.is === 'in-the-way') return [`${whom}:\n${obstacleLines(review.obstacles)}`];
  if (review.is === 'host-unreachable') return [`${whom}: ${review.because}`];
  if (review.is === 'more') {
    return [
      `${whom}: ${review.beyond} steps go further than the erasure. lethe plan --host ${erased.host} --id ${erased.person}`,
    ];
  }
  const fewer = review.is === 'undone' && review.record.plan.steps.length < erased.steps.size;
  return fewer
    ? [
        `${whom}: not all steps of then are needed. Texts that the run found by what the account does not say (--also) are found only if that is said again: lethe replay --run ${erased.erasures[0].run} --also …`,
      ]
    : [];
}

function open(says: string, runs: readonly RunRecord[]): string {
  return runs.length === 0 ? '' : `${says}: ${runs.map(idOf).join(', ')}.`;
}

function idOf({ id }: RunRecord): string {
  return id;
}
