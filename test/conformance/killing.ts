import type { Host, Receipt } from '@lethe/core';

/** What a process looks like from inside when it is killed: nothing after this point happens. */
export class Killed extends Error {
  override readonly name = 'Killed';
}

/**
 * The same host, in a process that dies at the moment with the given number: before a call is made, or after it took effect
 * and before anybody hears of it. Answers how many moments there were through `moments`.
 */
export function dyingAt(host: Host, fatal: number): { readonly host: Host; readonly moments: () => number } {
  let moments = 0;
  const moment = (): void => {
    moments += 1;
    if (moments > fatal) throw new Killed('The process was killed.');
  };
  const listed = async function* <T>(answer: AsyncIterable<T>): AsyncGenerator<T> {
    moment();
    yield* answer;
    moment();
  };
  const dying: Host = {
    profile: host.profile,
    preflight: async () => {
      moment();
      return host.preflight();
    },
    findPeople: (query) => listed(host.findPeople(query)),
    spots: (scopes) => listed(host.spots(scopes)),
    reread: (spots) => listed(host.reread(spots)),
    group: (steps) => host.group(steps),
    apply: async (group): Promise<readonly Receipt[]> => {
      moment();
      const receipts = await host.apply(group);
      moment();
      return receipts;
    },
  };
  return { host: dying, moments: () => moments };
}

/** So many of the numbers from 0 to `count` - 1, evenly spread, the first and the last among them. */
export function spread(count: number, at: number): readonly number[] {
  if (count <= at) return Array.from({ length: count }, (_, number) => number);
  return Array.from({ length: at }, (_, number) => Math.round((number * (count - 1)) / (at - 1)));
}
