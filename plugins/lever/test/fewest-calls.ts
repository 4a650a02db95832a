/** An opportunity, as far as the number of calls depends on it. */
export interface OpportunitySize {
  /** Notes, files and feedback to delete, and how many of the three lists they are in. */
  readonly deleted: number;
  readonly deletedLists: number;
  /** Whether a tag has to go. */
  readonly tags: boolean;
  /** Lists that hold something only Lever's own Anonymize takes away: the application, resumes, referrals. */
  readonly askedLists: number;
}

/** A candidate, as far as the number of calls depends on them. */
export interface Sizes {
  readonly opportunities: readonly OpportunitySize[];
  readonly links: boolean;
}

/** Lists of an opportunity beside the application, which comes with it: each is shown by itself. */
const LISTS = 8;
const PAGE = 100;

/**
 * The fewest calls in which anybody can read and blank all that is the candidate's over the Data API: the contact; opportunities a
 * hundred at a time, with their applications; archive reasons, to tell a hire; the eight lists of each opportunity; a call for each
 * note, file and feedback form to delete, for the tags of each opportunity, for the links, and one for the rest of the contact.
 */
export function fewestCalls({ opportunities, links }: Sizes): number {
  const written = opportunities.map(({ deleted, tags }) => deleted + Number(tags));
  return 1 + pages(opportunities.length) + 1 + LISTS * opportunities.length + sum(written) + Number(links) + 1;
}

/**
 * How many calls a run takes with everything read again and one look at what was done by hand. Each opportunity that was changed and
 * each list of it that was; the contact, and opportunities a hundred at a time where links had to go; then each opportunity with
 * the lists that hold something done by hand, and the contact.
 */
export function mostVerified(sizes: Sizes): number {
  const { opportunities, links } = sizes;
  const proven = opportunities.map(({ deletedLists, tags }) => (deletedLists > 0 || tags ? 1 + deletedLists : 0));
  const looked = opportunities.map(({ askedLists }) => 1 + askedLists);
  const contact = 1 + (links ? pages(opportunities.length) : 0);
  return fewestCalls(sizes) + 3 + sum(proven) + contact + sum(looked) + 1;
}

/** How many pages a list has; an empty one has to be asked for all the same. */
function pages(rows: number): number {
  return Math.ceil(Math.max(1, rows) / PAGE);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
