import { Personal } from '@lethe/core';
import type { Content, SpotId } from '@lethe/core';
import { rowSpotId } from '@lethe/inside';
import type { Cell, CellReading, Row, RowSpot } from '@lethe/inside';
import { fullName } from '../form.ts';

/** The id of a spot. Besides columns there are `name`, first and last name together, and `choice`, a value among certain ones. */
export function spotIdIn(row: Row, column?: string): SpotId {
  return rowSpotId(row, row.links.issue, column);
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
