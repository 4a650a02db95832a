import { Glyphs } from '../reading/glyphs.ts';
import { unitTables } from './unit-tables.ts';

/** A text that can be asked about its characters: taken apart into glyphs, or unit by unit as it stands. */
export type Readable = Pick<Glyphs, 'length' | 'char' | 'code' | 'is' | 'start' | 'end'>;

/**
 * A text unit by unit, for texts without escapes and unseen signs. `ü` and `ß` are one unit here, of the kind WIDE. Stands
 * where glyphs are expected, so that matchers which look at no letters but ASCII can read it.
 */
export class UnitText extends Glyphs {
  readonly #codes: Uint16Array;
  readonly #kinds: Uint8Array;
  #units: Uint16Array;
  #length = 0;

  constructor(units: Uint16Array) {
    super();
    const { codes, kinds } = unitTables();
    this.#codes = codes;
    this.#kinds = kinds;
    this.#units = units;
  }

  /** Reads the first units of an array from now on. */
  use(units: Uint16Array, length: number): this {
    this.#units = units;
    this.#length = length;
    return this;
  }

  override get length(): number {
    return this.#length;
  }

  override char(at: number): number {
    return at < 0 || at >= this.#length ? 0 : (this.#units[at] ?? 0);
  }

  override code(at: number): number {
    return at < 0 || at >= this.#length ? 0 : (this.#codes[this.#units[at] ?? 0] ?? 0);
  }

  override is(kind: number, at: number): boolean {
    return at >= 0 && at < this.#length && ((this.#kinds[this.#units[at] ?? 0] ?? 0) & kind) !== 0;
  }

  override start(at: number): number {
    return at;
  }

  override end(at: number): number {
    return at + 1;
  }
}
