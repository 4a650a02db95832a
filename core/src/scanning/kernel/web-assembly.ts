/** The part of the platform's WebAssembly that is used; the platform may lack it, or a page's policy forbid it. */
export interface Platform {
  readonly Memory: new (size: { initial: number }) => Memory;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: { env: { memory: Memory } }) => { readonly exports: unknown };
}

/** Memory the kernel works in. */
export interface Memory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

/** What the kernel does; see `scan.as`. */
export interface Kernel {
  scan(from: number, to: number): number;
  flagged(): number;
}

declare const WebAssembly: Platform | undefined;
declare const atob: ((text: string) => string) | undefined;

/** The platform's WebAssembly, if it has any. */
export function platform(): Platform | undefined {
  return typeof WebAssembly === 'undefined' ? undefined : WebAssembly;
}

/** Starts the kernel in a memory; nothing where the platform cannot or a page's policy forbids it. */
export function startKernel(wasm: Platform, blob: string, memory: Memory): Kernel | undefined {
  try {
    const { exports } = new wasm.Instance(new wasm.Module(bytesOf(blob)), { env: { memory } });
    return isKernel(exports) ? exports : undefined;
  } catch {
    // Without SIMD, or where a policy forbids compiling: the walk in TypeScript finds the same.
    return undefined;
  }
}

function bytesOf(blob: string): Uint8Array {
  return typeof atob === 'undefined' ? new Uint8Array(0) : Uint8Array.from(atob(blob), (char) => char.charCodeAt(0));
}

function isKernel(value: unknown): value is Kernel {
  return typeof value === 'object' && value !== null && 'scan' in value && 'flagged' in value;
}
