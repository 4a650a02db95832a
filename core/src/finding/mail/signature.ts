import { beginsLine, lineEndAfter, textBetween } from '../matching/beside.ts';
import type { Hit } from '../matching/hit.ts';
import type { Glyphs } from '../reading/glyphs.ts';
import { headerAt, lineAround, quoteOf } from './mail-lines.ts';

/** A signature has so many lines below the name, none longer. */
const MOST_LINES = 8;
const LONGEST_LINE = 80;
/** Seven digits and more, as people write numbers. */
const NUMBER = /(?<![\p{L}\p{N}])\+?\(?\d(?:[\s().\u00b7/-]{0,3}\d){6,14}(?![\p{L}\p{N}])/gu;
const DATE = /^(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{2,4})/;

/**
 * Numbers in the person's own signature: below a line that holds nothing but the name. They look like phones nobody filed, so
 * the reviewer is shown them.
 */
export function numbersSigned(glyphs: Glyphs, hits: readonly Hit[]): readonly Hit[] {
  const signed = hits.filter((hit) => hit.by === 'names' && hit.sure === 'certain' && isSignature(glyphs, hit));
  return signed.flatMap((hit) => numbersBelow(glyphs, hit));
}

/** "Jane," and "Jane:" call her; "Jane Doe" alone on a line signs. */
function isSignature(glyphs: Glyphs, { from, to, evidence }: Hit): boolean {
  const sign = lineEndAfter(glyphs, to);
  return evidence !== 'greeting' && beginsLine(glyphs, from) && (sign === '' || sign === '.');
}

function numbersBelow(glyphs: Glyphs, { to, by, entry }: Hit): readonly Hit[] {
  const own = lineAround(glyphs, to);
  const { depth } = quoteOf(glyphs, own.start);
  const found: Hit[] = [];
  let start = own.end + 1;
  for (let line = 0; line < MOST_LINES && start < glyphs.length; line += 1) {
    const { end } = lineAround(glyphs, start);
    const isOver = end - start > LONGEST_LINE || quoteOf(glyphs, start).depth !== depth;
    if (isOver || headerAt(glyphs, start) !== undefined) break;
    for (const [from, length] of numbersIn(textBetween(glyphs, start, end))) {
      const why = { how: 'unfiled', evidence: 'signature', doubt: 'unfiled' } as const;
      found.push({ from: start + from, to: start + from + length, by, entry, sure: 'ambiguous', ...why });
    }
    start = end + 1;
  }
  return found;
}

/** Where numbers stand in a line, in characters, and how long they are; dates are none. */
function numbersIn(line: string): readonly (readonly [number, number])[] {
  return [...line.matchAll(NUMBER)]
    .filter(([number]) => !DATE.test(number))
    .map(({ 0: number, index }) => [Array.from(line.slice(0, index)).length, Array.from(number).length] as const);
}
