import { rateOf } from './endpoint-rates.ts';
import { issueLimits } from './issue-window.ts';

/** How many calls of each sort a piece of work takes. */
export interface WorkCounts {
  /** Calls that are made one after the other: those that read, and those that write to many issues or to the account. */
  readonly inTurn: number;
  /** Calls that write to one issue and are made side by side, of each issue. */
  readonly writesByIssue: readonly number[];
  /** What all of it costs. */
  readonly points: number;
}

/** How fast calls are made, and how many points there are. */
export interface Pace {
  /** How long Jira takes for a call; 0.3 seconds as a rule. */
  readonly secondsACall?: number;
  /** Calls side by side; 10 unless told. */
  readonly atATime?: number;
  /** Points an hour; none are counted unless given. */
  readonly share?: number;
  /** What is left of them now, and in how many seconds they come back. */
  readonly left?: { readonly points: number; readonly seconds: number };
}

const HOUR = 3_600;

/**
 * How long the work takes, in seconds: an issue that had its share of writes is put off until the others are done, and when the points are used up
 * everything waits for the next hour. It knows nothing of other customers of the app.
 */
export function timeNeeded(work: WorkCounts, pace: Pace = {}): number {
  const { secondsACall = 0.3, atATime = 10 } = pace;
  const each = Math.max(secondsACall / atATime, 1 / rateOf('PUT /rest/api/3/issue/{issue}/comment/{comment}'));
  const writes = work.writesByIssue.reduce((sum, some) => sum + some, 0);
  const longest = work.writesByIssue.reduce((time, some) => Math.max(time, secondsOf(some)), 0);
  return overHours(work.points, work.inTurn * secondsACall + Math.max(writes * each, longest), pace);
}

/** How long the writes to one issue take at least. */
function secondsOf(writes: number): number {
  return Math.max(
    ...issueLimits.map((limit) => (Math.max(0, Math.ceil(writes / limit.writes) - 1) * limit.milliseconds) / 1000),
  );
}

/** The same seconds of work, stretched over the hours whose points they take. */
function overHours(points: number, seconds: number, { share = Infinity, left }: Pace): number {
  const later = points - (left?.points ?? share);
  if (later <= 0) return seconds;
  const hours = Math.ceil(later / share);
  const ofLastHour = later - (hours - 1) * share;
  return (left?.seconds ?? HOUR) + (hours - 1) * HOUR + (seconds * ofLastHour) / points;
}
