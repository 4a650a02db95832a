import type { KeyTable } from '../key-table.ts';
import type { UnitClasses } from '../unit-classes.ts';
import { MOST_KEYS, PART } from '../walk.ts';

/** A table at its place. */
interface Placed {
  readonly at: number;
  readonly bytes: Uint8Array;
}

const HEADER = 64;
const LINE = 64;

/** All that stands in the memory but the text: written once. */
export class KernelTables {
  readonly #placed: Placed[] = [];
  readonly header: readonly number[];
  /** Where known keys are put. */
  readonly keys: number;
  /** Where the text's units begin. */
  readonly units: number;

  constructor(table: KeyTable, { bytes, classes }: UnitClasses) {
    let next = HEADER * 2;
    const room = (size: number): number => {
      const at = next;
      next += Math.ceil((size + LINE) / LINE) * LINE;
      return at;
    };
    const place = (some: Uint8Array): number => {
      const at = room(some.length);
      this.#placed.push({ at, bytes: some });
      return at;
    };
    const units = [place(bytes), place(classes)];
    const working = [room(PART + LINE), room(PART / 8 + LINE), room(4 * PART), room(8 * PART), room(4 * PART)];
    const tables = [place(table.slots), place(table.bits)];
    this.keys = room(4 * MOST_KEYS);
    this.units = room(0);
    const rest = [table.slotShift, table.bitShift, table.hasShort ? 1 : 0, MOST_KEYS];
    this.header = [this.units, ...units, ...working, ...tables, this.keys, ...rest];
  }

  /** Writes tables and their places. */
  writeTo(memory: ArrayBuffer): void {
    new Uint32Array(memory, 0, this.header.length).set(this.header);
    for (const { at, bytes } of this.#placed) new Uint8Array(memory, at, bytes.length).set(bytes);
  }
}
