import type { Glyphs } from './glyphs.ts';

const EQUALS = 0x3d;
const PERCENT = 0x25;

/** What quoted-printable (`=40`) and percent signs (`%40`) are read as. */
export type Signs = 'letters' | 'percent' | 'quoted-printable';

/**
 * Writes the characters with byte escapes decoded. Soft line breaks and UTF-8 sequences (`=C3=A9`, `%C3%A9`) always are, as they
 * mean nothing else; a single byte only with its own kind, as `?u=ada@d.test` holds `=ad` and `=40` may be a number.
 */
export function decodeBytes(read: Glyphs, signs: Signs, glyphs: Glyphs): Glyphs {
  let at = 0;
  while (at < read.length) {
    const soft = softBreak(read, at);
    const escape = soft > 0 ? undefined : escapeIn(read, at, signs);
    const length = soft > 0 ? soft : (escape?.length ?? 1);
    if (soft === 0) glyphs.add(escape?.char ?? read.char(at), read.start(at), read.end(at + length - 1));
    at += length;
  }
  return glyphs;
}

/** A character in another writing, and how many characters that takes. */
interface Decoded {
  readonly char: number;
  readonly length: number;
}

/** The character that a byte escape here stands for. */
export function escapeIn(read: Glyphs, at: number, signs: Signs): Decoded | undefined {
  const sign = read.char(at);
  if (sign !== EQUALS && sign !== PERCENT) return undefined;
  const own = signs === 'percent' ? PERCENT : signs === 'quoted-printable' ? EQUALS : 0;
  const letter = utf8At(read, at);
  if (letter !== undefined) return letter;
  const byte = sign === own ? byteAt(read, at, own) : -1;
  return byte > 0 ? { char: byte, length: 3 } : undefined;
}

function softBreak(read: Glyphs, at: number): number {
  if (read.char(at) !== EQUALS) return 0;
  if (read.char(at + 1) === 0x0a) return 2;
  return read.char(at + 1) === 0x0d && read.char(at + 2) === 0x0a ? 3 : 0;
}

/** A character of two to four bytes in UTF-8. */
function utf8At(read: Glyphs, at: number): Decoded | undefined {
  const sign = read.char(at);
  const first = byteAt(read, at, sign);
  const more =
    first >= 0xc2 && first <= 0xdf ? 1 : first >= 0xe0 && first <= 0xef ? 2 : first >= 0xf0 && first <= 0xf4 ? 3 : 0;
  if (more === 0) return undefined;
  let char = first & (0x3f >> more);
  for (let step = 1; step <= more; step += 1) {
    const byte = byteAt(read, at + step * 3, sign);
    if ((byte & 0xc0) !== 0x80) return undefined;
    char = (char << 6) | (byte & 0x3f);
  }
  return char > 0x10ffff ? undefined : { char, length: (more + 1) * 3 };
}

/** The byte written as a sign and two hexadecimal digits, or -1. */
export function byteAt(read: Glyphs, at: number, sign: number): number {
  const high = hexDigit(read.char(at + 1));
  const low = hexDigit(read.char(at + 2));
  return read.char(at) !== sign || high < 0 || low < 0 ? -1 : high * 16 + low;
}

function hexDigit(char: number): number {
  if (char >= 0x30 && char <= 0x39) return char - 0x30;
  const lower = char | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}
