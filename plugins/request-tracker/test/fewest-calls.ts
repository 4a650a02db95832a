import type { SpotKind } from '@lethe/core';

/** A person's traces in RT, as far as the number of calls over REST depends on them. Each is a page at most unless told. */
export interface RestSizes {
  /** Tickets to be read, entries of histories the person wrote, and tickets, entries and parts of mails a mention is found in. */
  readonly tickets: number;
  readonly wrote?: number;
  readonly mentioned?: readonly number[];
  /** Entries of the tickets' histories; of their mails parts with text, and other parts. */
  readonly entries?: number;
  readonly texts?: number;
  readonly others?: number;
  /** Tickets with a subject or a field to change, and those with somebody to take off. */
  readonly changed: number;
  readonly people: number;
  /** Answers and comments on changed tickets: reports count them. */
  readonly counted?: number;
}

const PAGE = 100;
/** Columns a mention may stand in, each asked for by itself: those of tickets together, three of histories, five of mails. */
const SEARCHES = 9;
const OF_MAILS = 5;

/**
 * The fewest calls in which anybody can look up, read, change and read again over REST all that is a person's, a hundred rows in a call:
 * definitions of fields; tickets the person has part in, and entries it wrote; a search for each column a mention may stand in, and on
 * which tickets the mails found are; the tickets, their histories, their mails' parts with text and without; the account and its history.
 * Then a call for each ticket with something to change and one more where somebody is taken off, one that disables the account and one
 * that empties it. To prove it, the changed tickets with what reports count, and the account with its history. `README.md` derives it.
 */
export function fewestOverRest(sizes: RestSizes): number {
  const {
    tickets,
    wrote = 0,
    mentioned = [],
    entries = 0,
    texts = 0,
    others = 0,
    changed,
    people,
    counted = 0,
  } = sizes;
  const searches = Array.from({ length: SEARCHES }, (_, at) => pages(mentioned[at] ?? 0));
  // Mails are found as parts, and which tickets these are on has to be asked for.
  const mails = pages(Math.max(0, ...mentioned.slice(SEARCHES - OF_MAILS)));
  const found = pages(tickets) + pages(wrote) + sum(searches) + mails;
  const read = pages(tickets) + pages(entries) + pages(texts) + pages(others);
  const account = 2;
  const proof = changed + people === 0 ? 0 : pages(Math.max(changed, people)) + pages(counted);
  return 1 + found + read + account + changed + people + 2 + proof + account;
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
  const batches = steps.map((some) => Math.ceil(some / 200));
  return Math.ceil(texts / 1000) + sum(batches) + Math.ceil(sum(steps) / 500);
}

/** What a run does one after the other: no batch of changes reaches from one phase into the next. */
export const phases: readonly (readonly SpotKind[])[] = [
  ['person.access'],
  ['dossier.people'],
  ['attachment', 'message.body', 'message.subject', 'message.envelope'],
  ['message.copies', 'dossier.title', 'dossier.description', 'dossier.field'],
  ['dossier.history'],
  ['person.history'],
  ['person.phone', 'person.field', 'person.login', 'person.name', 'person.email'],
];

/** How many pages a list has; an empty one has to be asked for all the same. */
function pages(rows: number): number {
  return Math.ceil(Math.max(1, rows) / PAGE);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
