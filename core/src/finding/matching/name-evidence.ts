import { beginsLine, type Beside, lineEndAfter, textBetween, wordBefore } from './beside.ts';
import { shapeAt } from './boundary.ts';
import { headerAt, isInAttribution, lineAround } from '../mail/mail-lines.ts';
import type { Evidence } from '../why.ts';
import type { Glyphs } from '../reading/glyphs.ts';
import { SPACE, WORD } from '../reading/kinds.ts';
import type { Scene } from './lone-place.ts';
import { commonWords, greetings, labels, signOffs, titles } from './name-context.ts';

const AT = 0x40;
const ASTERISK = 0x2a;
const COLON = 0x3a;
const EQUALS = 0x3d;
const LONGEST_GAP = 6;

/** What around a part of a name says that somebody is meant by it: the person, as nobody else is known by it. */
export function evidenceFor(scene: Scene): Evidence | undefined {
  const { glyphs, from, to, before, kind } = scene;
  if (glyphs.code(from - 1) === AT) return 'at-mention';
  if (before !== undefined) {
    if (titles.has(before.text) && isNear(before)) return 'title';
    if (greetings.has(before.text) && before.gap !== 'line' && !isSeparate(before)) return 'greeting';
    if (signOffs.has(before.text) && isSigned(scene, before)) return 'sign-off';
  }
  if (isEntry(glyphs, from, to) && headerAt(glyphs, lineAround(glyphs, from).start) === 'people') return 'header';
  if (isLabelled(glyphs, from)) return 'label';
  if (shapeAt(glyphs, from) !== 'lower' && isInAttribution(glyphs, from)) return 'attribution';
  const isWord = kind !== 'given' || commonWords.has(textBetween(glyphs, from, to));
  return isWord ? undefined : evidenceOfLine(glyphs, from, to);
}

/** "Jane" in `To: Jane; Bob` and `Cc: "Jane" <…>`. */
function isEntry(glyphs: Glyphs, from: number, to: number): boolean {
  let before = from - 1;
  // `*From:* Jane`: mail programs set headers in bold.
  while (from - before < LONGEST_GAP && (glyphs.is(SPACE, before) || glyphs.code(before) === ASTERISK)) before -= 1;
  let after = to;
  while (after - to < LONGEST_GAP && glyphs.code(after) === 0x20) after += 1;
  const isEnd = after >= glyphs.length || glyphs.code(after) === 0x0a || isOneOf(glyphs, after, ',;<("');
  return isEnd && isOneOf(glyphs, before, ':;,"');
}

function isOneOf(glyphs: Glyphs, at: number, signs: string): boolean {
  const code = glyphs.code(at);
  return code !== 0 && signs.includes(String.fromCodePoint(code));
}

function isNear({ gap }: Beside): boolean {
  return gap === 'space' || gap === 'dot';
}

/** "Say hi. Jane came": a new sentence. */
function isSeparate({ gap }: Beside): boolean {
  return gap === 'dot';
}

/** "Regards,\nJane", "Thanks, Jane", and "love Jane" at the end of a line. */
function isSigned({ glyphs, to }: Scene, { gap }: Beside): boolean {
  return gap === 'comma' || gap === 'line' ? true : gap === 'space' && lineEndAfter(glyphs, to) !== undefined;
}

/** `Seller: Jane`, `From: Jane`, `name=Jane`. */
function isLabelled(glyphs: Glyphs, from: number): boolean {
  let at = from - 1;
  while (from - at < LONGEST_GAP && glyphs.is(SPACE, at)) at -= 1;
  const sign = glyphs.code(at);
  if (sign !== COLON && sign !== EQUALS) return false;
  while (from - at < 2 * LONGEST_GAP && glyphs.is(SPACE, at - 1)) at -= 1;
  let start = at;
  while (at - start < 24 && glyphs.is(WORD, start - 1)) start -= 1;
  return labels.has(textBetween(glyphs, start, at));
}

/** A line of its own: "Jane," and "Jane:" call somebody, and so does "Jane :" before what is said; the last line signs. */
function evidenceOfLine(glyphs: Glyphs, from: number, to: number): Evidence | undefined {
  if (!beginsLine(glyphs, from)) return undefined;
  if (isColonAfter(glyphs, to)) return 'label';
  const sign = lineEndAfter(glyphs, to);
  if (sign === ',' || sign === '-' || sign === '!') return 'greeting';
  if (sign === undefined) return undefined;
  const before = wordBefore(glyphs, from);
  return before?.gap === 'line' && glyphs.code(before.to) === 0x2c ? 'sign-off' : undefined;
}

function isColonAfter(glyphs: Glyphs, to: number): boolean {
  let at = to;
  while (at - to < 3 && glyphs.is(SPACE, at)) at += 1;
  return glyphs.code(at) === COLON;
}
