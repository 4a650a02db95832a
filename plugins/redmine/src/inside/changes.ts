import type { ReadyStep } from '@lethe/core';
import { rowSpotOf, seenDigest, textOf, unknownSpot } from '@lethe/inside';
import type { Change, RowSpot } from '@lethe/inside';
import { namesOf } from '../form.ts';

const LOCKED = '3';

/** How many cells a step changes: a name is two columns. */
export function cellsChanged({ spot }: ReadyStep): number {
  return rowSpotOf(spot)?.column === 'name' && spot.startsWith('users:') ? 2 : 1;
}

/** The changes of each step. */
export async function changesFor(steps: readonly ReadyStep[]): Promise<readonly (readonly Change[])[]> {
  return steps.map(changesOf);
}

function changesOf(step: ReadyStep): readonly Change[] {
  const row = rowSpotOf(step.spot);
  if (row === undefined) throw unknownSpot();
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

/** What to do where Lethe's part refuses. */
export const remedy = "Lethe's part in Redmine may not change this. Look at it in Redmine, and change it by hand.";
