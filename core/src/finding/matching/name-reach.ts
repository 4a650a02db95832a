import { type Beside, wordAfter, wordBefore } from './beside.ts';
import type { Glyphs } from '../reading/glyphs.ts';
import { WORD } from '../reading/kinds.ts';
import { functionWords, titles } from './name-context.ts';
import { ANY_INITIAL } from './name-word.ts';
import type { NameForm } from './name-forms.ts';
import { passSuffix, type Walk } from './name-walk.ts';

const AT = 0x40;
/** So many further given names may stand between a title and a name. */
const MOST_FURTHER = 3;

/** Where a name begins with all that belongs to it: with further given names, where a title shows where they begin. */
export function nameStart(glyphs: Glyphs, { from, joints }: Walk, { order }: NameForm): number {
  if (order !== 'straight' || !joints.includes('space')) return from;
  let start = from;
  for (let more = 0; more <= MOST_FURTHER; more += 1) {
    const word = wordBefore(glyphs, start);
    if (word === undefined || (word.gap !== 'space' && word.gap !== 'dot')) return from;
    if (titles.has(word.text)) return start;
    if (!isFurtherName(word)) return from;
    start = word.from;
  }
  return from;
}

function isFurtherName({ isCapital, gap, text }: Beside): boolean {
  return isCapital && gap === 'space' && !functionWords.has(text);
}

/** Where a name ends with all that belongs to it: "Doe, Jane M.", "Doe, Mary Kay", "Jane Doe Jr.", `Jane Doe@ACME`. */
export function nameEnd(glyphs: Glyphs, walk: Walk, form: NameForm): number {
  const middle = form.order === 'comma' ? middleEnd(glyphs, walk.to, form) : walk.to;
  const to = form.order === 'straight' && form.extent !== 'initial' ? passSuffix(glyphs, middle) : middle;
  return walk.joints.includes('space') ? organizationEnd(glyphs, to) : to;
}

/** A further given name or initial after the comma, where nothing but the end of the name follows it. */
function middleEnd(glyphs: Glyphs, to: number, { middle }: NameForm): number {
  const next = wordAfter(glyphs, to);
  if (next === undefined || !next.isCapital || (next.gap !== 'space' && next.gap !== 'dot')) return to;
  if (next.to - next.from > 1) return next.gap === 'space' && endsField(glyphs, next.to) ? next.to : to;
  return middle === ANY_INITIAL || middle.some(([code]) => code === glyphs.code(next.from)) ? next.to : to;
}

function endsField(glyphs: Glyphs, to: number): boolean {
  const code = glyphs.code(to);
  if (to >= glyphs.length || code === 0x0a || code === 0x2029) return true;
  return ',;<>()[]"'.includes(String.fromCodePoint(code));
}

/** Lotus Notes: a name with spaces, an `@` and the organization, which is no domain. */
function organizationEnd(glyphs: Glyphs, to: number): number {
  if (glyphs.code(to) !== AT || !glyphs.is(WORD, to + 1)) return to;
  let at = to + 1;
  while (at - to < 64 && (glyphs.is(WORD, at) || glyphs.code(at) === 0x5f)) at += 1;
  return at;
}
