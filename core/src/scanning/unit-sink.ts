import type { GlyphTaker, Range } from '../finding/reading/glyphs.ts';
import { APART } from '../finding/reading/kinds.ts';
import type { Walker } from './walk.ts';

const AMPERSAND = 0x26;
const BACKSLASH = 0x5c;
const FIRST_PLANE = 0xffff;

/** Takes what is read of a text as units, in a walker's memory: readings one after the other. */
export class UnitSink implements GlyphTaker {
  readonly #walker: Walker;
  #units: Uint16Array;
  #length = 0;

  constructor(walker: Walker) {
    this.#walker = walker;
    this.#units = walker.roomFor(0);
  }

  get length(): number {
    return this.#length;
  }

  /** Begins a text. */
  clear(): void {
    this.#length = 0;
  }

  /** Begins a further reading of it. */
  apart(): this {
    if (this.#length > 0) this.add(APART);
    return this;
  }

  add(char: number): void {
    if (this.#length + 2 > this.#units.length) this.#grow(2);
    if (char > FIRST_PLANE) {
      const pair = String.fromCodePoint(char);
      this.#units[this.#length] = pair.charCodeAt(0);
      this.#length += 1;
      this.#units[this.#length] = pair.charCodeAt(1);
    } else this.#units[this.#length] = char;
    this.#length += 1;
  }

  addRun(text: string, { start, end }: Range): number {
    if (this.#length + end - start > this.#units.length) this.#grow(end - start);
    const units = this.#units;
    let to = this.#length;
    let at = start;
    for (; at < end; at += 1) {
      const unit = text.charCodeAt(at);
      if (unit === AMPERSAND || unit === BACKSLASH) break;
      units[to] = unit;
      to += 1;
    }
    this.#length = to;
    return at;
  }

  #grow(more: number): void {
    this.#units = this.#walker.roomFor(this.#length + more);
  }
}
