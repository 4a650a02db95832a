import type { KeyTable } from '../key-table.ts';

/** A table at its place. */
interface Placed {
  readonly at: number;
  readonly bytes: Uint8Array;
}

/** Most units a chunk has; the kernel's `CHUNK`. */
const CHUNK = 16384;
const HEADER = 64;
const LINE = 64;

/** All that stands in the memory but the text: written once. */
export class KernelTables {
  readonly #placed: Placed[] = [];
  readonly header: readonly number[];
  readonly candidates: number;
  /** Where the text's units begin. */
  readonly units: number;

  constructor(table: KeyTable, unitBytes: Uint8Array, classes: Uint8Array) {
    let next = HEADER * 2;
    const room = (size: number): number => {
      const at = next;
      next += Math.ceil((size + LINE) / LINE) * LINE;
      return at;
    };
    const place = (bytes: Uint8Array): number => {
      const at = room(bytes.length);
      this.#placed.push({ at, bytes });
      return at;
    };
    const folds = place(unitBytes);
    const kinds = place(classes);
    const working = [room(CHUNK + LINE), room(CHUNK / 8), room(4 * CHUNK), room(8 * CHUNK)];
    const tables = [place(table.slots), place(table.pairs), place(table.numbers)];
    this.candidates = room(5 * 12 * CHUNK);
    this.units = room(0);
    const shifts = [table.slotShift, table.pairShift, table.numberShift, table.hasShort ? 1 : 0];
    this.header = [this.units, folds, kinds, ...working, ...tables, this.candidates, ...shifts];
  }

  /** Writes tables and their places. */
  writeTo(memory: ArrayBuffer): void {
    new Uint32Array(memory, 0, this.header.length).set(this.header);
    for (const { at, bytes } of this.#placed) new Uint8Array(memory, at, bytes.length).set(bytes);
  }
}
