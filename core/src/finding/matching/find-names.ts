import { endsWord, isBreak, shapeAt, wordStart } from './boundary.ts';
import type { Doubt, How } from '../why.ts';
import type { Glyphs } from '../reading/glyphs.ts';
import { WORD } from '../reading/kinds.ts';
import { type Entry, groupBy, type Hit, type Matcher } from './hit.ts';
import { type NameForm, nameForms } from './name-forms.ts';
import { walkName, type Walk } from './name-walk.ts';

const AT = 0x40;
const COMMA = 0x2c;
const HYPHEN = 0x2d;
const LONGEST_LOCAL = 64;

/** Looks for full names in the orders and ways of joining in which they are written. */
export function nameMatcher(entries: readonly Entry[]): Matcher {
  const byHead = groupBy(entries.flatMap(nameForms), ({ words }) => (words[0] ?? []).map(([code = 0]) => code));
  return {
    triggers: new Set(byHead.keys()),
    at: (glyphs, at) => (isBreak(glyphs, at) ? best(glyphs, at, byHead.get(glyphs.code(at)) ?? []) : undefined),
  };
}

function best(glyphs: Glyphs, at: number, forms: readonly NameForm[]): Hit | undefined {
  let found: Hit | undefined;
  for (const form of forms) {
    const walk = walkName(glyphs, at, form);
    const doubt = walk && endsWord(glyphs, walk.to) ? doubtAbout(glyphs, walk, form) : undefined;
    if (walk === undefined || doubt === undefined) continue;
    const named = { from: at, to: walk.to, by: form.by, entry: form.entry, how: howOf(walk, form) };
    const hit: Hit = doubt === 'none' ? { ...named, sure: 'certain' } : { ...named, sure: 'ambiguous', doubt };
    if (found === undefined || isBetter(hit, found)) found = hit;
  }
  return found;
}

function isBetter(hit: Hit, other: Hit): boolean {
  if (hit.sure !== other.sure) return hit.sure === 'certain';
  return hit.to > other.to;
}

function howOf({ joints }: Walk, { order, isShortened }: NameForm): How {
  if (joints.some((joint) => joint !== 'space' && joint !== ',' && joint !== '-')) return 'joined';
  if (order !== 'straight') return 'other-order';
  return isShortened ? 'shortened' : 'as-filed';
}

/** Why a name found may not be the person's; nothing where it is no name. */
function doubtAbout(glyphs: Glyphs, walk: Walk, form: NameForm): Doubt | 'none' | undefined {
  const order = form.order === 'turned' ? doubtAboutOrder(glyphs, walk, form) : 'none';
  if (order !== 'none') return order;
  if (form.isShort) return 'short';
  if (isInAddress(glyphs, walk)) return 'foreign-address';
  if (isPartOfLonger(glyphs, walk)) return 'part-of-longer';
  return form.order === 'comma' && isInList(glyphs, walk) ? 'another-person' : 'none';
}

/** `DOE Jane`, `doe_jane` and `DoeJane` are names; `Page Will` may be, and "page will" is not. */
function doubtAboutOrder(glyphs: Glyphs, walk: Walk, { turn }: NameForm): Doubt | 'none' | undefined {
  const joint = walk.joints[turn - 1];
  if (joint === 'none' || joint === '_' || joint === '-') return 'none';
  if (joint !== 'space') return undefined;
  const family = shapeAt(glyphs, walk.from);
  const given = shapeAt(glyphs, walk.turn);
  if (family === 'lower' || given === 'lower') return undefined;
  return family === 'capitals' && given === 'capital' ? 'none' : 'common-word';
}

/** Somebody's address that is not among the person's own: a namesake, or the person elsewhere. */
function isInAddress(glyphs: Glyphs, { from, to }: Walk): boolean {
  if (glyphs.code(from - 1) === AT && glyphs.is(WORD, from - 2)) return true;
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
