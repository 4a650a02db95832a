import type { Redmine } from './redmine.ts';
import { tableNames, textIn } from './rows.ts';

/** Everything the invented Redmine holds: its tables and its files. */
export function* dumpOf({ rows }: Redmine): Generator<string> {
  for (const table of tableNames) {
    for (const row of rows.all(table)) {
      yield `${table} ${Object.entries(row)
        .map(([column, value]) => `${column}=${String(value)}`)
        .join('\n')}\n`;
    }
  }
}

/** What reports count, per issue and as a whole. */
export function talliesOf({ rows }: Redmine): Readonly<Record<string, string>> {
  const issues = rows.all('issues').map((issue): [string, string] => {
    const notes = rows
      .where('journals', { journalized_id: issue.id })
      .filter((journal) => textIn(journal, 'notes').trim() !== '').length;
    const hours = rows.where('time_entries', { issue_id: issue.id }).length;
    const { project_id, tracker_id, status_id, priority_id, author_id, assigned_to_id, created_on, closed_on } = issue;
    return [
      `issue ${String(issue.id)}`,
      JSON.stringify([
        project_id,
        tracker_id,
        status_id,
        priority_id,
        author_id,
        assigned_to_id,
        created_on,
        closed_on,
        notes,
        hours,
      ]),
    ];
  });
  const counts = (
    [
      'users',
      'members',
      'issues',
      'time_entries',
      'wiki_pages',
      'news',
      'comments',
      'messages',
      'documents',
      'changesets',
    ] as const
  ).map((table): [string, string] => [table, String(rows.all(table).length)]);
  return Object.fromEntries<string>([...issues, ...counts]);
}
