/** Watches how much memory the process holds, from a moment on. */
export interface MemoryWatch {
  /** The most so far above the start, in MB (10^6 bytes) of resident memory. */
  growth(): number;
  /** Looks at once: between two samples a peak may pass. */
  look(): void;
  stop(): void;
}

/** Starts watching: after a garbage collection, then every 5 ms. Needs `--expose-gc`. */
export function watchMemory(): MemoryWatch {
  if (globalThis.gc === undefined) throw new Error('Run this with --expose-gc.');
  globalThis.gc();
  const start = process.memoryUsage.rss();
  let peak = start;
  const look = (): void => {
    peak = Math.max(peak, process.memoryUsage.rss());
  };
  const timer = setInterval(look, 5);
  return { look, growth: () => (peak - start) / 1e6, stop: () => clearInterval(timer) };
}
