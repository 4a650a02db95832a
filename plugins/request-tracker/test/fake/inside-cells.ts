import { createHash } from 'node:crypto';
import { lobOf, textOfLob } from './encoded.ts';
import type { InsideTable } from './inside-table.ts';
import { insideTables } from './inside-tables.ts';
import type { Row } from './rows.ts';
import { textIn } from './rows.ts';
import type { Tracker } from './tracker.ts';

/** A row and how the part sees its table. */
export interface TableRow {
  readonly table: InsideTable;
  readonly row: Row;
}

/** A column as it is handed out. */
export function textOf({ table, row }: TableRow, column: string): string {
  const text = textIn(row, column);
  return table.encoded?.includes(column) === true ? textOfLob(text, textIn(row, 'ContentEncoding')) : text;
}

/** Whether something stands in a column. */
export function isFilled({ table, row }: TableRow, column: string): boolean {
  const text = textIn(row, column);
  return text !== '' && text !== table.secret?.[column];
}

/** Whether a column is never handed out. */
export function isSecret({ table }: TableRow, column: string): boolean {
  return table.secret !== undefined && column in table.secret;
}

/** What a cell of a request leads to; the row may be gone. */
function cellOf(
  tracker: Tracker,
  cell: Record<string, unknown>,
): { readonly table: InsideTable; readonly row: Row | undefined } | undefined {
  const table = insideTables.find(({ name }) => name === cell.table);
  return table === undefined ? undefined : { table, row: tracker.rows.find(table.name, Number(cell.id)) };
}

/** A cell read again. */
export function readingOf(tracker: Tracker, cell: Record<string, unknown>): Record<string, unknown> {
  const found = cellOf(tracker, cell);
  if (found?.row === undefined) return { state: 'gone' };
  const at = { table: found.table, row: found.row };
  if (typeof cell.column !== 'string') return { state: 'here', text: null };
  if (isSecret(at, cell.column))
    return { state: 'here', text: null, ...(isFilled(at, cell.column) ? { hidden: true } : {}) };
  return { state: 'here', text: at.row[cell.column] === null ? null : textOf(at, cell.column) };
}

/** How a change ended. */
export type Result = Readonly<Record<'result' | 'because', string>> | { readonly result: 'done' | 'gone' | 'stale' };

function refusal(because: string): Result {
  return { result: 'refused', because };
}

/** Makes one change. */
export function resultOf(tracker: Tracker, change: Record<string, unknown>, self: Row): Result {
  const found = cellOf(tracker, change);
  if (found === undefined) return refusal('not in the list');
  const { table, row } = found;
  if (change.remove === true) return removal(tracker, table, row);
  if (typeof change.column !== 'string' || !table.texts.includes(change.column)) return refusal('not in the list');
  return row === undefined ? { result: 'gone' } : writeText(tracker, { table, row }, { ...change, self: self.id });
}

function removal(tracker: Tracker, table: InsideTable, row: Row | undefined): Result {
  if (row === undefined) return { result: 'done' };
  const because = table.stays === undefined ? 'rows of this table are not removed' : table.stays(row, tracker);
  if (because !== undefined) return refusal(because);
  tracker.rows.delete(table.name, row.id);
  return { result: 'done' };
}

function writeText(tracker: Tracker, at: TableRow, change: Record<string, unknown>): Result {
  const { table, row } = at;
  const column = String(change.column);
  const text = typeof change.text === 'string' ? change.text : '';
  const now = textOf(at, column);
  const digest = createHash('sha256').update(now).digest('hex');
  if (isSecret(at, column) ? !isFilled(at, column) && text === '' : now === text) return { result: 'done' };
  if (typeof change.was === 'string' && !isSecret(at, column) && change.was !== digest) return { result: 'stale' };
  const because =
    table.closed?.(row, column, tracker) ?? whyNot(tracker, at, { column, text, self: Number(change.self) });
  if (because !== undefined) return refusal(because);
  tracker.rows.update(table.name, row.id, valuesFor(at, column, text));
  return { result: 'done' };
}

function valuesFor({ table, row }: TableRow, column: string, text: string): Record<string, string | number | null> {
  if (column === 'Disabled') return { Disabled: Number(text) };
  const secret = table.secret?.[column];
  if (secret !== undefined) return { [column]: secret };
  return table.encoded?.includes(column) === true ? { ...lobOf(text, textIn(row, 'ContentType')) } : { [column]: text };
}

interface Wanted {
  readonly column: string;
  readonly text: string;
  readonly self: number;
}

function whyNot(tracker: Tracker, at: TableRow, { column, text, self }: Wanted): string | undefined {
  const { table, row } = at;
  if (text.trim() === '' && table.required?.includes(column) === true) return 'may not be blank: give a placeholder';
  if (isSecret(at, column) && text !== '') return `${column} can only be emptied`;
  if (column === 'Disabled' && !/^[01]$/.test(text)) return 'Disabled takes one of: 0 1';
  if (column === 'Disabled' && text === '1' && row.id === self) return 'this is the account that makes the call';
  if (column === 'Headers' && text.split('\n').some((line) => line !== '' && !/^(?:[!-9;-~]+:|[ \t])/.test(line)))
    return 'headers must keep their shape: a name, a colon and a value in each line';
  if (table.unique?.includes(column) !== true || text === '') return undefined;
  if (/^\d+$/.test(text)) return 'a number is not a name in RT: add a letter';
  return tracker.rows
    .all(table.name)
    .some((other) => other.id !== row.id && textIn(other, column).toLowerCase() === text.toLowerCase())
    ? 'taken by another row: choose another'
    : undefined;
}
