import type { Plan, SpotId } from '@lethe/core';
import { groupSteps } from '../group.ts';
import { placeOf } from '../place.ts';
import type { Place } from '../place.ts';
import { timeNeeded } from './time-needed.ts';
import type { Pace, WorkCounts } from './time-needed.ts';

/** Issues come a hundred a call, changelogs a thousand, and so do comments by their ids. */
const ISSUES_A_CALL = 100;
const MANY_A_CALL = 1000;
/** Comments that come along with an issue. */
const ALONG = 20;
/** Rights, the account and its profile, read before and after: as many for a small plan as for a large one. Rights and people cost more points. */
const AROUND = 6;
const POINTS_AROUND = 20;
/** Starts a change of many issues, and asks what came of it. */
const CALLS_OF_BULK = 2;

const singly: readonly Place['is'][] = ['comment', 'worklog', 'attachment', 'watch', 'participants'];

/** Seconds a plan needs: everything read again, changed, and read once more. */
export function estimateFor(plan: Plan, pace: Pace = {}): number {
  return Math.ceil(timeNeeded(workOf(plan), pace));
}

/** Calls and points a run of the plan takes, counted from its spots as the host groups them. */
export function workOf({ steps, kept, gaps }: Plan): WorkCounts {
  const all = placesOf([...steps, ...kept, ...gaps].map(({ spot }) => spot));
  const changed = steps.flatMap((step) => placesOf([step.spot]).map((place) => ({ place, verb: step.verb })));
  const issues = Object.keys(countedBy(all, issueOf)).length;
  const long = Object.values(countedBy(all, commentOf)).filter((comments) => comments > ALONG).length;
  const ofAccount = changed.filter(({ place }) => !('issue' in place)).length;
  // Whatever is cut differs from issue to issue; what is set or emptied is the same for many.
  const own = [
    ...new Set(changed.flatMap(({ place, verb }) => (verb === 'cut' && !isSingle(place) ? issueOf(place) : []))),
  ];
  const single = changed.flatMap(({ place }) => (isSingle(place) ? issueOf(place) : []));
  const writesByIssue = Object.values(countedBy([...own, ...single], (issue) => [issue]));
  const bulk = groupSteps(steps.map(({ id, spot, kind, verb }) => ({ id, spot, kind, verb }))).filter(
    isOfIssues,
  ).length;
  const pages = Math.ceil(issues / ISSUES_A_CALL);
  const lists = Math.ceil(issues / MANY_A_CALL) + Math.ceil(Object.keys(countedBy(all, numberOf)).length / MANY_A_CALL);
  const inTurn = 2 * pages + long + 2 * lists + AROUND + bulk * CALLS_OF_BULK + ofAccount;
  const writes = writesByIssue.reduce((sum, some) => sum + some, 0);
  return { inTurn, writesByIssue, points: inTurn + writes + 2 * issues + POINTS_AROUND };
}

function isSingle({ is }: Place): boolean {
  return singly.includes(is);
}

function isOfIssues({ call }: { readonly call: string }): boolean {
  return call === 'change issues';
}

function placesOf(spots: readonly SpotId[]): readonly Place[] {
  return spots.flatMap((spot) => placeOf(spot) ?? []);
}

function issueOf(place: Place): readonly string[] {
  return 'issue' in place ? [place.issue] : [];
}

function commentOf(place: Place): readonly string[] {
  return place.is === 'comment' ? [place.issue] : [];
}

function numberOf(place: Place): readonly string[] {
  return place.is === 'comment' || place.is === 'worklog' ? [place.number] : [];
}

function countedBy<T>(some: readonly T[], key: (one: T) => readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const one of some.flatMap(key)) counts[one] = (counts[one] ?? 0) + 1;
  return counts;
}
