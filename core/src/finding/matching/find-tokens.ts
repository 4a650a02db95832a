import { endsWord, isBreak, isDigit, isTied } from './boundary.ts';
import type { Glyphs } from '../reading/glyphs.ts';
import { WORD } from '../reading/kinds.ts';
import { type Entry, groupBy, type Hit, type Matcher, type Named } from './hit.ts';
import { parseName } from './person-name.ts';
import { spellingsOf } from '../reading/readings.ts';

/** A login or number, glyph by glyph. */
interface Token extends Named {
  readonly glyphs: Glyphs;
  /** Ids are told apart by case. */
  readonly isExact: boolean;
  readonly isNumber: boolean;
  /** A login that is also one of the person's names, or a word of three letters: only certain as a handle. */
  readonly isCommon: boolean;
}

const AT = 0x40;
const PLUS = 0x2b;
const COMMA = 0x2c;
const DOT = 0x2e;
const UNDERSCORE = 0x5f;
const HANDLES = '@~/\\#=';

/** Looks for logins and external ids as whole tokens: `jdoe42` not in `jdoe421`, `x-jdoe42` or `jdoe42@d.test`. */
export function tokenMatcher(entries: readonly Entry[], names: readonly string[]): Matcher {
  const parts = new Set(
    names
      .flatMap(parseName)
      .flat()
      .map((word) => word.toLowerCase()),
  );
  const tokens = entries.flatMap((entry) => tokensOf(entry, parts));
  const byHead = groupBy(tokens, ({ glyphs }) => [glyphs.code(0)]);
  return {
    triggers: new Set(byHead.keys()),
    at: (glyphs, at) => longest(glyphs, at, byHead.get(glyphs.code(at)) ?? []),
  };
}

function longest(glyphs: Glyphs, at: number, tokens: readonly Token[]): Hit | undefined {
  let found: Hit | undefined;
  for (const token of tokens) {
    const hit = hitOf(glyphs, at, token);
    if (hit !== undefined && (found === undefined || hit.to > found.to)) found = hit;
  }
  return found;
}

function tokensOf({ text, by, entry }: Entry, parts: ReadonlySet<string>): readonly Token[] {
  const isLogin = by === 'logins';
  const lower = text.toLowerCase();
  const isCommon = isLogin && (parts.has(lower) || /^\p{L}{1,3}$/u.test(text));
  const rest = { by, entry, isExact: !isLogin, isNumber: /^\d+$/.test(text), isCommon };
  return spellingsOf(text).map((glyphs) => ({ ...rest, glyphs }));
}

function hitOf(glyphs: Glyphs, from: number, token: Token): Hit | undefined {
  const { length } = token.glyphs;
  for (let at = 0; at < length; at += 1) {
    const isSame = token.isExact
      ? glyphs.char(from + at) === token.glyphs.char(at)
      : glyphs.code(from + at) === token.glyphs.code(at);
    if (!isSame) return undefined;
  }
  const to = from + length;
  if (!beginsToken(glyphs, from) || !endsToken(glyphs, to)) return undefined;
  if (token.isNumber && isInNumber(glyphs, from, to)) return undefined;
  return { by: token.by, entry: token.entry, from, to, ...sureness(glyphs, from, token) };
}

function sureness(glyphs: Glyphs, from: number, { isCommon }: Token): Pick<Hit, 'sure' | 'how' | 'doubt'> {
  const before = glyphs.code(from - 1);
  const isHandle = before !== 0 && HANDLES.includes(String.fromCodePoint(before));
  if (isCommon && !isHandle) return { sure: 'ambiguous', how: 'as-filed', doubt: 'short' };
  return { sure: 'certain', how: isHandle ? 'handle' : 'as-filed' };
}

function beginsToken(glyphs: Glyphs, from: number): boolean {
  if (!isBreak(glyphs, from) || glyphs.code(from - 1) === UNDERSCORE || isTied(glyphs, from - 1)) return false;
  return glyphs.code(from - 1) !== AT || !glyphs.is(WORD, from - 2);
}

function endsToken(glyphs: Glyphs, to: number): boolean {
  if (!endsWord(glyphs, to) || glyphs.code(to) === UNDERSCORE || isTied(glyphs, to)) return false;
  const next = glyphs.code(to);
  return (next !== AT && next !== PLUS) || !glyphs.is(WORD, to + 1);
}

/** `+12345`, `1,12345`, `12345.50`: no customer's number. */
function isInNumber(glyphs: Glyphs, from: number, to: number): boolean {
  const isMark = (at: number): boolean => glyphs.code(at) === COMMA || glyphs.code(at) === DOT;
  if (glyphs.code(from - 1) === PLUS || (isMark(from - 1) && isDigit(glyphs, from - 2))) return true;
  return isMark(to) && isDigit(glyphs, to + 1);
}
