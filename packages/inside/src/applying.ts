import type { ReadyStep, Receipt, StepGroup } from '@lethe/core';
import type { InsidePart } from './part.ts';
import type { Change, ChangeResult } from './protocol.ts';

/** What a host knows about changing its rows. */
export interface RowWriting {
  readonly part: InsidePart;
  /** The changes of each step, in their order. */
  readonly changesFor: (steps: readonly ReadyStep[]) => Promise<readonly (readonly Change[])[]>;
  /** What to do where the part refuses, in fixed words. */
  readonly remedy: string;
}

/** Makes the changes of a group in one transaction. Throws `HostError` if the batch as a whole failed. */
export async function applyInside(writing: RowWriting, { steps }: StepGroup): Promise<readonly Receipt[]> {
  const changes = await writing.changesFor(steps);
  const all = changes.flat();
  const results = all.length === 0 ? [] : await writing.part.change(all);
  let at = 0;
  return steps.map((step, index) => {
    const own = results.slice(at, (at += changes[index]?.length ?? 0));
    return receiptOf(step, own, writing.remedy);
  });
}

function receiptOf({ id }: ReadyStep, results: readonly ChangeResult[], remedy: string): Receipt {
  if (results.includes('refused')) return { step: id, claim: 'refused', code: 'rejected', remedy };
  if (results.includes('stale')) return { step: id, claim: 'stale' };
  const isAbsent = results.length === 0 || results.includes('gone');
  return { step: id, claim: isAbsent ? 'absent' : 'done' };
}
