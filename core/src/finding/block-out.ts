import type { Glyphs } from './reading/glyphs.ts';
import { DIGIT, SPACE, WORD } from './reading/kinds.ts';
import { firstEndingAfter, type Stretch } from './stretch.ts';

/** So far a group of digits may stand before a number and still belong to it. */
const GAP = 5;
/** Signs that no identifier is tied to another by. */
const ALONE = new Set(Array.from('<>()[]"', (sign) => sign.codePointAt(0)));
const STOPS = new Set(Array.from('.,;:!?', (sign) => sign.codePointAt(0)));

/** Takes stretches out of a reading; true if something beside one of them may have been tied to it, and is free now. */
export function blockOut(glyphs: Glyphs, stretches: readonly Stretch[]): boolean {
  let mayFree = false;
  let run = 0;
  let next = 0;
  for (let at = 0; at <= glyphs.length; at += 1) {
    const place = glyphs.start(at);
    if (place < glyphs.start(at - 1)) next = firstEndingAfter(stretches, place);
    while ((stretches[next]?.end ?? Infinity) <= place) next += 1;
    if (at < glyphs.length && (stretches[next]?.start ?? Infinity) < glyphs.end(at)) run += 1;
    else if (run > 0) {
      mayFree = isTied(glyphs, at - run, at) || mayFree;
      for (let inside = at - run; inside < at; inside += 1) glyphs.block(inside);
      run = 0;
    }
  }
  return mayFree;
}

function isTied(glyphs: Glyphs, from: number, to: number): boolean {
  if (!isAlone(glyphs, from - 1)) return true;
  const isStop = STOPS.has(glyphs.code(to)) && isAlone(glyphs, to + 1);
  return (!isStop && !isAlone(glyphs, to)) || (glyphs.is(DIGIT, to - 1) && isDigitNear(glyphs, to));
}

function isAlone(glyphs: Glyphs, at: number): boolean {
  return at < 0 || at >= glyphs.length || glyphs.is(SPACE, at) || ALONE.has(glyphs.code(at));
}

function isDigitNear(glyphs: Glyphs, from: number): boolean {
  for (let at = from; at < from + GAP; at += 1) {
    if (glyphs.is(DIGIT, at)) return true;
    if (glyphs.is(WORD, at)) return false;
  }
  return false;
}
