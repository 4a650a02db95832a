import { leftOut as leftOutReasons } from '@lethe/core';
import type { LeftOut } from '@lethe/core';
import { tableOf } from './table.ts';

/** Somebody whose time has come, by id: for the whole person, or for one case whose consent ran out. */
export interface DuePerson {
  readonly id: string;
  readonly kind: string;
  readonly because: string;
  /** Since which day, if that is known. */
  readonly since: string | null;
  readonly only: string | null;
}

/** Who of a host's people is due, and how many were left out for which reason. */
export interface DueList {
  readonly due: readonly DuePerson[];
  readonly leftOut: Readonly<Partial<Record<LeftOut, number>>>;
}

const reasons: Readonly<Record<LeftOut, string>> = {
  active: 'works here and may still sign in',
  hired: 'was hired',
  'case-open': 'has a case that is not archived, or an interview to come',
  lead: 'is held as a lead',
  recent: 'something happened within that time',
  'age-unknown': 'the host does not tell when anything happened last',
};

/** Whose time has come, by id, without names; and why the others of these kinds are left out. */
export function dueText({ due, leftOut }: DueList, host: string): string {
  const rows = due.map(({ id, kind, because, since, only }) => [
    host,
    id,
    kind,
    words(because),
    since ?? 'unknown',
    only ?? 'all',
  ]);
  const left = leftOutReasons.flatMap((why) => {
    const count = leftOut[why];
    return count === undefined ? [] : [`  - ${String(count)} × ${reasons[why]}`];
  });
  return [
    ...(rows.length === 0 ? [] : [tableOf(['host', 'id', 'kind', 'because', 'since', 'what'], rows)]),
    `${String(due.length)} due. Each is reviewed by itself: lethe plan --id ID${due.some(({ only }) => only !== null) ? ', with --only for one case' : ''}.`,
    ...(left.length === 0 ? [] : ['Left out:', ...left]),
  ].join('\n');
}

function words(because: DuePerson['because']): string {
  return because === 'consent-ended' ? 'a consent ran out' : 'chosen by kind and age';
}
