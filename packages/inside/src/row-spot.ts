import type { SpotId } from '@lethe/core';
import type { Row } from './rows.ts';

/** What a spot is called: the row, which of its columns (the row alone where it stands or goes as a whole), and its case. */
export interface RowSpot {
  readonly table: string;
  readonly id: string;
  /** A column, or what a plugin calls several of them, or a part of one. */
  readonly column: string | undefined;
  /** The case it is on, if it is on one: its tallies are read with it. */
  readonly inCase: string | undefined;
}

const shape = /^([A-Za-z][A-Za-z0-9_]*):(\d+)(?:\/([A-Za-z][A-Za-z0-9_]*))?(?:@(\d+))?$/;

/** The id of a spot: `journals:12/notes@42`, `tokens:5`. */
export function rowSpotId(row: Pick<Row, 'table' | 'id'>, inCase: string | undefined, column?: string): SpotId {
  const at = inCase === undefined ? '' : `@${inCase}`;
  return `${row.table}:${row.id}${column === undefined ? '' : `/${column}`}${at}` as SpotId;
}

/** What a spot's id means; nothing for one that is not of this kind. */
export function rowSpotOf(spot: SpotId): RowSpot | undefined {
  const [, table, id, column, inCase] = shape.exec(spot) ?? [];
  return table === undefined || id === undefined ? undefined : { table, id, column, inCase };
}
