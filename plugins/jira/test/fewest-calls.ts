/** A site and one of its customers, as far as the number of calls depends on them. */
export interface Sizes {
  /** Issues to be read; and of each whether a field is to be blanked, and how many of its comments. */
  readonly issues: readonly { readonly changed: boolean; readonly comments: number }[];
  readonly files: number;
  readonly worklogs: number;
  /** Issues where the person is one of several participants, and how many different lists are left. */
  readonly lists: { readonly issues: number; readonly different: number };
  /** Issues whose comments do not all come along with them. */
  readonly overlong: number;
  /** Details of the customer's profile that hold something. */
  readonly details: number;
}

/** Issues of a page of a search that is asked for fields, of a bulk edit, and of a page of the changelog. */
const PAGE = 100;
const AT_ONCE = 1000;

/**
 * The fewest calls in which anybody can look up, read, blank and delete all that is a customer's: one search for everything; a comment, a file
 * and a work log are each reached by their own address alone; fields are changed a thousand issues at a time and asked for once, or in one call an
 * issue that carries one of its comments; the account is renamed, emptied and deleted, or locked. `plugins/jira/README.md` derives it.
 */
export function fewestCalls({ issues, files, worklogs, lists, overlong, details }: Sizes): number {
  const changed = issues.filter((issue) => issue.changed).length;
  const comments = issues.reduce((sum, issue) => sum + issue.comments, 0);
  const changing = issues.length === 1 ? riding(issues) : 2 * Math.ceil(changed / AT_ONCE);
  const lookingUp = 1 + searchPages(issues.length) + overlong;
  const account = 2 + details;
  return lookingUp + changing + comments + files + worklogs + Math.min(lists.issues, lists.different) + account;
}

/** Fields of a single issue change in the call that changes one of its comments, if there is one. With more issues that saves two calls at most. */
function riding(issues: Sizes['issues']): number {
  return issues.filter(({ changed, comments }) => changed && comments === 0).length;
}

/** The points of these calls: one each, one for each issue they show, two for the account and two for its profile. */
export function fewestPoints(sizes: Sizes): number {
  return fewestCalls(sizes) + sizes.issues.length + 2 + 2;
}

/** How many calls the proof may take: issues a hundred at a time, comments that do not come along a thousand at a time, the account three times. */
export function mostProving({ issues }: Sizes): number {
  const comments = issues.reduce((sum, issue) => sum + issue.comments, 0);
  return searchPages(issues.length) + Math.ceil(comments / AT_ONCE) + 3;
}

/** How many calls it takes to count what the changelog keeps. */
export function changelogPages({ issues }: Sizes): number {
  return Math.max(1, Math.ceil(issues.length / AT_ONCE));
}

function searchPages(issues: number): number {
  return Math.max(1, Math.ceil(issues / PAGE));
}
