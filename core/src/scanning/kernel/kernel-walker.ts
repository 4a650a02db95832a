import type { KeyTable } from '../key-table.ts';
import { unitClasses } from '../unit-classes.ts';
import { OVERLAP, PART, type Walker } from '../walk.ts';
import { blob } from './blob.ts';
import { KernelTables } from './layout.ts';
import { type Kernel, type Memory, platform, startKernel } from './web-assembly.ts';

const PAGE = 0x10000;
/** Units the memory has room for at first. */
const FIRST_ROOM = 0x8000;
/** The kernel reads in steps of 64 units, also over the end. */
const TAIL = 64;

/** The walk in WebAssembly. */
class KernelWalker implements Walker {
  readonly #kernel: Kernel;
  readonly #memory: Memory;
  readonly #tables: KernelTables;
  #units: Uint16Array;
  #keys: Uint32Array;

  constructor(kernel: Kernel, memory: Memory, tables: KernelTables) {
    this.#kernel = kernel;
    this.#memory = memory;
    this.#tables = tables;
    this.#units = new Uint16Array(memory.buffer, tables.units);
    this.#keys = new Uint32Array(memory.buffer, tables.keys);
  }

  roomFor(length: number): Uint16Array {
    if (length + TAIL > this.#units.length) {
      const missing = this.#tables.units + 4 * (length + TAIL) - this.#memory.buffer.byteLength;
      this.#memory.grow(Math.max(1, Math.ceil(missing / PAGE)));
      this.#units = new Uint16Array(this.#memory.buffer, this.#tables.units);
      this.#keys = new Uint32Array(this.#memory.buffer, this.#tables.keys);
    }
    return this.#units;
  }

  walk(length: number, met: (key: number) => void): number {
    const kernel = this.#kernel;
    let flags = 0;
    for (let from = 0; ; from += PART - OVERLAP) {
      const to = Math.min(length, from + PART);
      const count = kernel.scan(from, to);
      const keys = this.#keys;
      for (let at = 0; at < count; at += 1) met(keys[at] ?? 0);
      flags |= kernel.flagged();
      if (to === length) return flags;
    }
  }
}

/** The walk in WebAssembly, if the platform has it with SIMD and no policy forbids it. */
export function kernelWalker(table: KeyTable): Walker | undefined {
  const wasm = platform();
  if (wasm === undefined) return undefined;
  const tables = new KernelTables(table, unitClasses());
  const memory = new wasm.Memory({ initial: Math.ceil((tables.units + 2 * FIRST_ROOM) / PAGE) });
  const kernel = startKernel(wasm, blob, memory);
  if (kernel === undefined) return undefined;
  tables.writeTo(memory.buffer);
  return new KernelWalker(kernel, memory, tables);
}
