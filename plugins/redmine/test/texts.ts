import type { Redmine } from './fake/redmine.ts';
import { tableNames, textIn } from './fake/rows.ts';
import type { Row, TableName } from './fake/rows.ts';

/** Texts of an invented Redmine by the ids their spots have, for both ways in; what is no spot goes by its table and column. */
export function textsOf(redmine: Redmine, inside: boolean): Readonly<Record<string, string>> {
  const nameOf = inside ? insideName : restName;
  const texts = tableNames.flatMap((table) =>
    redmine.rows.all(table).flatMap((row) =>
      Object.entries(columns[table] ?? {}).map(([part, together]): [string, string] => {
        const name = nameOf(redmine, { table, row, part });
        return [name ?? `${table} ${String(row.id)} ${part}`, together.map((column) => textIn(row, column)).join(' ')];
      }),
    ),
  );
  return Object.fromEntries<string>(texts);
}

/** Columns that are one spot stand together. */
const columns: Partial<Record<TableName, Readonly<Record<string, readonly string[]>>>> = {
  users: { login: ['login'], name: ['firstname', 'lastname'], status: ['status'], last_login_on: ['last_login_on'] },
  email_addresses: { address: ['address'] },
  custom_values: { value: ['value'] },
  projects: { name: ['name'], description: ['description'], homepage: ['homepage'] },
  issues: { subject: ['subject'], description: ['description'] },
  journals: { notes: ['notes'] },
  journal_details: { old_value: ['old_value'], value: ['value'] },
  attachments: { file: ['filename', 'description', 'inside'] },
  watchers: { user: ['user_id'] },
  time_entries: { comments: ['comments'] },
  wiki_pages: { title: ['title'] },
  wiki_contents: { text: ['text'] },
  wiki_content_versions: { data: ['data'] },
  news: { title: ['title'], summary: ['summary'], description: ['description'] },
  comments: { content: ['content'] },
  messages: { subject: ['subject'], content: ['content'] },
};

interface At {
  readonly table: TableName;
  readonly row: Row;
  readonly part: string;
}

function restName({ rows }: Redmine, { table, row, part }: At): string | undefined {
  const id = String(row.id);
  switch (table) {
    case 'issues':
      return `issue:${id}/${part}`;
    case 'journals':
      return `issue:${textIn(row, 'journalized_id')}/note:${id}`;
    case 'watchers':
      return `issue:${textIn(row, 'watchable_id')}/watcher:${textIn(row, 'user_id')}`;
    case 'attachments':
      return `issue:${textIn(row, 'container_id')}/file:${id}`;
    case 'users':
      return `user:${id}/${part === 'status' ? 'access' : part === 'last_login_on' ? 'lastlogin' : part}`;
    case 'email_addresses':
      return row.is_default === true ? `user:${textIn(row, 'user_id')}/mail` : undefined;
    case 'custom_values': {
      const owner = row.customized_type === 'Principal' ? 'user' : 'issue';
      return `${owner}:${textIn(row, 'customized_id')}/field:${textIn(row, 'custom_field_id')}`;
    }
    case 'journal_details': {
      const journal = rows.get('journals', Number(row.journal_id));
      const at = rows.where('journal_details', { journal_id: journal.id }).findIndex((one) => one.id === row.id);
      const side = part === 'value' ? 'new' : 'old';
      return `issue:${textIn(journal, 'journalized_id')}/change:${String(journal.id)}:${String(at)}:${side}`;
    }
    default:
      return undefined;
  }
}

function insideName({ rows }: Redmine, { table, row, part }: At): string | undefined {
  const id = String(row.id);
  const on = (issue: string): string => (issue === '' ? '' : `@${issue}`);
  switch (table) {
    case 'issues':
      return `issues:${id}/${part}@${id}`;
    case 'journals':
      return `journals:${id}/notes${on(textIn(row, 'journalized_id'))}`;
    case 'journal_details':
      return `journal_details:${id}/${part}${on(textIn(rows.get('journals', Number(row.journal_id)), 'journalized_id'))}`;
    case 'attachments':
      return `attachments:${id}${on(textIn(row, 'container_id'))}`;
    case 'watchers':
      return `watchers:${id}${on(textIn(row, 'watchable_id'))}`;
    case 'email_addresses':
      return row.is_default === true ? `email_addresses:${id}/address` : `email_addresses:${id}`;
    case 'users':
      return `users:${id}/${part}`;
    case 'custom_values':
      return `custom_values:${id}/value${row.customized_type === 'Issue' ? on(textIn(row, 'customized_id')) : ''}`;
    default:
      return undefined;
  }
}
