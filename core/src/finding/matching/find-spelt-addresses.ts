import { splitAddress } from './address.ts';
import { endsWord, isBreak, isTied } from './boundary.ts';
import type { Glyphs } from '../reading/glyphs.ts';
import { SPACE } from '../reading/kinds.ts';
import { type Entry, groupBy, type Head, type Hit, type Matcher, type Named } from './hit.ts';
import { spellingsOf } from '../reading/readings.ts';

/** An address sign by sign, in lower case. */
interface Spelling extends Named {
  readonly signs: readonly string[];
  readonly head: number;
}

const LONGEST_GAP = 2;
const NEW_LINE = 0x0a;
const AT_SIGN = 0x40;
const BRACKETS: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['<', '>'],
]);
/** How people read the two signs out, so that machines do not collect the address. */
const WORDS: ReadonlyMap<string, readonly string[]> = new Map([
  ['@', ['at', 'ät']],
  ['.', ['dot', 'punkt', 'point', 'punto']],
]);

/** Looks for addresses in words or with spaces about their signs: "jane (at) mail dot test", `jane. doe @mail.test`. */
export function speltAddressMatcher(entries: readonly Entry[]): Matcher {
  const spellings = entries.flatMap(spellingOf);
  const byHead = groupBy(spellings, ({ head }) => [head]);
  return {
    triggers: new Set(byHead.keys()),
    heads: spellings.map(headOf),
    at: (glyphs, at) =>
      beginsAddress(glyphs, at) ? longest(glyphs, at, byHead.get(glyphs.code(at)) ?? []) : undefined,
  };
}

/** Its letters up to the first sign, which may be written as a word. */
function headOf({ signs, head }: Spelling): Head {
  const [letters = ''] = /^[a-z\d]*/.exec(signs.join('')) ?? [];
  return { codes: letters === '' ? [head] : Array.from(letters, (letter) => letter.charCodeAt(0)) };
}

function spellingOf({ text, by, entry }: Entry): readonly Spelling[] {
  const parts = splitAddress(text);
  if (parts === undefined) return [];
  const address = `${parts.local}@${parts.domain}`;
  const head = spellingsOf(address)[0]?.code(0) ?? 0;
  return [{ by, entry, signs: Array.from(address), head }];
}

function beginsAddress(glyphs: Glyphs, at: number): boolean {
  return isBreak(glyphs, at) && !isTied(glyphs, at - 1) && glyphs.code(at - 1) !== AT_SIGN;
}

function longest(glyphs: Glyphs, from: number, spellings: readonly Spelling[]): Hit | undefined {
  let found: Hit | undefined;
  for (const { signs, by, entry } of spellings) {
    const to = walk(glyphs, from, signs);
    if (to === undefined || to - from === signs.length || !endsWord(glyphs, to) || isTied(glyphs, to)) continue;
    if (found === undefined || to > found.to) found = { from, to, by, entry, sure: 'certain', how: 'spelt-out' };
  }
  return found;
}

function walk(glyphs: Glyphs, from: number, signs: readonly string[]): number | undefined {
  let at: number | undefined = from;
  for (const sign of signs) {
    at = /[\p{L}\p{Nd}]/u.test(sign) ? passLetter(glyphs, at, sign) : passSign(glyphs, at, sign);
    if (at === undefined) return undefined;
  }
  return at;
}

function passLetter(glyphs: Glyphs, at: number, letter: string): number | undefined {
  return charAt(glyphs, at) === letter ? at + 1 : undefined;
}

/** The sign itself, or a word for it in brackets or between spaces. */
function passSign(glyphs: Glyphs, at: number, sign: string): number | undefined {
  const start = passGap(glyphs, at);
  if (charAt(glyphs, start) === sign) return passGap(glyphs, start + 1);
  const closing = BRACKETS.get(charAt(glyphs, start));
  const opened = closing === undefined ? start : passGap(glyphs, start + 1);
  const word = [...(WORDS.get(sign) ?? []), ...(closing === undefined ? [] : [sign])].find((one) =>
    Array.from(one).every((letter, index) => charAt(glyphs, opened + index) === letter),
  );
  if (word === undefined) return undefined;
  const end = opened + word.length;
  const after = passGap(glyphs, end);
  if (closing !== undefined) return charAt(glyphs, after) === closing ? passGap(glyphs, after + 1) : undefined;
  return start > at && after > end ? after : undefined;
}

function passGap(glyphs: Glyphs, start: number): number {
  let at = start;
  while (at - start < LONGEST_GAP && glyphs.is(SPACE, at) && glyphs.code(at) !== NEW_LINE) at += 1;
  return at;
}

function charAt(glyphs: Glyphs, at: number): string {
  const char = at < 0 ? 0 : glyphs.char(at);
  return char === 0 ? '' : String.fromCodePoint(char).toLowerCase();
}
