import type { Obstacle, Report } from '@lethe/core';
import type { PersonShown, ReportShown, ReviewedShown, RunState, ShownSheet } from '../../src/forge/protocol.ts';
import type { Place } from '../../src/forge/protocol.ts';

/** Somebody on an issue. */
export function person(changes: Partial<PersonShown> = {}): PersonShown {
  const addresses = ['ada@lovelace.test'];
  return { ref: 'sealed-ada', name: 'Ada King', addresses, kind: 'end-user', active: true, self: false, ...changes };
}

/** Comments on issues, as places. */
export function places(count: number): readonly Place[] {
  return Array.from({ length: count }, (_, at) => ({
    label: `comment ${String(at + 1)} on issue HELP-${String(at)}`,
    href: `/browse/HELP-${String(at)}`,
  }));
}

/** A plan with a bit of everything. */
export function sheet(changes: Partial<ShownSheet> = {}): ShownSheet {
  return {
    rows: [
      {
        kind: 'message.body',
        ...{ blanked: 120, kept: 3, cannot: 0 },
        groups: [
          { what: 'kept', why: 'uninvolved', count: 3, places: [] },
          { what: 'blanked', verb: 'set', count: 120, places: places(60) },
        ],
      },
      {
        kind: 'dossier.history',
        ...{ blanked: 0, kept: 0, cannot: 2 },
        groups: [
          {
            what: 'cannot',
            because: 'The history of an issue is read-only; it keeps what a field held before.',
            instead: 'Delete it by hand where that is wanted.',
            count: 2,
            places: [{ label: 'history of issue HELP-7', href: '/browse/HELP-7' }],
          },
        ],
      },
    ],
    totals: { blanked: 120, kept: 3, cannot: 2 },
    remains: [
      {
        kind: 'dossier.title',
        steps: 4,
        where: "The issue's history keeps the old value, which nobody can change; only deleting the issue removes it.",
      },
    ],
    sideEffects: [],
    mentions: [
      { by: 'names', how: 'as-filed', count: 9 },
      { by: 'names', how: 'part-of-name', doubt: 'name-alone', count: 2 },
    ],
    unreached: [],
    ambiguous: { count: 2, places: places(2) },
    ...changes,
  };
}

/** The digest of the sample plan. */
export const digest = 'd'.repeat(64);

/** A review to be confirmed. */
export function reviewed(changes: Partial<ReviewedShown> = {}): ReviewedShown {
  return {
    ...{ at: 'reviewed', review: 'review-1', person: person(), sheet: sheet(), phrase: 'ANONYMIZE 120', digest },
    ...{ seconds: 424, refusedIdentifiers: [], modes: [], acknowledged: [], ...changes },
  };
}

/** One thing in the way. */
export function obstacle(changes: Partial<Obstacle> = {}): Obstacle {
  return { code: 'already-anonymized', says: 'This account was anonymized before.', remedy: 'Look.', ...changes };
}

/** A run that goes on. */
export function running(
  share: number,
  changes: Partial<Extract<RunState, { at: 'running' }>['progress']> = {},
): Extract<RunState, { at: 'running' }> {
  const progress = { phase: 'blanking', done: Math.round(share * 120), of: 120, share, ...changes } as const;
  return { at: 'running', run: 'run-1', stopping: false, progress };
}

/** The report on a run. */
export function report(changes: Partial<Report> = {}): Report {
  const times = { reviewed: '2026-11-28T09:00:00Z', approved: '2026-11-28T09:01:00Z', started: '2026-11-28T09:02:00Z' };
  return {
    version: 1,
    run: 'run-1',
    host: { name: 'help.atlassian.test', kind: 'jira' },
    person: 'alias',
    times,
    ...{ reviewedBy: 'someone', approvedBy: 'someone', acknowledged: [], state: 'done', obstacles: [], grown: [] },
    plan: { version: 1, digest },
    rules: { name: 'default', digest: 'e'.repeat(64) },
    steps: {
      planned: 120,
      ends: { clean: 120 },
      kinds: [{ kind: 'message.body', planned: 120, ends: { clean: 120 } }],
      ...{ proven: 120, claimed: 0 },
    },
    ...{ notProven: [], residue: [], spots: 125, kept: { uninvolved: 3 }, ambiguous: 0, gaps: [], unreached: [] },
    ...{ remains: [], sideEffects: [], asks: [], mentions: [], tallies: { compared: 40, changed: [] } },
    ...changes,
  };
}

/** The report as the screen gets it. */
export function shown(changes: Partial<ReportShown> = {}): ReportShown {
  return { report: report(), cut: {}, links: [], later: [], markdown: '# Report on run-1', ...changes };
}
