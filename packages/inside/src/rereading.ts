import type { Content, Dossier, Reading, SpotId } from '@lethe/core';
import { caseRows } from './cases.ts';
import type { CaseTable } from './cases.ts';
import { batchesOf } from './grouping.ts';
import type { InsidePart } from './part.ts';
import type { Cell, CellReading } from './protocol.ts';
import { rowSpotOf } from './row-spot.ts';
import type { RowSpot } from './row-spot.ts';
import type { Row } from './rows.ts';

/** What a host knows about reading its rows again. */
export interface RowRereading {
  readonly part: InsidePart;
  readonly table: CaseTable;
  /** The most cells in a call. */
  readonly most: number;
  /** The cells that show what a spot holds. */
  readonly cellsOf: (spot: RowSpot) => readonly Cell[] | Promise<readonly Cell[]>;
  /** What a spot holds, from its cells. */
  readonly contentIn: (spot: RowSpot, readings: readonly CellReading[]) => Content | 'gone';
  readonly dossierOf: (caseRow: Row) => Dossier;
}

interface Asked {
  readonly spot: SpotId;
  readonly row: RowSpot;
  readonly cells: readonly Cell[];
}

/** Reads spots again, with the tallies of the cases they are on. */
export async function* rereadInside(rereading: RowRereading, spots: readonly SpotId[]): AsyncGenerator<Reading> {
  const asked: Asked[] = [];
  for (const spot of spots) {
    const row = rowSpotOf(spot);
    if (row !== undefined) asked.push({ spot, row, cells: await rereading.cellsOf(row) });
  }
  const numbers = new Set(asked.flatMap(({ row }) => row.inCase ?? []));
  const rows = await caseRows(rereading.part, rereading.table, [...numbers]);
  const dossiers = new Map([...rows].map(([number, row]) => [number, rereading.dossierOf(row)]));
  for (const batch of batchesOf(asked, rereading.most, ({ cells }) => cells.length))
    yield* await rereadBatch(rereading, batch, dossiers);
}

async function rereadBatch(
  { part, contentIn }: RowRereading,
  batch: readonly Asked[],
  dossiers: ReadonlyMap<string, Dossier>,
): Promise<readonly Reading[]> {
  const wanted = batch.flatMap((one) => one.cells);
  const cells = wanted.length === 0 ? [] : await part.reread(wanted);
  let at = 0;
  return batch.map(({ spot, row, cells: { length } }) => {
    const content = contentIn(row, cells.slice(at, (at += length)));
    const dossier = dossiers.get(row.inCase ?? '');
    return { spot, content, ...(dossier === undefined ? {} : { dossier }) };
  });
}
