import { isDigit, isEscapedWord } from './boundary.ts';
import type { Glyphs } from '../reading/glyphs.ts';
import { SPACE, WORD } from '../reading/kinds.ts';
import { type Entry, groupBy, type Hit, type Matcher } from './hit.ts';
import { type PhoneForm, phoneForms } from './phone-forms.ts';

const LONGEST_GAP = 4;
const LONGEST_CODE = 12;
/** Fewer digits than this before a number belong to it: a country's or a city's code. */
const SEPARATE = 7;
const PLUS = 0x2b;
const HYPHEN = 0x2d;
const DOT = 0x2e;
const EXTENSION =
  /^[\s,;]{0,3}(?:extension|extn|ext|x|durchwahl|dw|poste|#)[.:]?\s{0,2}(?:00)?x?\d{1,6}(?![\p{L}\p{Nd}])/u;

/** Looks for phone numbers by their digits, whatever stands between them, as whole groups of digits. */
export function phoneMatcher(entries: readonly Entry[]): Matcher {
  const forms = entries.flatMap(phoneForms);
  const byHead = groupBy(forms, ({ digits }) => digits.slice(0, 1));
  return {
    triggers: new Set(byHead.keys()),
    heads: forms.map(({ digits }) => ({ codes: digits, isSpaced: true })),
    at: (glyphs, at) => (glyphs.is(WORD, at - 1) ? undefined : longest(glyphs, at, byHead.get(glyphs.code(at)) ?? [])),
  };
}

function longest(glyphs: Glyphs, at: number, forms: readonly PhoneForm[]): Hit | undefined {
  let found: Hit | undefined;
  for (const form of forms) {
    const end = digitsEnd(glyphs, at, form.digits);
    if (end === undefined || !standsAlone(glyphs, at, form)) continue;
    const to = extensionEnd(glyphs, end);
    if (!endsNumber(glyphs, to) || (found !== undefined && found.to >= to)) continue;
    const how = to > end ? 'extension' : form.how;
    found = { from: withLead(glyphs, at, to), to, by: form.by, entry: form.entry, sure: 'certain', how };
  }
  return found;
}

/** Where a row of digits ends that begins here, whatever stands between them; nothing if others stand here. */
export function digitsEnd(glyphs: Glyphs, from: number, digits: readonly number[]): number | undefined {
  let at = from;
  for (const digit of digits) {
    const next = at === from ? at : passGap(glyphs, at);
    if (glyphs.code(next) !== digit) return undefined;
    at = next + 1;
  }
  return at;
}

/** Passes what may stand between two digits of a number. */
export function passGap(glyphs: Glyphs, start: number): number {
  let at = start;
  while (at - start < LONGEST_GAP && isGap(glyphs, at)) at += 1;
  return at;
}

function isGap(glyphs: Glyphs, at: number): boolean {
  return glyphs.is(SPACE, at) || '()-./·>'.includes(String.fromCodePoint(glyphs.code(at) || 1));
}

/** Whether no other number goes on into this one: not `+1 207 946 0958` for `207 946 0958` in another country. */
function standsAlone(glyphs: Glyphs, from: number, { isInternational, isShort }: PhoneForm): boolean {
  if (glyphs.code(from - 1) === PLUS) return isInternational;
  if (isInternational) return false;
  const sign = glyphs.code(from - 1);
  if ((sign === HYPHEN || sign === DOT) && isDigit(glyphs, from - 2)) return false;
  const before = digitsBefore(glyphs, from);
  if (before.digits.length === 0 || before.digits.length >= SEPARATE) return true;
  return !isShort && !before.hasPlus && !before.digits.startsWith('00');
}

/** The digits that stand before this place with only gaps between them, as far as they could belong to a number here. */
function digitsBefore(glyphs: Glyphs, from: number): { readonly digits: string; readonly hasPlus: boolean } {
  let digits = '';
  let gap = 0;
  let at = from - 1;
  while (gap <= LONGEST_GAP && digits.length < SEPARATE) {
    if (isDigit(glyphs, at)) {
      digits = String.fromCharCode(glyphs.code(at)) + digits;
      gap = 0;
    } else if (isGap(glyphs, at)) gap += 1;
    else break;
    at -= 1;
  }
  return { digits, hasPlus: glyphs.code(at) === PLUS };
}

/** Where an extension ends that begins here, else here. */
export function extensionEnd(glyphs: Glyphs, end: number): number {
  let following = '';
  for (let at = end; at < end + 28 && glyphs.code(at) !== 0; at += 1)
    following += String.fromCodePoint(glyphs.code(at));
  return end + Array.from(EXTENSION.exec(following)?.[0] ?? '').length;
}

/** Whether no number and no word goes on behind this place. */
export function endsNumber(glyphs: Glyphs, to: number): boolean {
  if (glyphs.is(WORD, to) || isEscapedWord(glyphs, to)) return false;
  const sign = glyphs.code(to);
  return sign === HYPHEN ? !isCode(glyphs, to + 1) : !(sign === DOT && isDigit(glyphs, to + 1));
}

/** `2079460123-A7X2` is a part number: what is tied to it holds a digit. */
function isCode(glyphs: Glyphs, from: number): boolean {
  for (let at = from; at - from < LONGEST_CODE && glyphs.is(WORD, at); at += 1) if (isDigit(glyphs, at)) return true;
  return false;
}

/** The plus, and a bracket that closes within the number, go with it. */
function withLead(glyphs: Glyphs, from: number, to: number): number {
  const start = glyphs.code(from - 1) === PLUS ? from - 1 : from;
  if (glyphs.code(start - 1) !== 0x28) return start;
  for (let at = from; at < to; at += 1) {
    if (glyphs.code(at) === 0x28) return start;
    if (glyphs.code(at) === 0x29) return start - 1;
  }
  return start;
}
