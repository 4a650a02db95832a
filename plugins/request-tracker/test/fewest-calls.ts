/** A person's traces in RT, as far as the number of calls over REST depends on them. */
export interface RestSizes {
  /** Tickets to be read. */
  readonly tickets: number;
  /** Tickets with a subject or a field to change, and those with somebody to take off. */
  readonly changed: number;
  readonly people: number;
  /** Entries in the histories of these tickets, and parts of mails in them with and without text; one page each unless told. */
  readonly entries?: number;
  readonly texts?: number;
  readonly others?: number;
}

const PAGE = 100;
/** Tables a mention may stand in, each asked by itself: tickets, three columns of histories, five of mails. */
const SEARCHES = 9;

/**
 * The fewest calls in which anybody can look up, read, change and read again over REST all that is a person's: definitions of fields, what the
 * person has part in and wrote, what mentions them, a hundred tickets, entries or parts of mails in a call, the account and its history;
 * a call for each ticket with something to change, one more where somebody is taken off, one that disables the account and one that
 * empties it; changed tickets and the account once more.
 */
export function fewestOverRest(sizes: RestSizes): number {
  const { tickets, changed, people, entries = tickets, texts = tickets, others = tickets } = sizes;
  const listing =
    1 + 2 * pages(tickets) + SEARCHES + pages(tickets) + pages(entries) + pages(texts) + pages(others) + 2;
  const proof = (changed + people > 0 ? 2 * pages(Math.max(changed, people)) : 0) + 2;
  return listing + changed + people + 2 + proof;
}

/** A person's traces in RT, as far as the number of calls through Lethe's part depends on them. */
export interface InsideSizes {
  /** Texts and rows the part lists. */
  readonly texts: number;
  /** Steps in each phase of a run. */
  readonly steps: readonly number[];
}

/** A thousand texts in a reading, two hundred changes in a call of one phase, five hundred cells read again. */
export function fewestInside({ texts, steps }: InsideSizes): number {
  const all = steps.reduce((sum, some) => sum + some, 0);
  return Math.ceil(texts / 1000) + steps.reduce((sum, some) => sum + Math.ceil(some / 200), 0) + Math.ceil(all / 500);
}

/** How many pages a list has; an empty one has to be asked for all the same. */
function pages(rows: number): number {
  return Math.ceil(Math.max(1, rows) / PAGE);
}
