import type { Lever } from './lever.ts';
import type { Opportunity } from './records.ts';

/** Everything the invented Lever holds. */
export function* dumpOf(lever: Lever): Generator<string> {
  for (const [name, table] of Object.entries(lever.tables()))
    for (const row of table.all()) yield `${name} ${linesOf(row)}\n`;
}

/** What reports count, per opportunity and as a whole. */
export function talliesOf(lever: Lever): Readonly<Record<string, string>> {
  return Object.fromEntries<string>([
    ...lever.opportunities.all().map((one): [string, string] => [`opportunity ${one.id}`, countedOf(lever, one)]),
    ['contacts', String(lever.contacts.all().length)],
  ]);
}

function countedOf(lever: Lever, opportunity: Opportunity): string {
  const { id, stage, stageChanges, origin, sources, archived, createdAt, opportunityLocation, owner } = opportunity;
  const { notes, feedback, interviews, offers, forms, applications } = lever;
  const counts = [notes, feedback, interviews, offers, forms, applications].map(
    (rows) =>
      rows.all().filter((row) => row.opportunity === id && !('deletedAt' in row && row.deletedAt != null)).length,
  );
  const postings = lever.of(applications, id).map(({ posting }) => posting);
  return JSON.stringify([
    ...[stage, stageChanges, origin, sources, archived, createdAt, opportunityLocation, owner],
    ...[counts, postings],
  ]);
}

/** One value a line, so that no text is hidden in an encoding. */
function linesOf(row: unknown, at = ''): string {
  if (typeof row !== 'object' || row === null) return `${at}=${String(row)}\n`;
  return Object.entries(row)
    .map(([key, value]) => linesOf(value, at === '' ? key : `${at}.${key}`))
    .join('');
}
