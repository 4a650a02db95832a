/** An account and one of its users, as far as the number of calls depends on them. */
export interface Sizes {
  /** Tickets the user asked for, and those the user is in copy of. */
  readonly requested: number;
  readonly copied: number;
  /** Tickets each search finds; one entry a search. */
  readonly hits: readonly number[];
  /** Comments of each ticket that has to be read. */
  readonly comments: readonly number[];
  /** Files of each comment that has to be redacted. */
  readonly redacted: readonly number[];
  /** Tickets with a subject, a field or a list to change. */
  readonly changed: number;
  readonly identities: number;
  /** Lines of chats to redact, and chats with files to redact. */
  readonly chatLines?: number;
  readonly chatFiles?: number;
  /** The queue of suspended tickets, where it is looked through: all of it, and the user's. */
  readonly suspended?: { readonly all: number; readonly own: number };
}

const PAGE = 100;

/**
 * The fewest calls in which anybody can read, blank and change all that is the user's over Zendesk's API: one page of a list
 * has a hundred rows, of a search a thousand; a comment is redacted by itself with up to 75 files; a job changes a hundred
 * tickets, and all jobs are asked for together; an identity is deleted by itself; the user is changed once.
 */
export function fewestCalls(sizes: Sizes): number {
  const { requested, copied, hits, comments, redacted, changed, identities, suspended } = sizes;
  const lists = pages(requested) + pages(copied) + sum(hits.map((found) => pages(found, 1000)));
  const queue = suspended === undefined ? 0 : pages(suspended.all) + Math.ceil(suspended.own / PAGE);
  const chats = (sizes.chatLines ?? 0) + (sizes.chatFiles ?? 0);
  const reads = 1 + lists + sum(comments.map((count) => pages(count)));
  const redactions = sum(redacted.map((files) => Math.max(1, Math.ceil(files / 75)))) + chats;
  const changes = Math.ceil(changed / PAGE) + (changed > 0 ? 1 : 0);
  return reads + redactions + changes + 1 + identities + queue;
}

/** How many pages a list has; an empty one has to be asked for all the same. */
function pages(rows: number, size = PAGE): number {
  return Math.ceil(Math.max(1, rows) / size);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}

/**
 * How many calls a run with verification may take: everything is read again, and a few more for what goes with a run. Pages
 * of lists and of tickets beyond the first come on top, as the bound of the product's promise counts one page of each.
 */
export function mostVerified(sizes: Sizes): number {
  const { requested, copied, hits, comments, redacted, identities } = sizes;
  const more = (rows: number, size?: number): number => pages(rows, size) - 1;
  const tickets = comments.length;
  const beyond =
    more(requested) +
    more(copied) +
    more(tickets) +
    sum(hits.map((found) => more(found, 1000))) +
    2 * sum(comments.map((count) => more(count)));
  return 2 * (tickets + hits.length) + redacted.length + identities + 12 + beyond;
}
