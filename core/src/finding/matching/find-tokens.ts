import { endsWord, isBreak, isDigit, isTied } from './boundary.ts';
import type { Glyphs } from '../reading/glyphs.ts';
import { WORD } from '../reading/kinds.ts';
import { groupBy, type Hit, type Matcher } from './hit.ts';
import { isLabelled } from './label.ts';
import { type Token, type TokenSources, tokensOf } from './tokens.ts';

const AT = 0x40;
const PLUS = 0x2b;
const COMMA = 0x2c;
const DOT = 0x2e;
const UNDERSCORE = 0x5f;
const HANDLES = '@~/\\#=';

/** Looks for logins, external ids and local parts as whole tokens: `jdoe42` not in `jdoe421`, `x-jdoe42` or `jdoe42@d.test`. */
export function tokenMatcher(sources: TokenSources): Matcher {
  const tokens = tokensOf(sources);
  const byHead = groupBy(tokens, ({ glyphs }) => [glyphs.code(0)]);
  return {
    triggers: new Set(byHead.keys()),
    heads: tokens.map(({ glyphs }) => ({ codes: Array.from({ length: glyphs.length }, (_, at) => glyphs.code(at)) })),
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

function hitOf(glyphs: Glyphs, from: number, token: Token): Hit | undefined {
  const { length } = token.glyphs;
  for (let at = 0; at < length; at += 1) {
    const isSame = token.isExact
      ? glyphs.char(from + at) === token.glyphs.char(at)
      : glyphs.code(from + at) === token.glyphs.code(at);
    if (!isSame) return undefined;
  }
  const to = from + length;
  if (!isBreak(glyphs, from) || !endsToken(glyphs, to)) return undefined;
  if (token.isNumber && isInNumber(glyphs, from, to)) return undefined;
  const sureness = surenessOf(glyphs, from, token);
  return sureness && { by: token.by, entry: token.entry, from, to, ...sureness };
}

type Sureness = Pick<Hit, 'sure' | 'how' | 'doubt' | 'evidence'>;

/** Nothing where a number has no label that it needs: behind one it may also be tied to a word, as in `user-42`. */
function surenessOf(glyphs: Glyphs, from: number, { needs, how, isNumber }: Token): Sureness | undefined {
  const isFree = beginsToken(glyphs, from);
  if (isNumber && (needs === 'label' || !isFree))
    return isLabelled(glyphs, from) ? { sure: 'certain', how, evidence: 'label' } : undefined;
  if (!isFree) return undefined;
  const before = glyphs.code(from - 1);
  if (before !== 0 && HANDLES.includes(String.fromCodePoint(before))) return { sure: 'certain', how: 'handle' };
  if (needs === 'nothing') return { sure: 'certain', how };
  return { sure: 'ambiguous', how, doubt: how === 'local-part' ? 'common-word' : 'short' };
}

function beginsToken(glyphs: Glyphs, from: number): boolean {
  if (glyphs.code(from - 1) === UNDERSCORE || isTied(glyphs, from - 1)) return false;
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
