import { DIGIT, LOWER, SOLO, SPACE, UPPER, WORD } from './kinds.ts';

/** Letters that do not come apart into a base and a mark. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ŧ: 't',
  ς: 'σ',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '⁃': '-',
  '−': '-',
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '´': "'",
  '`': "'",
  '′': "'",
  '\u0091': "'",
  '\u0092': "'",
};

/** Cyrillic and Greek letters that look like Latin ones; each like another, so that Cyrillic and Greek words stay told apart. */
const LOOKS_LIKE: Readonly<Record<string, string>> = {
  а: 'a',
  в: 'b',
  с: 'c',
  е: 'e',
  н: 'h',
  і: 'i',
  ј: 'j',
  к: 'k',
  м: 'm',
  о: 'o',
  р: 'p',
  ѕ: 's',
  т: 't',
  х: 'x',
  у: 'y',
  α: 'a',
  ο: 'o',
  ν: 'v',
  ρ: 'p',
  κ: 'k',
  ι: 'i',
  τ: 't',
  υ: 'u',
  χ: 'x',
};

/** How German and Nordic letters are written where the keyboard lacks them. */
const SPELT_OUT: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' };

/** Zero-width signs, soft hyphen, direction marks, tatweel, variation selectors. */
const UNSEEN = /^[\u00ad\u0640\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff]$/;
const MARK = /^\p{M}$/u;
/** Full-width and half-width forms, and Latin ligatures: the only compatibility forms that are letters of a word. */
const COMPATIBLE = /^[\ufb00-\ufb06\uff01-\uffee]$/;
const HANGUL = /^[\uac00-\ud7a3]$/;

/** Marks a packed fold as one of two: the character may also be spelt out. */
export const UMLAUT = 64;

/**
 * What a character is compared by: a code point in lower case and without diacritics, shifted by 8 bits, with its kind
 * below. One for most characters, two for `ß`, none for marks and signs nobody sees.
 */
export interface Folds {
  readonly usual: readonly number[];
  /** With umlauts spelt out, where that differs. */
  readonly speltOut: readonly number[];
}

/** Filled as characters turn up, by code unit: 0 is not known yet, -1 is none or several. */
const packed = new Int32Array(0x10000);
/** The same for all characters, by code point. */
const known = new Map<number, Folds>();

/** The one fold of a character, or -1 if it has none or several. */
export function packedFold(char: number): number {
  return packed[char] || learn(char);
}

/** All folds of a character. */
export function foldsOf(char: number): Folds {
  const folds = known.get(char) ?? findFolds(String.fromCodePoint(char));
  known.set(char, folds);
  return folds;
}

function learn(char: number): number {
  const { usual, speltOut } = foldsOf(char);
  const only = usual.length === 1 ? (usual[0] ?? -1) | (usual === speltOut ? 0 : UMLAUT) : -1;
  if (char < packed.length) packed[char] = only;
  return only;
}

function findFolds(char: string): Folds {
  if (UNSEEN.test(char) || MARK.test(char)) return { usual: [], speltOut: [] };
  const kind = kindOf(char);
  const folds = (text: string): readonly number[] =>
    Array.from(text, (one) => ((one.codePointAt(0) ?? 0) << 8) | kind | (/^\d$/.test(one) ? DIGIT : 0));
  const usual = folds(bare(char));
  const speltOut = SPELT_OUT[char.toLowerCase()];
  return { usual, speltOut: speltOut === undefined ? usual : folds(speltOut) };
}

function bare(char: string): string {
  if (/^\s$/.test(char)) return char === '\n' || char === '\u2029' ? char : ' ';
  const digit = arabicDigit(char);
  if (digit !== undefined) return digit;
  const apart = COMPATIBLE.test(char) ? char.normalize('NFKD') : HANGUL.test(char) ? char : char.normalize('NFD');
  const stripped = apart.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  const folded = Array.from(HANGUL.test(char) ? char : stripped, (one) => PLAIN[one] ?? LOOKS_LIKE[one] ?? one).join(
    '',
  );
  return folded === '' ? char : folded;
}

function arabicDigit(char: string): string | undefined {
  const code = char.charCodeAt(0);
  if (code >= 0x660 && code <= 0x669) return String(code - 0x660);
  return code >= 0x6f0 && code <= 0x6f9 ? String(code - 0x6f0) : undefined;
}

function kindOf(char: string): number {
  if (/^\s$/.test(char)) return SPACE;
  if (!/^[\p{L}\p{Nd}]$/u.test(char)) return 0;
  const solo = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u.test(char) ? SOLO : 0;
  const isUpper = /^[\p{Lu}\p{Lt}]$/u.test(char) ? UPPER : 0;
  return WORD | solo | isUpper | (/^\p{Ll}$/u.test(char) ? LOWER : 0);
}
