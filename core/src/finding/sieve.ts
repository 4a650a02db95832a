import { type Head, WORD_END } from './matching/hit.ts';
import { escapeAt } from './reading/entities.ts';
import { packedFold, foldsOf, UMLAUT } from './reading/fold.ts';
import { LOWER, SOLO, SPACE, WORD } from './reading/kinds.ts';
import { mayBeCoded } from './reading/mail/base64.ts';
import type { TextForm } from './text-form.ts';

/** What is known about a code unit, if anything: that no match begins there, that one may, that it may hide one. */
const IDLE = 1;
const HEAD = 2;
const HIDING = 3;

const LONGEST_GAP = 4;
/** So many characters tell a text apart from others; looking at more costs more than it saves. */
const LONGEST_HEAD = 6;
const SPACE_UNIT = 0x20;
/** What both halves of a character of two units begin with. */
const HALF = 0xd800;
const AMPERSAND = 0x26;
const BACKSLASH = 0x5c;
const HIDDEN = new Set(Array.from('&\\%=', (sign) => sign.charCodeAt(0)));
const ESCAPED = /^(?:[\dA-Fa-f]{2}|\r?\n|\?)/;
/** A word may go on in the next line. */
const HYPHEN = 0x2d;
const NONE = /[^]^/;
const PUNCTUATION = /[!-/:-@[-`{-~]/;
/** Signs that may be markup within a word; escapes are looked at where they stand. */
const MARKUP: Readonly<Record<TextForm, RegExp>> = {
  plain: NONE,
  'file-name': NONE,
  json: NONE,
  html: /</,
  adf: /"/,
  markdown: PUNCTUATION,
  wiki: PUNCTUATION,
};

/**
 * Tells from a text as it stands, without reading it, that nobody can be found there: no match's first characters are in it, and
 * nothing that could hide them. It may be wrong in one direction only.
 */
export class Sieve {
  readonly #heads = new Map<number, Head[]>();
  readonly #classes = new Uint8Array(0x10000);

  constructor(heads: readonly Head[]) {
    for (const head of heads) {
      const [first = 0] = head.codes;
      this.#heads.set(first, [...(this.#heads.get(first) ?? []), head]);
    }
  }

  /** False only where no reading of the text holds the beginning of a match. */
  mayName(text: string, form: TextForm): boolean {
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      const known = this.#classes[unit] || this.#learn(unit);
      if (known === IDLE) continue;
      if (known === HIDING ? mayHide(text, at) : this.#mayBegin(text, at, form)) return true;
    }
    return mayBeCoded(text);
  }

  #learn(unit: number): number {
    const isPart = unit >= 0xd800 && unit <= 0xdfff;
    const known = HIDDEN.has(unit) || isPart ? HIDING : this.#isHead(unit) ? HEAD : IDLE;
    this.#classes[unit] = known;
    return known;
  }

  #isHead(unit: number): boolean {
    const { usual, speltOut } = foldsOf(unit);
    return [usual[0], speltOut[0]].some((fold) => fold !== undefined && this.#heads.has(fold >> 8));
  }

  #mayBegin(text: string, at: number, form: TextForm): boolean {
    if (!isBreak(text, at)) return false;
    const unit = text.charCodeAt(at);
    const packed = packedFold(unit);
    if (packed < 0 || (packed & UMLAUT) !== 0) return true;
    return (this.#heads.get(packed >> 8) ?? []).some((head) => mayFollow(head, { text, at, form }));
  }
}

interface Place {
  readonly text: string;
  readonly at: number;
  readonly form: TextForm;
}

/** Whether a text goes on like a head, as far as that can be seen. */
function mayFollow({ codes, isSpaced = false }: Head, { text, at, form }: Place): boolean {
  let next = at + 1;
  for (const code of codes.slice(1, LONGEST_HEAD)) {
    if (isSpaced) next = passGap(text, next, form);
    const unit = next < text.length ? text.charCodeAt(next) : SPACE_UNIT;
    const packed = packedFold(unit);
    if (packed < 0 || (packed & UMLAUT) !== 0 || (unit & 0xf800) === HALF) return true;
    const isSame = code === WORD_END ? (packed & LOWER) === 0 : packed >> 8 === code;
    if (!isSame) return unit === HYPHEN || MARKUP[form].test(text.charAt(next));
    next += 1;
  }
  return true;
}

/** Passes what may stand between two digits of a number. */
function passGap(text: string, start: number, form: TextForm): number {
  let at = start;
  while (at - start < LONGEST_GAP && at < text.length && !MARKUP[form].test(text.charAt(at))) {
    if ((packedFold(text.charCodeAt(at)) & WORD) !== 0) return at;
    at += 1;
  }
  return at;
}

/** Whether a word may begin here; also where what stands before is not seen, or may be something else. */
function isBreak(text: string, at: number): boolean {
  if (at === 0) return true;
  const before = packedFold(text.charCodeAt(at - 1));
  const here = packedFold(text.charCodeAt(at));
  return before < 0 || (before & WORD) === 0 || (here & WORD) === 0 || ((before | here) & SOLO) !== 0;
}

/** Whether an escape here may stand for a part of a match. */
function mayHide(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if ((unit & 0xf800) === HALF) return isLetter(text, at);
  if (unit === BACKSLASH) return /[A-Za-z"/,;\\]/.test(text.charAt(at + 1));
  if (unit !== AMPERSAND) return ESCAPED.test(text.slice(at + 1, at + 3));
  const escape = escapeAt(text, at);
  if (escape === undefined) return false;
  return (packedFold(escape.char) & SPACE) === 0 && !/[<>"&]/.test(String.fromCodePoint(escape.char));
}

/** Characters of two units are mostly no letters. */
function isLetter(text: string, at: number): boolean {
  return /[\p{L}\p{N}\p{M}]/u.test(String.fromCodePoint(text.codePointAt(at) ?? 0));
}
