/** A candidate, as far as the number of calls depends on them. */
export interface Sizes {
  readonly applications: number;
  /** Whether fields of the candidate have to be emptied, and of how many applications. */
  readonly fields: boolean;
  readonly applicationFields: number;
  /** Tags that name the candidate. */
  readonly tags: number;
  /** Whether name or links have to go, and whether anything goes with the candidate. */
  readonly named: boolean;
  readonly own: boolean;
  /** Applications that hold something that goes with the candidate. */
  readonly applicationsOwn: number;
}

/** Candidate, notes, client info. */
const CANDIDATE = 3;
/** Application, scorecards, offers. */
const APPLICATION = 3;

/**
 * The fewest calls in which anybody can read and blank all that is the candidate's over the API, with no list longer than a page: which
 * fields there are; three for the candidate; four for each application, as scorecards, interviews and offers are lists of their own; a
 * call for the fields of the candidate and of each application, one for each tag, one for name and links, one to anonymize.
 */
export function fewestCalls(sizes: Sizes): number {
  const { applications, fields, applicationFields, tags, named, own } = sizes;
  const read = 1 + CANDIDATE + (APPLICATION + 1) * applications;
  return read + Number(fields) + applicationFields + tags + Number(named) + Number(named || own);
}

/** How many calls a run takes with everything read again, and three more that look whether the key may read what it has to. */
export function mostVerified(sizes: Sizes): number {
  const { fields, tags, applicationFields, named, own, applicationsOwn } = sizes;
  const changed = fields || tags > 0 ? CANDIDATE : 0;
  const anonymized = named || own ? CANDIDATE : 0;
  return fewestCalls(sizes) + 3 + changed + anonymized + APPLICATION * (applicationFields + applicationsOwn);
}
