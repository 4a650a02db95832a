import { HostError } from '@lethe/core';
import pMap from 'p-map';
import { isAboutSteps } from './failure.ts';
import { settle, settleRefused } from './placed.ts';
import type { PlacedStep, Settling } from './placed.ts';

/** Calls under way at the same time: enough to come near the fifty changes a second Jira allows. */
const AT_ONCE = 10;

/** A call on one issue that carries out some steps. */
export interface Single {
  readonly issue: string;
  readonly steps: readonly PlacedStep[];
  readonly make: () => Promise<void>;
}

/**
 * Makes calls, round and round over their issues, as Jira allows few changes of one issue in a short time. An issue that has to wait
 * holds up no other: what is left of it is thrown as one `HostError` at the end, with the earliest time to come back. Any other
 * failure that is not about a call's own steps ends all.
 */
export async function oneByOne(singles: readonly Single[], settling: Settling): Promise<void> {
  const held = new Map<string, HostError>();
  let fatal: Error | undefined;
  const make = async ({ issue, steps, make: call }: Single): Promise<void> => {
    if (fatal !== undefined || held.has(issue)) return;
    try {
      await call();
      settle(settling, steps, 'done');
    } catch (error) {
      if (error instanceof HostError && error.waits === 'call') held.set(issue, error);
      else fatal ??= failing(settling, steps, error);
    }
  };
  const left = singles.filter(({ steps }) => steps.some(({ step }) => !settling.has(step.id)));
  await pMap(interleaved(left), make, { concurrency: AT_ONCE });
  if (fatal !== undefined) throw fatal;
  const [first] = [...held.values()].sort((one, other) => waitOf(one) - waitOf(other));
  if (first !== undefined) throw first;
}

/** Settles what is about the steps alone; answers any other failure. */
function failing(settling: Settling, steps: readonly PlacedStep[], error: unknown): Error | undefined {
  if (isAboutSteps(error)) {
    settleRefused(settling, steps, error);
    return undefined;
  }
  return error instanceof Error ? error : new Error('a call failed with something that is no error', { cause: error });
}

function waitOf({ retryAt }: HostError): number {
  return retryAt?.getTime() ?? 0;
}

/** The first of each issue, then the second of each, and so on. */
export function interleaved<T extends { readonly issue: string }>(singles: readonly T[]): readonly T[] {
  const queues = new Map<string, T[]>();
  for (const single of singles) queues.set(single.issue, [...(queues.get(single.issue) ?? []), single]);
  const longest = Math.max(0, ...[...queues.values()].map((queue) => queue.length));
  return Array.from({ length: longest }, (_, turn) =>
    [...queues.values()].flatMap((queue) => queue.slice(turn, turn + 1)),
  ).flat();
}
