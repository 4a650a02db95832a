import { type Head, WORD_END } from './matching/hit.ts';
import { escapeAt } from './reading/entities.ts';
import { foldsOf, packedFold, UMLAUT } from './reading/fold.ts';
import { LOWER, SOLO, SPACE, WORD } from './reading/kinds.ts';
import { mayBeCoded } from './reading/mail/base64.ts';
import type { TextForm } from './text-form.ts';

/** What is known about a code unit, if anything: no match begins there; it may hide one; from here on, which heads begin there. */
const IDLE = 1;
const HIDING = 2;
const HEAD = 3;
const MOST_GROUPS = 250;

const LONGEST_GAP = 4;
/** So many characters tell a text apart from others; looking at more costs more than it saves. */
const LONGEST_HEAD = 6;
const BLANK = 0x20;
/** What both halves of a character of two units begin with. */
const HALF = 0xd800;
const AMPERSAND = 0x26;
const BACKSLASH = 0x5c;
/** A word may go on in the next line. */
const HYPHEN = 0x2d;
const HIDDEN = new Set(Array.from('&\\%=', (sign) => sign.charCodeAt(0)));
const ESCAPED = /(?:[\dA-Fa-f]{2}|\r?\n|\?)/y;
const INNOCENT = /&(?:nbsp|amp|lt|gt|quot);/y;

const PUNCTUATION = new Set(Array.from('!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~', (sign) => sign.charCodeAt(0)));
/** Signs that may be markup within a word; escapes are looked at where they stand. */
const MARKUP: Readonly<Record<TextForm, ReadonlySet<number>>> = {
  plain: new Set(),
  'file-name': new Set(),
  json: new Set(),
  html: new Set([0x3c]),
  adf: new Set([0x22]),
  markdown: PUNCTUATION,
  wiki: PUNCTUATION,
};

/**
 * Tells from a text as it stands, without reading it, that nobody can be found there: no match's first characters are in it, and
 * nothing that could hide them. It may be wrong in one direction only.
 */
export class Sieve {
  readonly #heads = new Map<number, Head[]>();
  /** The same, as they were met. */
  readonly #groups: (readonly Head[])[] = [];
  readonly #classes = new Uint8Array(0x10000);

  constructor(heads: readonly Head[]) {
    for (const head of heads) {
      const [first = 0] = head.codes;
      const codes = head.codes.slice(1, LONGEST_HEAD);
      this.#heads.set(first, [...(this.#heads.get(first) ?? []), { ...head, codes }]);
    }
  }

  /** False only where no reading of the text holds the beginning of a match. */
  mayName(text: string, form: TextForm): boolean {
    const markup = MARKUP[form];
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      const known = this.#classes[unit] || this.#learn(unit);
      if (known === IDLE) continue;
      if (known === HIDING) {
        if (mayHide(text, at)) return true;
      } else if (isBreak(text, at)) {
        const after = { text, markup, start: at + 1 };
        for (const head of this.#groups[known - HEAD] ?? []) if (mayFollow(head, after)) return true;
      }
    }
    return mayBeCoded(text);
  }

  #learn(unit: number): number {
    const known = HIDDEN.has(unit) || (unit & 0xf800) === HALF ? HIDING : this.#classOf(unit);
    this.#classes[unit] = known;
    return known;
  }

  /** A letter that may be compared in several ways is looked at as if any match began there. */
  #classOf(unit: number): number {
    const { usual, speltOut } = foldsOf(unit);
    const heads = [usual[0], speltOut[0]].flatMap((fold) =>
      fold === undefined ? [] : (this.#heads.get(fold >> 8) ?? []),
    );
    if (heads.length === 0) return IDLE;
    if (this.#groups.length === MOST_GROUPS) return HIDING;
    const isEven = usual.length === 1 && usual === speltOut;
    this.#groups.push(isEven ? heads : [{ codes: [] }]);
    return HEAD + this.#groups.length - 1;
  }
}

interface After {
  readonly text: string;
  readonly markup: ReadonlySet<number>;
  readonly start: number;
}

/** Whether a text goes on like a head after its first character, as far as that can be seen. */
function mayFollow({ codes, isSpaced = false }: Head, { text, markup, start }: After): boolean {
  let at = start;
  for (const code of codes) {
    if (isSpaced) at = passGap(text, at, markup);
    const unit = at < text.length ? text.charCodeAt(at) : BLANK;
    const packed = packedFold(unit);
    if (packed < 0 || (packed & UMLAUT) !== 0 || (unit & 0xf800) === HALF) return true;
    const isSame = code === WORD_END ? (packed & LOWER) === 0 : packed >> 8 === code;
    if (!isSame) return unit === HYPHEN || markup.has(unit);
    at += 1;
  }
  return true;
}

/** Passes what may stand between two digits of a number. */
function passGap(text: string, start: number, markup: ReadonlySet<number>): number {
  let at = start;
  while (at - start < LONGEST_GAP && at < text.length) {
    const unit = text.charCodeAt(at);
    if ((packedFold(unit) & WORD) !== 0 || markup.has(unit)) return at;
    at += 1;
  }
  return at;
}

/** Whether a word may begin here; also where what stands before is not seen, or may be something else. */
function isBreak(text: string, at: number): boolean {
  if (at === 0) return true;
  const before = packedFold(text.charCodeAt(at - 1));
  if (before < 0 || (before & WORD) === 0) return true;
  const here = packedFold(text.charCodeAt(at));
  return (here & WORD) === 0 || ((before | here) & SOLO) !== 0;
}

/** Whether an escape here may stand for a part of a match. */
function mayHide(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if ((unit & 0xf800) === HALF) return isLetter(text, at);
  if (unit === BACKSLASH) return /[A-Za-z"/,;\\]/.test(text.charAt(at + 1));
  if (unit !== AMPERSAND) return isAt(ESCAPED, text, at + 1);
  if (isAt(INNOCENT, text, at)) return false;
  const escape = escapeAt(text, at);
  return escape !== undefined && (packedFold(escape.char) & SPACE) === 0;
}

/** Characters of two units are mostly no letters. */
function isLetter(text: string, at: number): boolean {
  return /[\p{L}\p{N}\p{M}]/u.test(String.fromCodePoint(text.codePointAt(at) ?? 0));
}

function isAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}
