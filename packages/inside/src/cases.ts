import type { InsidePart } from './part.ts';
import { rowsOf } from './rows.ts';
import type { Row } from './rows.ts';

/** Where a host keeps its cases. */
export interface CaseTable {
  /** The table: `issues`. */
  readonly name: string;
  /** What the part calls a row's case among its links: `issue`. */
  readonly link: string;
}

/** The most cases one quest may name. */
const MOST_CASES = 1000;

/** The rows of cases themselves, by number. */
export async function caseRows(
  part: InsidePart,
  table: CaseTable,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, Row>> {
  const found = new Map<string, Row>();
  for (let at = 0; at < numbers.length; at += MOST_CASES) {
    const quest = { cases: numbers.slice(at, at + MOST_CASES), tables: [table.name] };
    for await (const rows of rowsOf(part.traces(quest)))
      for (const row of rows) if (row.table === table.name) found.set(row.id, row);
  }
  return found;
}
