import { HostError } from '@lethe/core';
import type { ReadyStep, Receipt, StepGroup } from '@lethe/core';
import type { Change, ChangeResult } from './api.ts';
import { change } from './api.ts';
import { rowSpotOf } from './spot-cells.ts';
import type { RowSpot } from './spot-cells.ts';
import { namesOf, seenDigest, textOf } from '../form.ts';
import type { Transport } from '../call.ts';

const LOCKED = '3';

/** Steps in batches of `most` changes, in their order. */
export function groupForInside(steps: readonly ReadyStep[], most: number): readonly StepGroup[] {
  const groups: ReadyStep[][] = [];
  let free = 0;
  for (const step of steps) {
    const needed = cellsChanged(step);
    if (needed > free) {
      groups.push([]);
      free = most;
    }
    groups.at(-1)?.push(step);
    free -= needed;
  }
  return groups.map((some) => ({ call: `change ${some.length} rows`, steps: some }));
}

/** A name is two columns. */
function cellsChanged({ spot }: ReadyStep): number {
  return rowSpotOf(spot)?.column === 'name' && spot.startsWith('users:') ? 2 : 1;
}

/** Makes the changes of a group in one transaction. Throws `HostError` if the batch as a whole failed. */
export async function applyInside(transport: Transport, group: StepGroup): Promise<readonly Receipt[]> {
  const changes = group.steps.map(changesFor);
  const results = await change(transport, changes.flat());
  let at = 0;
  return group.steps.map((step, index) => receiptOf(step, results.slice(at, (at += changes[index]?.length ?? 0))));
}

function changesFor(step: ReadyStep): readonly Change[] {
  const row = rowSpotOf(step.spot);
  if (row === undefined)
    throw new HostError('rejected', 'A step names a spot that Redmine does not have: make a new plan.');
  const { table, id } = row;
  if (row.column === undefined || table === 'tokens') return [{ table, id, remove: true }];
  if (step.kind === 'person.name')
    return Object.entries(namesOf(step)).map(([column, text]) => ({ table, id, column, text }));
  return [{ table, id, ...textChange(step, row, row.column) }];
}

function textChange(
  step: ReadyStep,
  { table }: RowSpot,
  column: string,
): { readonly column: string; readonly text: string; readonly was?: string } {
  if (step.verb === 'close') return { column, text: table === 'users' && column === 'status' ? LOCKED : '' };
  // A field of certain values cannot hold a text with a stretch cut out: it is emptied.
  if (column === 'choice') return { column: 'value', text: '' };
  const was = seenDigest(step);
  return { column, text: textOf(step), ...(was === undefined ? {} : { was }) };
}

const remedy = "Lethe's part in Redmine may not change this. Look at it in Redmine, and change it by hand.";

function receiptOf({ id }: ReadyStep, results: readonly ChangeResult[]): Receipt {
  if (results.includes('refused')) return { step: id, claim: 'refused', code: 'rejected', remedy };
  if (results.includes('stale')) return { step: id, claim: 'stale' };
  return { step: id, claim: results.includes('gone') ? 'absent' : 'done' };
}
