import { Personal } from '@lethe/core';
import type { Content, SpotId } from '@lethe/core';
import type { Cell, CellReading } from './api.ts';
import type { Row } from './rows.ts';
import { fullName } from '../form.ts';
import { spotIdOf } from '../ids.ts';

/** What a spot is called: the row, which of its columns (the row alone where it stands or goes as a whole), and its issue. */
export interface RowSpot {
  readonly table: string;
  readonly id: string;
  /** `name` is first and last name together, `choice` a value among certain ones. */
  readonly column: string | undefined;
  /** The issue it is on, if it is on one: its tallies are read with it. */
  readonly issue: string | undefined;
}

const shape = /^([a-z][a-z0-9_]*):(\d+)(?:\/([a-z][a-z0-9_]*))?(?:@(\d+))?$/;

/** The id of a spot: `journals:12/notes@42`, `tokens:5`. */
export function rowSpotId({ table, id, links }: Pick<Row, 'table' | 'id' | 'links'>, column?: string): SpotId {
  const issue = links.issue === undefined ? '' : `@${links.issue}`;
  return spotIdOf(`${table}:${id}${column === undefined ? '' : `/${column}`}${issue}`);
}

/** What a spot's id means; nothing for one that is not of this kind. */
export function rowSpotOf(spot: SpotId): RowSpot | undefined {
  const [, table, id, column, issue] = shape.exec(spot) ?? [];
  return table === undefined || id === undefined ? undefined : { table, id, column, issue };
}

/** Columns of an account that let somebody sign in as long as there is something in them. */
export const secrets = ['hashed_password', 'salt', 'twofa_scheme', 'twofa_totp_key', 'twofa_totp_last_used_at'];

/** The cells that show what a spot holds. */
export function cellsOf({ table, id, column }: RowSpot): readonly Cell[] {
  const at = (name: string | null): Cell => ({ table, id, column: name });
  if (table === 'attachments') return [at(null), at('filename'), at('description')];
  if (table === 'tokens') return [at(null), { table: 'users', id: ownerIn(column), column: 'status' }];
  if (column === 'name' && table === 'users') return [at('firstname'), at('lastname')];
  if (column === 'choice') return [at('value')];
  if (table === 'email_addresses') return [at('address')];
  return [at(column ?? null)];
}

/** What a spot holds, from its cells. */
export function contentIn({ table, column }: RowSpot, readings: readonly CellReading[]): Content | 'gone' {
  const [first, second, third] = readings;
  if (first === undefined || readings.some(({ state }) => state === 'gone')) return 'gone';
  const text = (reading: CellReading | undefined): Personal => reading?.text ?? Personal.blank;
  if (table === 'attachments') return { form: 'file', name: text(second), description: text(third) };
  if (table === 'users' && column === 'name') return { form: 'plain', text: fullName(text(first), text(second)) };
  if (table === 'users' && column === 'status') return { form: 'access', open: !isLocked(text(first)) };
  if (table === 'users' && secrets.includes(column ?? ''))
    return { form: 'access', open: first.hidden || !text(first).isBlank };
  if (table === 'tokens') return keyContent(text(second));
  if (column !== undefined || table === 'email_addresses')
    return first.hidden ? { form: 'hidden' } : { form: 'plain', text: text(first) };
  return table === 'watchers' ? { form: 'access', open: true } : { form: 'hidden' };
}

/**
 * A key or session. That of a locked account opens nothing: Redmine makes up a new key whenever an account is read, so that
 * one who looks for keys never finds none.
 */
export function keyContent(status: Personal): Content {
  return { form: 'access', open: !isLocked(status) };
}

/** What stands for a column in the id of a key: whose it is. */
export function ownerColumn(person: string): string {
  return `of_${person}`;
}

function ownerIn(column = ''): string {
  return column.replace('of_', '');
}

const locked = Personal.of('3');

/** Whether this is the status of a locked account. */
export function isLocked(status: Personal): boolean {
  return status.equals(locked);
}
