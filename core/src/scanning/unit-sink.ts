import type { GlyphTaker, Range } from '../finding/reading/glyphs.ts';
import { APART } from '../finding/reading/kinds.ts';
import type { Walker } from './walk.ts';

const AMPERSAND = 0x26;
const BACKSLASH = 0x5c;
const FIRST_PLANE = 0xffff;

/** Copies a text to the beginning of a room, unit by unit, in the platform's fastest way. */
export type Copy = (text: string) => void;
/** Makes such a copy for a room; the room changes when a long text asks for more. */
export type CopyInto = (room: Uint16Array) => Copy;

/** Takes what is read of a text as units, in a walker's memory: readings one after the other. */
export class UnitSink implements GlyphTaker {
  readonly #walker: Walker;
  readonly #copyInto: CopyInto | undefined;
  #units: Uint16Array;
  #copy: Copy | undefined;
  #length = 0;

  constructor(walker: Walker, copyInto: CopyInto | undefined) {
    this.#walker = walker;
    this.#copyInto = copyInto;
    this.#units = walker.roomFor(0);
    this.#copy = copyInto?.(this.#units);
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

  /** Takes a text as it stands, as the only reading. */
  takeWhole(text: string): void {
    if (text.length > this.#units.length) this.#grow(text.length);
    if (this.#copy === undefined) {
      const units = this.#units;
      for (let at = 0; at < text.length; at += 1) units[at] = text.charCodeAt(at);
    } else this.#copy(text);
    this.#length = text.length;
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
    this.#copy = this.#copyInto?.(this.#units);
  }
}
