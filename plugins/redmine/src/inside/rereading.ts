import type { Dossier, Reading, SpotId } from '@lethe/core';
import { rereadCells } from './api.ts';
import type { Cell } from './api.ts';
import { issueDossier } from './homes.ts';
import { issueRows } from './listing.ts';
import { cellsOf, contentIn, rowSpotOf } from './spot-cells.ts';
import type { RowSpot } from './spot-cells.ts';
import type { Transport } from '../call.ts';

interface Asked {
  readonly spot: SpotId;
  readonly row: RowSpot;
  readonly cells: readonly Cell[];
}

/** Reads spots again, `most` cells in a call, with the tallies of the issues they are on. */
export async function* rereadInside(
  transport: Transport,
  spots: readonly SpotId[],
  most: number,
): AsyncGenerator<Reading> {
  const asked = spots.flatMap((spot): Asked[] => {
    const row = rowSpotOf(spot);
    return row === undefined ? [] : [{ spot, row, cells: cellsOf(row) }];
  });
  const issues = new Set(asked.flatMap(({ row }) => row.issue ?? []));
  const rows = await issueRows(transport, [...issues]);
  const dossiers = new Map([...rows].map(([issue, row]) => [issue, issueDossier(row)]));
  for (const batch of batchesOf(asked, most)) yield* await rereadBatch(transport, batch, dossiers);
}

function batchesOf(asked: readonly Asked[], most: number): readonly (readonly Asked[])[] {
  const batches: Asked[][] = [];
  let free = 0;
  for (const one of asked) {
    if (one.cells.length > free) {
      batches.push([]);
      free = most;
    }
    batches.at(-1)?.push(one);
    free -= one.cells.length;
  }
  return batches;
}

async function rereadBatch(
  transport: Transport,
  batch: readonly Asked[],
  dossiers: ReadonlyMap<string, Dossier>,
): Promise<readonly Reading[]> {
  const cells = await rereadCells(
    transport,
    batch.flatMap((one) => one.cells),
  );
  let at = 0;
  return batch.map(({ spot, row, cells: { length } }) => {
    const content = contentIn(row, cells.slice(at, (at += length)));
    const dossier = dossiers.get(row.issue ?? '');
    return { spot, content, ...(dossier === undefined ? {} : { dossier }) };
  });
}
