import type { Range } from './glyphs.ts';

/** Writes a replacement so that it reads as text where it is put. */
export type Write = (text: string) => string;

/** A part of a source in which text is written in a way of its own: an attribute without quotes, a JSON string. */
export interface Place extends Range {
  readonly write: Write;
  /** What is put there where nothing would be left of it and it may not be empty. */
  readonly filler?: string;
  /** Whether white space at its edges would make its signs mean nothing: it goes with what is cut beside it. */
  readonly isTight?: boolean;
  /** What goes with it. */
  readonly whole?: Whole;
}

/** A piece of markup that stands or falls as one: a mention of an account, a node that may not be empty. */
export interface Whole extends Range {
  /** Goes as soon as anything in the place is cut, or only once nothing is left there. */
  readonly goes: 'touched' | 'emptied';
  /** How the replacement stands in for it. */
  readonly write: Write;
  /** The members of the list it is in, itself included: one comma goes with it. */
  readonly among?: readonly Range[];
}

/** A form of text read. */
export interface FormRead {
  /** Parts written in a way of their own: leftmost first, not overlapping. Asked for only where something is cut. */
  readonly places: () => readonly Place[];
  /** How text is written everywhere else. */
  readonly write: Write;
}

/** Where text is written as it is. */
export function asItIs(text: string): string {
  return text;
}
