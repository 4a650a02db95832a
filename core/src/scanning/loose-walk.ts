import { isHump } from '../finding/matching/boundary.ts';
import type { Glyphs } from '../finding/reading/glyphs.ts';
import { ALONE, hashOfWord, keyOf } from './hashing.ts';
import { APART, classOfCode, SINGLE } from './unit-classes.ts';
import { LONGEST_WORD } from './walk.ts';

/** No more signs stand between two words of one identifier. */
const LONGEST_GAP = 96;
/** So many words of another kind may stand between two: a letter, "Jr." */
const MOST_BETWEEN = 1;

/**
 * Finds the keys in a reading that a walk over whole words does not: words may also begin and end at a capital within another,
 * and "Jr." or a letter may stand between two. Slower, so only for texts that hold such.
 */
export class LooseWalk {
  readonly #glyphs: Glyphs;
  readonly #isBetween: (hash: number) => boolean;

  /** `isBetween` knows words that may stand between two others. */
  constructor(glyphs: Glyphs, isBetween: (hash: number) => boolean) {
    this.#glyphs = glyphs;
    this.#isBetween = isBetween;
  }

  /** Tells all keys that may be there. */
  walk(begins: (hash: number) => boolean, met: (key: number) => void): void {
    for (let at = 0; at < this.#glyphs.length; at += 1) {
      if (!this.#startsAt(at)) continue;
      for (const end of this.#endsFrom(at)) {
        const hash = this.#hashOf(at, end);
        met(keyOf(ALONE, hash));
        if (begins(hash)) this.#second(hash, end, { left: MOST_BETWEEN, met });
      }
    }
  }

  #second(
    first: number,
    from: number,
    { left, met }: { readonly left: number; readonly met: (key: number) => void },
  ): void {
    const start = this.#nextStart(from);
    if (start === undefined) return;
    for (const end of this.#endsFrom(start)) {
      const hash = this.#hashOf(start, end);
      met(keyOf(first, hash));
      if (left > 0 && (end - start === 1 || this.#isBetween(hash))) this.#second(first, end, { left: left - 1, met });
    }
  }

  #nextStart(from: number): number | undefined {
    for (let at = from; at < this.#glyphs.length && at - from <= LONGEST_GAP; at += 1)
      if (this.#startsAt(at)) return at;
    return undefined;
  }

  #startsAt(at: number): boolean {
    const here = this.#classAt(at);
    if (here === APART) return false;
    const before = this.#classAt(at - 1);
    return before !== here || here === SINGLE || isHump(this.#glyphs, at);
  }

  /** Where a word that begins here may end: at each capital within it, and at its end. */
  #endsFrom(start: number): readonly number[] {
    if (this.#classAt(start) === SINGLE) return [start + 1];
    const ends: number[] = [];
    let at = start + 1;
    for (; at - start < LONGEST_WORD && this.#classAt(at) === this.#classAt(start); at += 1)
      if (isHump(this.#glyphs, at)) ends.push(at);
    return at - start < LONGEST_WORD ? [...ends, at] : ends;
  }

  #classAt(at: number): number {
    return at < 0 || at >= this.#glyphs.length ? APART : classOfCode(this.#glyphs.code(at));
  }

  #hashOf(start: number, end: number): number {
    return hashOfWord(Array.from({ length: end - start }, (_, index) => this.#glyphs.code(start + index)));
  }
}
