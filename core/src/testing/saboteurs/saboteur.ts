import type { Host, ReadyStep, Receipt, StepGroup } from '../../host.ts';
import type { MemoryParts } from '../memory/memory-host.ts';

/** A memory host spoiled in one way, as real hosts are. The conformance suite must see through each. */
export interface Saboteur {
  /** What it does, as in "a host that ...". */
  readonly that: string;
  /** The law that must catch it, and words of what that law then says. */
  readonly caughtBy: { readonly law: number; readonly saying: string };
  readonly wrap: (host: Host, parts: MemoryParts) => Host;
}

/** Short for where a saboteur is caught. */
export function law(number: number, saying: string): Saboteur['caughtBy'] {
  return { law: number, saying };
}

export { changedHost as but } from '../../changed-host.ts';

/** Does only some of a group's steps and claims that all are done. */
export async function doneOnly(host: Host, group: StepGroup, some: readonly ReadyStep[]): Promise<readonly Receipt[]> {
  const receipts = some.length === 0 ? [] : await host.apply({ ...group, steps: some });
  const told = new Set(receipts.map((receipt) => receipt.step));
  const claims = group.steps.filter(({ id }) => !told.has(id)).map(({ id }): Receipt => ({ step: id, claim: 'done' }));
  return [...receipts, ...claims];
}
