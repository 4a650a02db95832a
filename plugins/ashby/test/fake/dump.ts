import type { Ashby } from './ashby.ts';
import type { Application } from './records.ts';

/** Everything the invented Ashby holds. */
export function* dumpOf(ashby: Ashby): Generator<string> {
  for (const [name, table] of Object.entries(ashby.tables()))
    for (const row of table.all()) yield `${name} ${linesOf(row)}\n`;
}

/** What reports count, per application and as a whole. */
export function talliesOf(ashby: Ashby): Readonly<Record<string, string>> {
  return Object.fromEntries<string>([
    ...ashby.applications.all().map((one): [string, string] => [`application ${one.id}`, countedOf(ashby, one)]),
    ...ashby.candidates
      .all()
      .map(({ id, source, createdAt }): [string, string] => [`candidate ${id}`, `${source} ${createdAt}`]),
    ['notes', String(ashby.notes.all().length)],
  ]);
}

function countedOf(ashby: Ashby, application: Application): string {
  const { id, status, stage, source, archivedAt, createdAt, job, locationId, candidate } = application;
  const counts = [ashby.feedback, ashby.schedules, ashby.offers].map(
    (rows) => rows.all().filter((row) => row.application === id).length,
  );
  return JSON.stringify([status, stage, source, archivedAt, createdAt, job, locationId, candidate, counts]);
}

/** One value a line, so that no text is hidden in an encoding. */
function linesOf(row: unknown, at = ''): string {
  if (typeof row !== 'object' || row === null) return `${at}=${String(row)}\n`;
  return Object.entries(row)
    .map(([key, value]) => linesOf(value, at === '' ? key : `${at}.${key}`))
    .join('');
}
