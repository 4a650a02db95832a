import { splitAddress } from '../matching/address.ts';
import { textBetween } from '../matching/beside.ts';
import type { Entry, Hit, Matcher, Named } from '../matching/hit.ts';
import { parseName } from '../matching/person-name.ts';
import { foldingsOf } from '../matching/word-set.ts';
import type { Glyphs } from '../reading/glyphs.ts';
import { WORD } from '../reading/kinds.ts';

const EQUALS = 0x3d;
const LONGEST = 64;
/** A code of fewer letters may be anybody's. */
const FEWEST = 3;

/** Looks for what directories call a person after `CN=`: in X.500 addresses `/O=ACME/CN=RECIPIENTS/CN=JDOE`, in `cn=doej,ou=…`. */
export function directoryNameMatcher(names: readonly Entry[], addresses: readonly Entry[]): Matcher {
  const codes = directoryCodes(names, addresses);
  const heads = [...codes.keys()].map((code) => ({ codes: Array.from(code, (sign) => sign.codePointAt(0) ?? 0) }));
  return {
    triggers: new Set(heads.flatMap((head) => head.codes.slice(0, 1))),
    heads,
    at: (glyphs, at) => (isCommonName(glyphs, at - 1) ? codeAt(glyphs, at, codes) : undefined),
  };
}

/** What directories may call a person, by its writing. */
export function directoryCodes(names: readonly Entry[], addresses: readonly Entry[]): ReadonlyMap<string, Named> {
  const codes = new Map<string, Named>();
  for (const entry of [...addresses, ...names]) {
    const written = entry.by === 'names' ? codesOf(entry.text) : [splitAddress(entry.text)?.local ?? ''];
    for (const code of written) if (code.length >= FEWEST && !codes.has(code)) codes.set(code, entry);
  }
  return codes;
}

/** "JDOE", "DOEJ", "JANEDOE", "DOEJANE". */
function codesOf(text: string): readonly string[] {
  const words = parseName(text).map((word) => foldingsOf(word.join(''))[0] ?? '');
  const given = words[0] ?? '';
  const family = words.at(-1) ?? '';
  const initial = given.slice(0, 1);
  return words.length < 2 ? [] : [initial + family, family + initial, given + family, family + given];
}

function isCommonName(glyphs: Glyphs, at: number): boolean {
  return glyphs.code(at) === EQUALS && textBetween(glyphs, at - 2, at) === 'cn' && !glyphs.is(WORD, at - 3);
}

function codeAt(glyphs: Glyphs, from: number, codes: ReadonlyMap<string, Named>): Hit | undefined {
  let to = from;
  while (to - from < LONGEST && isOfCode(glyphs, to)) to += 1;
  const named = codes.get(textBetween(glyphs, from, to));
  return named && { by: named.by, entry: named.entry, from, to, sure: 'certain', how: 'joined', evidence: 'header' };
}

function isOfCode(glyphs: Glyphs, at: number): boolean {
  const code = glyphs.code(at);
  return glyphs.is(WORD, at) || code === 0x2e || code === 0x2d || code === 0x5f;
}
