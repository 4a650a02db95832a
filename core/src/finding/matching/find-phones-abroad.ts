import { isDigit } from './boundary.ts';
import { digitsEnd, endsNumber, extensionEnd, passGap } from './find-phones.ts';
import type { Glyphs } from '../reading/glyphs.ts';
import { WORD } from '../reading/kinds.ts';
import type { Entry, Hit, Matcher, Named } from './hit.ts';
import { digitsAtHome } from './phone-forms.ts';

/** A number filed as it is dialled at home: its digits without the trunk zero. */
interface Home extends Named {
  readonly digits: readonly number[];
}

const PLUS = 0x2b;
const ZERO = 0x30;
const LONGEST_COUNTRY = 3;
/** Shorter ones may be somebody's in another country. */
const FEWEST_DIGITS = 9;

/** Looks for numbers that were filed without a country where a text writes them with one: `+49 30 1234567` for `030 1234567`. */
export function phoneAbroadMatcher(entries: readonly Entry[]): Matcher {
  const homes = entries.flatMap(homeOf);
  const heads = homes.length === 0 ? [] : [[PLUS], [ZERO, ZERO]];
  return {
    triggers: new Set(heads.flatMap(([code]) => code ?? [])),
    heads: heads.map((codes) => ({ codes: codes.slice(0, 2) })),
    at: (glyphs, at) => hitAt(glyphs, at, homes),
  };
}

function homeOf({ text, by, entry }: Entry): readonly Home[] {
  const digits = digitsAtHome(text)?.replace(/^0/, '') ?? '';
  if (digits.length < FEWEST_DIGITS) return [];
  return [{ by, entry, digits: Array.from(digits, (digit) => digit.charCodeAt(0)) }];
}

function hitAt(glyphs: Glyphs, at: number, homes: readonly Home[]): Hit | undefined {
  const country = countryStart(glyphs, at);
  if (country === undefined) return undefined;
  for (let length = 1; length <= LONGEST_COUNTRY && isDigit(glyphs, country + length - 1); length += 1) {
    const start = passGap(glyphs, country + length);
    const starts = glyphs.code(start) === ZERO ? [passGap(glyphs, start + 1), start] : [start];
    for (const { by, entry, digits } of homes) {
      const end = starts.map((from) => digitsEnd(glyphs, from, digits)).find((one) => one !== undefined);
      const to = end === undefined ? undefined : extensionEnd(glyphs, end);
      if (to !== undefined && endsNumber(glyphs, to))
        return { from: at, to, by, entry, sure: 'certain', how: to === end ? 'national-number' : 'extension' };
    }
  }
  return undefined;
}

/** Where the country's code begins behind a plus or two zeros. */
function countryStart(glyphs: Glyphs, at: number): number | undefined {
  if (glyphs.code(at) === PLUS) return glyphs.is(WORD, at - 1) ? undefined : at + 1;
  const isPrefix = glyphs.code(at + 1) === ZERO && !glyphs.is(WORD, at - 1);
  return isPrefix ? at + 2 : undefined;
}
