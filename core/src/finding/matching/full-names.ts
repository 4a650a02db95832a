import { textBetween } from './beside.ts';
import { shapeAt, wordStart } from './boundary.ts';
import type { Doubt } from '../why.ts';
import type { Glyphs } from '../reading/glyphs.ts';
import { UPPER, WORD } from '../reading/kinds.ts';
import { commonWords } from './name-context.ts';
import type { NameForm } from './name-forms.ts';
import type { Walk } from './name-walk.ts';

const AT = 0x40;
const COMMA = 0x2c;
const DOT = 0x2e;
const HYPHEN = 0x2d;
const LONGEST_LOCAL = 64;

/** Why a name found may not be the person's; nothing where it is no name. */
export function doubtAbout(glyphs: Glyphs, walk: Walk, form: NameForm): Doubt | 'none' | undefined {
  const order = form.order === 'turned' ? doubtAboutOrder(glyphs, walk, form) : 'none';
  if (order !== 'none') return order;
  const initial = form.extent === 'initial' ? doubtAboutInitial(glyphs, walk, form) : 'none';
  if (initial !== 'none') return initial;
  if (form.isShort) return 'short';
  if (isInAddress(glyphs, walk)) return 'foreign-address';
  if (isPartOfLonger(glyphs, walk)) return 'part-of-longer';
  if (isOfCommonWords(glyphs, walk)) return 'common-word';
  return form.order === 'comma' && isInList(glyphs, walk) ? 'another-person' : 'none';
}

/** `DOE Jane`, `doe_jane` and `DoeJane` are names; `Page Will` may be, and "page will" is not. */
function doubtAboutOrder(glyphs: Glyphs, walk: Walk, { turn, extent }: NameForm): Doubt | 'none' | undefined {
  const joint = walk.joints[turn - 1];
  if (joint === 'none' || joint === '_' || joint === '-') return 'none';
  if (joint !== 'space') return undefined;
  const family = shapeAt(glyphs, walk.from);
  const given = shapeAt(glyphs, walk.turn);
  if (family === 'lower' || given === 'lower') return undefined;
  // "Doe J." is a list of authors; "Doe J" may be anything.
  if (extent === 'initial') return glyphs.code(walk.to) === DOT ? 'none' : 'common-word';
  return family === 'capitals' && given === 'capital' ? 'none' : 'common-word';
}

/** "J. Doe", "J Doe", `j.doe` and "Doe, J." are names; in "a doe" the letter is a word. "Jane D" may go on. */
function doubtAboutInitial(glyphs: Glyphs, walk: Walk, { order, words }: NameForm): Doubt | 'none' | undefined {
  const isBegun = order === 'straight' && words.at(-1)?.every(({ length }) => length === 1) === true;
  const initial = isBegun ? walk.to - 1 : order === 'comma' ? walk.turn : walk.from;
  const isTied = walk.joints.every((joint) => joint === '_' || joint === '.');
  if (isTied) return isBegun && walk.joints.includes('.') ? undefined : 'none';
  if (!glyphs.is(UPPER, initial) && shapeAt(glyphs, initial) === 'lower') return undefined;
  const isMarked = glyphs.code(initial + 1) === DOT;
  if (isBegun) return isMarked ? 'none' : 'part-of-longer';
  return shapeAt(glyphs, order === 'straight' ? wordStart(glyphs, walk.to) : walk.from) === 'lower' && !isMarked
    ? undefined
    : 'none';
}

/** "it will page you" is no name of Will Page; "WILL PAGE" and `will.page` are. */
function isOfCommonWords(glyphs: Glyphs, walk: Walk): boolean {
  return walk.joints.includes('space') && shapeAt(glyphs, walk.from) === 'lower' && areCommonWords(glyphs, walk);
}

/** "Doe Jane" is a name once the text names her elsewhere; "Page Will" may still be the words. */
export function waitsInOrder(glyphs: Glyphs, walk: Walk, { order, extent }: NameForm): boolean {
  return order === 'turned' && extent !== 'initial' && !areCommonWords(glyphs, walk);
}

function areCommonWords(glyphs: Glyphs, { from, to }: Walk): boolean {
  const words = textBetween(glyphs, from, to).split(/\s+/);
  return words.every((word) => commonWords.has(word));
}

/** Somebody's address that is not among the person's own: a namesake, or the person elsewhere. */
function isInAddress(glyphs: Glyphs, { from, to, joints }: Walk): boolean {
  if (glyphs.code(from - 1) === AT && glyphs.is(WORD, from - 2)) return true;
  if (joints.includes('space')) return false;
  let at = to;
  while (at - to < LONGEST_LOCAL && (glyphs.is(WORD, at) || "'+-._".includes(String.fromCodePoint(glyphs.code(at))))) {
    at += 1;
  }
  return glyphs.code(at) === AT && glyphs.is(WORD, at + 1);
}

/** `Mary-Jane Doe` and `Jane Doe-Smith` are other people; `Jane_Doe-cv` and `cv-Jane Doe` are not written as one name. */
function isPartOfLonger(glyphs: Glyphs, { from, to, joints }: Walk): boolean {
  if (joints.includes('-') && !joints.includes('space')) return false;
  const before = glyphs.code(from - 1) === HYPHEN && isAlike(glyphs, wordStart(glyphs, from - 1), from);
  return before || (glyphs.code(to) === HYPHEN && isAlike(glyphs, to + 1, wordStart(glyphs, to)));
}

function isAlike(glyphs: Glyphs, one: number, other: number): boolean {
  return shapeAt(glyphs, one) !== undefined && shapeAt(glyphs, one) === shapeAt(glyphs, other);
}

/** "John Doe, Jane Smith" are two others. */
function isInList(glyphs: Glyphs, { from, to }: Walk): boolean {
  const isNamed = glyphs.is(WORD, from - 2) && isCapital(glyphs, wordStart(glyphs, from - 1));
  return isNamed && (glyphs.code(to) === COMMA || isCapital(glyphs, to + 1));
}

function isCapital(glyphs: Glyphs, at: number): boolean {
  const shape = shapeAt(glyphs, at);
  return shape === 'capital' || shape === 'capitals';
}
