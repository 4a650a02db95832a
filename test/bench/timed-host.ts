import type { Host } from '@lethe/core';

/** A host whose own time is taken, so that the engine's can be told from it. */
export interface TimedHost {
  readonly host: Host;
  /** Milliseconds spent inside the host so far. */
  readonly spent: () => number;
}

/** Wraps a host. Time between two items of a listing is the listener's and does not count. */
export function timedHost(inner: Host): TimedHost {
  let total = 0;
  const promised = async <T>(work: () => Promise<T>): Promise<T> => {
    const began = performance.now();
    try {
      return await work();
    } finally {
      total += performance.now() - began;
    }
  };
  const listed = async function* <T>(items: AsyncIterable<T>): AsyncGenerator<T> {
    const iterator = items[Symbol.asyncIterator]();
    for (;;) {
      const next = await promised(() => iterator.next());
      if (next.done === true) return;
      yield next.value;
    }
  };
  return {
    spent: () => total,
    host: {
      profile: inner.profile,
      preflight: () => promised(() => inner.preflight()),
      findPeople: (query) => listed(inner.findPeople(query)),
      spots: (scopes) => listed(inner.spots(scopes)),
      group: (steps) => {
        const began = performance.now();
        const groups = inner.group(steps);
        total += performance.now() - began;
        return groups;
      },
      apply: (group) => promised(() => inner.apply(group)),
      reread: (spots) => listed(inner.reread(spots)),
    },
  };
}
