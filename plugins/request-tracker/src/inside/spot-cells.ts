import { Personal } from '@lethe/core';
import type { Content } from '@lethe/core';
import type { Cell, CellReading, InsidePart, RowSpot } from '@lethe/inside';
import { isDisabled, secrets } from './account-row-spots.ts';
import { OTHERS } from './spots.ts';
import { copiesIn, envelopeIn } from '../form.ts';

/** Which column a part of one is in. */
const columns: Readonly<Record<string, string>> = {
  Head: 'Headers',
  Copies: 'Headers',
  Html: 'Content',
  Choice: 'Content',
};

/** The column of the database a spot is in. */
export function columnOf({ column = '' }: RowSpot): string {
  return columns[column] ?? column;
}

/** The cells that show what a spot holds; sessions come and go, and are looked for. */
export async function cellsOf(part: InsidePart, spot: RowSpot): Promise<readonly Cell[]> {
  const { table, id, column } = spot;
  const at = (name: string | null): Cell => ({ table, id, column: name });
  if (column === 'Sessions') return sessionsOf(part, id);
  if (column === OTHERS) return [];
  if (table === 'Attachments' && column === undefined) return [at(null), at('Filename'), at('Content')];
  if (column === 'File') return [at('Filename'), at('Content')];
  return [at(column === undefined ? null : columnOf(spot))];
}

/** An account's sessions as rows. */
export async function sessionsOf(part: InsidePart, person: string): Promise<readonly Cell[]> {
  const cells: Cell[] = [];
  for await (const page of part.traces({ person, tables: ['sessions'] }))
    for (const { table, id, links } of page) if (links.user === person) cells.push({ table, id, column: null });
  return cells;
}

/** What a spot holds, from its cells. */
export function contentIn({ table, column }: RowSpot, readings: readonly CellReading[]): Content | 'gone' {
  const [first, second, third] = readings;
  if (column === 'Sessions') return { form: 'access', open: readings.some(({ state }) => state === 'here') };
  if (column === OTHERS) return { form: 'hidden' };
  if (first === undefined || readings.some(({ state }) => state === 'gone')) return 'gone';
  if (table === 'Attachments' && column === undefined) return fileIn(second, third);
  if (column === 'File') return isEmpty(first) && isEmpty(second) ? 'gone' : fileIn(first, second);
  if (table === 'Principals') return { form: 'access', open: !isDisabled(textOf(first)) };
  if (table === 'Users' && secrets.includes(column ?? '')) return { form: 'access', open: !isEmpty(first) };
  if (column === undefined)
    return ['GroupMembers', 'AuthTokens'].includes(table) ? { form: 'access', open: true } : { form: 'hidden' };
  return first.hidden ? { form: 'hidden' } : textContent(column, textOf(first));
}

function textContent(column: string, text: Personal): Content {
  if (column === 'Copies') return { form: 'list', items: copiesIn(text) };
  if (column === 'Head') return { form: 'plain', text: envelopeIn(text) };
  return { form: column === 'Html' ? 'html' : 'plain', text };
}

function fileIn(name: CellReading | undefined, inside: CellReading | undefined): Content {
  const description = inside?.text;
  return {
    form: 'file',
    name: textOf(name),
    ...(description === undefined || description.isBlank ? {} : { description }),
  };
}

function textOf(reading: CellReading | undefined): Personal {
  return reading?.text ?? Personal.blank;
}

function isEmpty(reading: CellReading | undefined): boolean {
  return reading?.hidden !== true && textOf(reading).isBlank;
}
