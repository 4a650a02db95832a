import type { IdentifierKind, Identifiers } from '../identifiers.ts';
import { laidOut } from './laid-out.ts';
import { commonWords, functionWords, particles, titles } from './matching/name-context.ts';
import { phoneDigits } from './matching/phone-forms.ts';
import { isAddress, strongEntries } from './matching/weak-identifiers.ts';
import { spellingsOf } from './reading/readings.ts';
import type { How } from './why.ts';

/** Something of an identifier that may be left in a text. */
export interface Trace {
  /** As texts are compared: small letters, no diacritics. */
  readonly text: string;
  readonly by: IdentifierKind;
  readonly entry: number;
  readonly how: How;
  readonly isName: boolean;
  readonly isDigits: boolean;
  /** Too short to mean anything within a word. */
  readonly isWhole: boolean;
}

const FEWEST_LETTERS = 3;
const SHORT = 3;
/** So many digits at a number's end tell it from most others. */
const LAST_DIGITS = 7;

/** Everything of a person's identifiers that may be left, each once. */
export function tracesOf(who: Identifiers): readonly Trace[] {
  const all = strongEntries(who).flatMap(({ text, by, entry }) =>
    piecesOf(text, by).map((piece) => ({ ...piece, by, entry })),
  );
  const traces = all.flatMap(({ text, ...rest }) =>
    spellingsOf(text).map((glyphs) => {
      const { letters } = laidOut(glyphs);
      return { ...rest, text: letters, isWhole: letters.length <= SHORT };
    }),
  );
  return [...new Map(traces.filter(({ text }) => saysEnough(text)).map((trace) => [trace.text, trace])).values()];
}

type Piece = Pick<Trace, 'text' | 'how' | 'isName' | 'isDigits'>;

function piecesOf(text: string, by: IdentifierKind): readonly Piece[] {
  if (isAddress(text)) return [whole(text.slice(0, text.indexOf('@')), 'local-part')];
  if (by === 'names') return text.split(/[^\p{L}\p{M}]+/u).map(partOfName);
  if (by === 'phones')
    return [{ text: phoneDigits(text).slice(-LAST_DIGITS), how: 'national-number', isName: false, isDigits: true }];
  // Where somebody lives is found as a whole or not at all: its words are everybody's.
  return by === 'postalAddresses' ? [] : [whole(text, 'as-filed')];
}

function whole(text: string, how: How): Piece {
  return { text, how, isName: false, isDigits: false };
}

function partOfName(text: string): Piece {
  return { text, how: 'part-of-name', isName: true, isDigits: false };
}

function saysEnough(text: string): boolean {
  if (text.length < FEWEST_LETTERS) return false;
  return ![commonWords, functionWords, particles, titles].some((words) => words.has(text));
}
