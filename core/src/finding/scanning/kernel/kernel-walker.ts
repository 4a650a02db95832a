import type { KeyTable } from '../key-table.ts';
import { unitTables } from '../unit-tables.ts';
import type { CopierFor, Copy, Met, Walker } from '../walk.ts';
import { blob } from './blob.ts';
import { KernelTables } from './layout.ts';
import { type Kernel, type Memory, platform, startKernel } from './web-assembly.ts';

const PAGE = 0x10000;
/** Units the memory has room for at first. */
const FIRST_ROOM = 0x8000;
/** Zeros after a text, which the kernel reads in steps of 64. */
const TAIL = 64;
const CANDIDATE = 3;

/** The walk in WebAssembly. */
class KernelWalker implements Walker {
  readonly #kernel: Kernel;
  readonly #memory: Memory;
  readonly #tables: KernelTables;
  readonly #copierFor: CopierFor;
  #units: Uint16Array;
  #candidates: Uint32Array;
  #copy: Copy;

  constructor(kernel: Kernel, memory: Memory, { tables, copierFor }: Placing) {
    this.#kernel = kernel;
    this.#memory = memory;
    this.#tables = tables;
    this.#copierFor = copierFor;
    this.#units = this.#unitsOf(memory.buffer);
    this.#candidates = new Uint32Array(memory.buffer, tables.candidates);
    this.#copy = copierFor(this.#units);
  }

  get units(): Uint16Array {
    return this.#units;
  }

  walk(text: string, met: Met): number {
    const { length } = text;
    if (length + TAIL > this.#units.length) this.#grow(length + TAIL);
    this.#copy(text);
    this.#units.fill(0, length, length + TAIL);
    const kernel = this.#kernel;
    kernel.begin();
    for (let from = 0; from < length; from = kernel.next()) {
      const count = kernel.scan(from, length);
      const cells = this.#candidates;
      for (let at = 0; at < count * CANDIDATE; at += CANDIDATE) {
        met(cells[at] ?? 0, cells[at + 1] ?? 0, cells[at + 2] ?? 0);
      }
    }
    return kernel.flagged();
  }

  #unitsOf(buffer: ArrayBuffer): Uint16Array {
    return new Uint16Array(buffer, this.#tables.units);
  }

  #grow(units: number): void {
    const missing = this.#tables.units + 4 * units - this.#memory.buffer.byteLength;
    this.#memory.grow(Math.ceil(missing / PAGE));
    this.#units = this.#unitsOf(this.#memory.buffer);
    this.#candidates = new Uint32Array(this.#memory.buffer, this.#tables.candidates);
    this.#copy = this.#copierFor(this.#units);
  }
}

interface Placing {
  readonly tables: KernelTables;
  readonly copierFor: CopierFor;
}

/** The walk in WebAssembly, if the platform has it with SIMD and no policy forbids it. */
export function kernelWalker(table: KeyTable, copierFor: CopierFor): Walker | undefined {
  const wasm = platform();
  if (wasm === undefined) return undefined;
  const { bytes, classes } = unitTables();
  const tables = new KernelTables(table, bytes, classes);
  const memory = new wasm.Memory({ initial: Math.ceil((tables.units + 2 * FIRST_ROOM) / PAGE) });
  const kernel = startKernel(wasm, blob, memory);
  if (kernel === undefined) return undefined;
  tables.writeTo(memory.buffer);
  return new KernelWalker(kernel, memory, { tables, copierFor });
}
