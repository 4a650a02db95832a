/** A candidate, as far as the number of calls depends on them. */
export interface Size {
  readonly applications: number;
  /** Whether one of these is a prospect, whose pool has a list of its own. */
  readonly prospect?: boolean;
}

export type Version = 'v1' | 'v3';

/** The most applications a filter of version 3 takes. */
const MOST_IDS = 50;

/**
 * The fewest calls in which anybody can read all that is the candidate's and blank it. Version 3 has five lists by candidate
 * (candidates, applications, notes, schools, former jobs) and seven by application, fifty at a time (files, offers, scorecards,
 * interviews, rejections, EEOC and demographic answers), one more for prospects; version 1 shows the candidate with all
 * applications, the feed, and five lists of each application. Then one call anonymizes and one writes the name.
 */
export function fewestCalls(version: Version, { applications, prospect = false }: Size): number {
  const filed = Math.ceil(applications / MOST_IDS);
  const reads = version === 'v1' ? 2 + 5 * applications : 5 + (prospect ? 8 : 7) * filed;
  return reads + 2;
}

/**
 * How many calls a run takes with everything read again: what is filed under applications, with what reports count of them; then
 * the candidate's own.
 */
export function mostVerified(version: Version, size: Size): number {
  const { applications, prospect = false } = size;
  const filed = Math.ceil(applications / MOST_IDS);
  const proof = version === 'v1' ? 2 + 3 * applications + 1 : 2 + (prospect ? 6 : 5) * filed + 3;
  return fewestCalls(version, size) + 3 + proof;
}
