import { splitAddress } from './address.ts';
import { isGeneric, isRole } from './generic-words.ts';
import type { Glyphs } from '../reading/glyphs.ts';
import type { Entry, Named } from './hit.ts';
import { parseName } from './person-name.ts';
import { misread } from './misread.ts';
import { spellingsOf } from '../reading/readings.ts';

/** A login, a number or what stands before an address's `@`, glyph by glyph. */
export interface Token extends Named {
  readonly glyphs: Glyphs;
  /** Ids are told apart by case. */
  readonly isExact: boolean;
  readonly isNumber: boolean;
  /**
   * What must stand before it: nothing; a sign such as `@`, without which it may be a name or a word; a label such as
   * "customer no.", without which it is any number.
   */
  readonly needs: 'nothing' | 'handle' | 'label';
  readonly how: 'as-filed' | 'local-part' | 'other-spelling';
}

/** What tokens are made from. */
export interface TokenSources {
  readonly tokens: readonly Entry[];
  readonly addresses: readonly Entry[];
  readonly names: readonly Entry[];
}

const FEWEST_LETTERS = 4;
const FEWEST_DIGITS = 5;
const FEWEST_CUT = 6;

/** All tokens a person goes by; logins come first, as they were filed as such. */
export function tokensOf({ tokens, addresses, names }: TokenSources): readonly Token[] {
  const parsed = names.map(({ text }) => parseName(text).flat().map(lettersOf));
  const parts = new Set(parsed.flat());
  const isLocal = (local: string): 'nothing' | 'handle' =>
    /^\p{L}+$/u.test(local) && !parsed.some((name) => isMadeOf(local, name)) ? 'handle' : 'nothing';
  return [
    ...tokens.flatMap((entry) => filedTokens(entry, parts)),
    ...addresses.flatMap((entry) =>
      localsOf(entry).flatMap((local) =>
        spelt({ ...entry, text: local }, { how: 'local-part', needs: isLocal(local), isExact: false }),
      ),
    ),
    ...names.flatMap((entry) =>
      misread(entry.text).flatMap((text) =>
        spelt({ ...entry, text }, { how: 'other-spelling', needs: 'nothing', isExact: true }),
      ),
    ),
  ];
}

function filedTokens(entry: Entry, parts: ReadonlySet<string>): readonly Token[] {
  const { text, by } = entry;
  const isShort = /^\d+$/.test(text) && text.length < FEWEST_DIGITS;
  const isCommon = by === 'logins' && (parts.has(lettersOf(text)) || /^\p{L}{1,3}$/u.test(text));
  const needs = isShort ? 'label' : isCommon ? 'handle' : 'nothing';
  return spelt(entry, { how: 'as-filed', needs, isExact: by !== 'logins' });
}

function spelt({ text, by, entry }: Entry, rest: Pick<Token, 'how' | 'needs' | 'isExact'>): readonly Token[] {
  const isNumber = /^\d+$/.test(text);
  return spellingsOf(text).map((glyphs) => ({ by, entry, isNumber, ...rest, glyphs }));
}

/** A local part that is nobody's else: not `info`, not two or three letters. */
function localsOf({ text }: Entry): readonly string[] {
  const local = splitAddress(text)?.local.replace(/^['+._-]+|\+.*$/g, '') ?? '';
  const isTelling = local.length >= FEWEST_LETTERS && /\p{L}/u.test(local) && !isRole(local) && !isGeneric(local);
  return isTelling ? [local] : [];
}

/** Whether letters are how systems make a login from a name: `jdoe`, `janed`, `doej`, `janedoe`, the long ones cut off. */
function isMadeOf(letters: string, name: readonly string[]): boolean {
  const given = name[0] ?? '';
  const family = name.at(-1) ?? '';
  if (name.length < 2 || letters === given || letters === family) return false;
  const local = lettersOf(letters);
  const [g, f] = [given.charAt(0), family.charAt(0)];
  if ([g + family, given + f, family + g, f + given, given + family, family + given].includes(local)) return true;
  return local.length >= FEWEST_CUT && [g + family, given + family].some((whole) => whole.startsWith(local));
}

function lettersOf(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/[^\p{L}\p{Nd}]/gu, '')
    .toLowerCase();
}
