import { wordAfter } from './beside.ts';
import { isHump } from './boundary.ts';
import type { Glyphs } from '../reading/glyphs.ts';
import { LOWER, SOLO, SPACE, UPPER, WORD } from '../reading/kinds.ts';
import type { NameForm } from './name-forms.ts';
import { ANY_INITIAL, type Word } from './name-word.ts';

/** What stands between two words of a name: nothing (`JaneDoe`), white space or a sign that ties them. */
type Joint = 'none' | 'space' | '-' | '_' | '.' | '+' | ',';

/** A name followed through a text, word by word. */
export interface Walk {
  readonly from: number;
  readonly to: number;
  readonly joints: readonly Joint[];
  /** Where the words after the turn begin. */
  readonly turn: number;
}

interface Passed {
  readonly joint: Joint;
  readonly next: number;
}

/** What may stand behind a family name as part of it. */
export const nameSuffixes: readonly string[] = ['jr', 'sr', 'jnr', 'snr', 'ii', 'iii', 'iv'];
const SUFFIXES = new Set(nameSuffixes);
const LONGEST_GAP = 64;
const NEW_LINE = 0x0a;
const APART = 0x2029;
const DOT = 0x2e;
const COMMA = 0x2c;
const SIGNS: ReadonlyMap<number, Joint> = new Map([
  [0x2d, '-'],
  [0x5f, '_'],
  [DOT, '.'],
  [0x2b, '+'],
]);

/** Where the first word of a name stands, and its length there: what is to be walked on from. */
export interface Begun {
  readonly from: number;
  readonly length: number;
}

/** Follows a name from the end of its first word; nothing if another word or sign comes between. */
export function walkName(glyphs: Glyphs, { from, length }: Begun, { words, order, turn }: NameForm): Walk | undefined {
  const joints: Joint[] = [];
  let to = from + length;
  let turnsAt = from;
  for (let index = 1; index < words.length; index += 1) {
    const passed = order === 'comma' && index === turn ? passComma(glyphs, to) : pass(glyphs, to);
    if (passed === undefined) return undefined;
    joints.push(passed.joint);
    to = passed.next;
    if (index === turn) turnsAt = to;
    const more = wordLength(glyphs, to, words[index] ?? []);
    if (more === 0) return undefined;
    to += more;
  }
  return { from, to, joints, turn: turnsAt };
}

/** How long a word of a name is that stands here; 0 if it does not. */
export function wordLength(glyphs: Glyphs, at: number, word: Word): number {
  if (word === ANY_INITIAL) return glyphs.is(UPPER, at) && !glyphs.is(WORD, at + 1) ? 1 : 0;
  for (const codes of word) if (isHere(glyphs, at, codes)) return codes.length;
  return 0;
}

function isHere(glyphs: Glyphs, at: number, codes: readonly number[]): boolean {
  const { length } = codes;
  // A one-letter word goes on in nearly every word that begins with it.
  if (length === 1 && glyphs.is(LOWER, at + 1)) return false;
  for (let index = 0; index < length; index += 1) if (glyphs.code(at + index) !== codes[index]) return false;
  return true;
}

function pass(glyphs: Glyphs, at: number): Passed | undefined {
  if (isHump(glyphs, at) || (glyphs.is(SOLO, at) && glyphs.is(SOLO, at - 1))) return { joint: 'none', next: at };
  const joint = SIGNS.get(glyphs.code(at));
  if (joint !== undefined && glyphs.is(WORD, at + 1)) return { joint, next: at + 1 };
  const isInitial = glyphs.code(at) === DOT && !glyphs.is(WORD, at - 2);
  const next = passSpace(glyphs, isInitial ? at + 1 : at);
  return next > at + (isInitial ? 1 : 0) ? { joint: 'space', next } : undefined;
}

/** "Doe, Jane", "Doe Jr., Jane". */
function passComma(glyphs: Glyphs, at: number): Passed | undefined {
  const comma = glyphs.code(at) === COMMA ? at : passSuffix(glyphs, at);
  return glyphs.code(comma) === COMMA ? { joint: ',', next: passSpace(glyphs, comma + 1) } : undefined;
}

/** Where "Jr.", "Sr." or "III" after a family name ends; the same place if there is none. */
export function passSuffix(glyphs: Glyphs, at: number): number {
  if (!glyphs.is(SPACE, at) && glyphs.code(at) !== COMMA) return at;
  const next = wordAfter(glyphs, at);
  if (next === undefined || next.gap === 'line' || next.gap === 'dot' || !SUFFIXES.has(next.text)) return at;
  return glyphs.code(next.to) === DOT ? next.to + 1 : next.to;
}

/** White space with at most one line break in it, and after that the signs quoted mail begins its lines with. */
function passSpace(glyphs: Glyphs, start: number): number {
  let at = start;
  let isNewLine = false;
  while (at - start < LONGEST_GAP) {
    const code = glyphs.code(at);
    if (code === APART || (code === NEW_LINE && isNewLine)) return start;
    const isQuote = isNewLine && (code === 0x3e || code === 0x7c);
    if (!glyphs.is(SPACE, at) && !isQuote) return at;
    isNewLine ||= code === NEW_LINE;
    at += 1;
  }
  return start;
}
