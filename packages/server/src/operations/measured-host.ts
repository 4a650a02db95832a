import { HostError } from '@lethe/core';
import type { Host } from '@lethe/core';
import type { HostCall, Metrics } from './metrics.ts';

/** The host, whose calls are counted by how they end. A listing counts as one call, however many requests it takes. */
export function measuredHost(host: Host, label: string, metrics: Metrics): Host {
  const stopwatch = new Stopwatch(label, metrics);
  return {
    profile: host.profile,
    preflight: async () => stopwatch.call('preflight', async () => host.preflight()),
    findPeople: (query) => stopwatch.listing('people', host.findPeople(query)),
    spots: (scopes) => stopwatch.listing('spots', host.spots(scopes)),
    group: (steps) => host.group(steps),
    apply: async (group) => stopwatch.call('apply', async () => host.apply(group)),
    reread: (spots) => stopwatch.listing('reread', host.reread(spots)),
  };
}

class Stopwatch {
  readonly #host: string;
  readonly #metrics: Metrics;

  constructor(host: string, metrics: Metrics) {
    this.#host = host;
    this.#metrics = metrics;
  }

  async call<T>(call: HostCall['call'], work: () => Promise<T>): Promise<T> {
    const began = performance.now();
    try {
      const result = await work();
      this.#end(call, began);
      return result;
    } catch (error) {
      this.#end(call, began, error);
      throw error;
    }
  }

  async *listing<T>(call: HostCall['call'], items: AsyncIterable<T>): AsyncGenerator<T> {
    const began = performance.now();
    try {
      yield* items;
      this.#end(call, began);
    } catch (error) {
      this.#end(call, began, error);
      throw error;
    }
  }

  #end(call: HostCall['call'], began: number, error?: unknown): void {
    const code = error === undefined ? 'ok' : error instanceof HostError ? error.code : 'failed';
    this.#metrics.hostCall({ host: this.#host, call, code, seconds: (performance.now() - began) / 1000 });
  }
}
