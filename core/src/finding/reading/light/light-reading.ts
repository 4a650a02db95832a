import { Reading } from '../read-html.ts';
import { readStretch } from '../read-plain.ts';

const BACKSLASH = 0x5c;
const BLANK = 0x20;
const WORD = /[\p{L}\p{Nd}]/u;
const PUNCTUATION = /[!-/:-@[-`{-~]/;

/** A light markup read as a reader sees it: signs of emphasis and brackets of links left out, addresses of links kept for the end. */
export class LightReading extends Reading {
  /** Reads the whole text; `pass` is asked at each of the signs and says where to go on, at least one character further. */
  read(signs: RegExp, pass: (at: number) => number): void {
    let at = 0;
    while (at < this.text.length) {
      signs.lastIndex = at;
      const next = signs.exec(this.text)?.index ?? this.text.length;
      readStretch(this.glyphs, this.text, { start: at, end: next });
      at = next < this.text.length ? pass(next) : next;
    }
    this.readAside();
  }

  /** Reads this one character as what it is. */
  keep(at: number): number {
    readStretch(this.glyphs, this.text, { start: at, end: at + 1 });
    return at + 1;
  }

  /** A backslash before a sign is not seen; before anything else it is what it is, or begins an escape of JSON. */
  passBackslash(at: number): number {
    const sign = this.text.charAt(at + 1);
    if (PUNCTUATION.test(sign)) {
      this.glyphs.add(sign.charCodeAt(0), at, at + 2);
      return at + 2;
    }
    const end = Math.min(at + 6, this.text.length);
    if (this.text.charCodeAt(at) !== BACKSLASH || !/^\\u[\dA-Fa-f]{4}$/.test(this.text.slice(at, end)))
      return this.keep(at);
    readStretch(this.glyphs, this.text, { start: at, end });
    return end;
  }

  /** The edge of a cell parts words like a space, and stays. */
  passCell(at: number): number {
    this.glyphs.add(BLANK, at + 1, at + 1);
    return at + 1;
  }

  /** A run of one sign: not seen where it touches a word on one side, or on both where the markup allows that. */
  passRun(at: number, splitsWords: boolean): number {
    let end = at + 1;
    while (this.text.charCodeAt(end) === this.text.charCodeAt(at)) end += 1;
    const left = this.text.charAt(at - 1);
    const right = this.text.charAt(end);
    const isLoose = isBlank(left) && isBlank(right);
    const isInWord = WORD.test(left) && WORD.test(right);
    if (isLoose || (isInWord && !splitsWords)) readStretch(this.glyphs, this.text, { start: at, end });
    return end;
  }
}

function isBlank(char: string): boolean {
  return char.trim() === '';
}
