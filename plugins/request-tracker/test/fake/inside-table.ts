import type { Row, TableName } from './rows.ts';
import { numberIn, textIn } from './rows.ts';
import type { Tracker } from './tracker.ts';

/** How Lethe's part sees a table: what may be written, and what a row has to do with a person. */
export interface InsideTable {
  readonly name: TableName;
  readonly texts: readonly string[];
  /** Texts that may not be blank. */
  readonly required?: readonly string[];
  /** Texts that nobody else may have. */
  readonly unique?: readonly string[];
  /** Texts that are never handed out and only emptied, and what they are then. */
  readonly secret?: Readonly<Record<string, string | null>>;
  /** Texts RT keeps encoded. */
  readonly encoded?: readonly string[];
  /** Texts that are handed out and not changed, and why. */
  readonly closed?: (row: Row, column: string, tracker: Tracker) => string | undefined;
  /** Whether the row itself has a trace. */
  readonly isThing?: (row: Row) => boolean;
  /** Why a row may not be removed; without this none may. */
  readonly stays?: (row: Row, tracker: Tracker) => string | undefined;
  readonly hidden?: boolean;
  /** Whether a row is worth listing although nothing in it mentions; all are unless told. */
  readonly isListed?: (row: Row, tracker: Tracker) => boolean;
  readonly made?: boolean;
  readonly ticket?: (row: Row, tracker: Tracker) => number | undefined;
  readonly whys?: (row: Row, person: number, tracker: Tracker) => readonly string[];
  readonly links?: (row: Row, tracker: Tracker) => Readonly<Record<string, unknown>>;
  readonly facts?: (row: Row, tracker: Tracker) => Readonly<Record<string, unknown>>;
}

/** A why where it holds. */
export function when(holds: boolean, why: string): readonly string[] {
  return holds ? [why] : [];
}

/** `RT::Ticket` is a `Ticket`. */
export function classOf(row: Row, column = 'ObjectType'): string | undefined {
  const text = textIn(row, column);
  return text === '' ? undefined : text.replace('RT::', '');
}

/** The number of what a row is about, if it is of a class. */
export function about(row: Row, type: string): number | undefined {
  return row.ObjectType === `RT::${type}` ? numberIn(row, 'ObjectId') : undefined;
}

/** The queue of a ticket. */
export function queueOf(ticket: number | undefined, { rows }: Tracker): unknown {
  return ticket === undefined ? undefined : rows.find('Tickets', ticket)?.Queue;
}

/** A moment as the part writes it; what never was is missing. */
export function moment(row: Row, column: string): string | undefined {
  const text = textIn(row, column);
  return text === '' ? undefined : `${text.replace(' ', 'T')}Z`;
}
