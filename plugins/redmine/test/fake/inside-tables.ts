import type { Redmine } from './redmine.ts';
import type { Row, TableName } from './rows.ts';
import { numberIn, textIn } from './rows.ts';

/** How Lethe's part sees a table: what may be written, and what a row has to do with a person. */
export interface InsideTable {
  readonly name: TableName;
  readonly texts: readonly string[];
  /** Texts that may not be blank. */
  readonly required?: readonly string[];
  readonly unique?: string;
  readonly secret?: readonly string[];
  /** Texts that are only listed where they mention somebody. */
  readonly quiet?: boolean;
  readonly removable?: 'always' | 'with-text';
  readonly made?: string;
  readonly issue?: (row: Row, redmine: Redmine) => number | undefined;
  readonly person?: (row: Row) => number | undefined;
  readonly whys?: (row: Row, person: number, redmine: Redmine) => readonly string[];
  readonly links?: (row: Row, redmine: Redmine) => Readonly<Record<string, unknown>>;
  readonly facts?: (row: Row, redmine: Redmine) => Readonly<Record<string, unknown>>;
}

function when(holds: boolean, why: string): readonly string[] {
  return holds ? [why] : [];
}

function author(row: Row, person: number): readonly string[] {
  return when(row.author_id === person || row.user_id === person, 'author');
}

function self(row: Row, person: number): readonly string[] {
  return when(row.user_id === person, 'self');
}

const onIssue = (row: Row): number | undefined =>
  row.container_type === 'Issue' ? numberIn(row, 'container_id') : undefined;
const watched = (row: Row): number | undefined =>
  row.watchable_type === 'Issue' ? numberIn(row, 'watchable_id') : undefined;
const projectOf = (issue: number | undefined, { rows }: Redmine): unknown =>
  issue === undefined ? undefined : rows.get('issues', issue).project_id;
const user = (row: Row): number => numberIn(row, 'user_id');
const pageLinks = (row: Row, { rows }: Redmine): Readonly<Record<string, unknown>> => {
  const page = rows.get('wiki_pages', numberIn(row, 'page_id'));
  return { page: page.id, wiki: page.wiki_id, project: page.wiki_id, author: row.author_id };
};
const valueOn = (row: Row, { rows }: Redmine): number | undefined => {
  if (row.customized_type === 'Issue') return numberIn(row, 'customized_id');
  return row.customized_type === 'TimeEntry'
    ? numberIn(rows.get('time_entries', numberIn(row, 'customized_id')), 'issue_id')
    : undefined;
};

/** In the order of a walk: a person's own rows last. */
export const insideTables: readonly InsideTable[] = [
  {
    name: 'issues',
    texts: ['subject', 'description'],
    required: ['subject'],
    made: 'created_on',
    issue: (row) => row.id,
    whys: (row, person) => [...author(row, person), ...when(row.assigned_to_id === person, 'assignee')],
    links: (row) => ({ issue: row.id, project: row.project_id, author: row.author_id, assignee: row.assigned_to_id }),
    facts: (row, { rows }) => {
      const status = rows.get('issue_statuses', numberIn(row, 'status_id'));
      const names = {
        status: status.name,
        closed: status.is_closed,
        tracker: rows.get('trackers', numberIn(row, 'tracker_id')).name,
      };
      return {
        ...names,
        priority: rows.get('enumerations', numberIn(row, 'priority_id')).name,
        private: row.is_private,
        updated_on: row.updated_on,
        closed_on: row.closed_on,
      };
    },
  },
  {
    name: 'journals',
    texts: ['notes'],
    made: 'created_on',
    issue: (row) => numberIn(row, 'journalized_id'),
    whys: author,
    links: (row, redmine) => ({
      issue: row.journalized_id,
      project: projectOf(numberIn(row, 'journalized_id'), redmine),
      author: row.user_id,
    }),
    facts: (row) => ({ private: row.private_notes }),
  },
  {
    name: 'journal_details',
    texts: ['old_value', 'value'],
    issue: (row, { rows }) => numberIn(rows.get('journals', numberIn(row, 'journal_id')), 'journalized_id'),
    links: (row, { rows }) => {
      const journal = rows.get('journals', numberIn(row, 'journal_id'));
      return { issue: journal.journalized_id, author: journal.user_id, journal: journal.id };
    },
    facts: (row, { rows }) => ({
      property: row.property,
      key: row.prop_key,
      format: row.property === 'cf' ? rows.get('custom_fields', numberIn(row, 'prop_key')).field_format : undefined,
    }),
  },
  {
    name: 'attachments',
    texts: ['filename', 'description', 'disk_filename'],
    required: ['filename', 'disk_filename'],
    removable: 'always',
    made: 'created_on',
    issue: onIssue,
    whys: author,
    links: (row, redmine) => ({
      issue: onIssue(row),
      project: projectOf(onIssue(row), redmine),
      author: row.author_id,
      attachment: row.id,
      container: row.container_id,
    }),
    facts: (row) => ({ on: row.container_type, size: row.filesize, type: row.content_type }),
  },
  {
    name: 'time_entries',
    texts: ['comments'],
    made: 'created_on',
    issue: (row) => (row.issue_id === null ? undefined : numberIn(row, 'issue_id')),
    whys: author,
    links: (row) => ({ issue: row.issue_id, project: row.project_id, author: row.user_id }),
  },
  {
    name: 'wiki_pages',
    texts: ['title'],
    required: ['title'],
    made: 'created_on',
    links: (row) => ({ page: row.id, wiki: row.wiki_id, project: row.wiki_id }),
  },
  {
    name: 'wiki_contents',
    texts: ['text', 'comments'],
    made: 'updated_on',
    whys: author,
    links: pageLinks,
    facts: (row) => ({ version: row.version }),
  },
  {
    name: 'wiki_content_versions',
    texts: ['data', 'comments'],
    made: 'updated_on',
    whys: author,
    links: pageLinks,
    facts: (row) => ({ version: row.version }),
  },
  {
    name: 'news',
    texts: ['title', 'summary', 'description'],
    required: ['title'],
    made: 'created_on',
    whys: author,
    links: (row) => ({ news: row.id, project: row.project_id, author: row.author_id }),
  },
  {
    name: 'comments',
    texts: ['content'],
    made: 'created_on',
    whys: author,
    links: (row) => ({ news: row.commented_id, author: row.author_id }),
  },
  {
    name: 'boards',
    texts: ['name', 'description'],
    required: ['name', 'description'],
    links: (row) => ({ board: row.id, project: row.project_id }),
  },
  {
    name: 'messages',
    texts: ['subject', 'content'],
    required: ['subject'],
    made: 'created_on',
    whys: author,
    links: (row) => ({ message: row.id, board: row.board_id, author: row.author_id, parent: row.parent_id }),
  },
  {
    name: 'documents',
    texts: ['title', 'description'],
    required: ['title'],
    made: 'created_on',
    links: (row) => ({ document: row.id, project: row.project_id }),
  },
  {
    name: 'changesets',
    texts: ['comments', 'committer'],
    made: 'committed_on',
    whys: author,
    links: (row) => ({ changeset: row.id, project: row.project_id, author: row.user_id }),
  },
  {
    name: 'projects',
    texts: ['name', 'description', 'homepage'],
    required: ['name'],
    links: (row) => ({ project: row.id }),
  },
  {
    name: 'watchers',
    texts: [],
    removable: 'always',
    issue: watched,
    person: user,
    whys: (row, person) => when(row.user_id === person, 'watcher'),
    links: (row) => ({ person: row.user_id, issue: watched(row), container: row.watchable_id }),
    facts: (row) => ({ on: row.watchable_type }),
  },
  {
    name: 'members',
    texts: [],
    removable: 'always',
    whys: (row, person) => when(row.user_id === person, 'member'),
    links: (row) => ({ person: row.user_id, project: row.project_id }),
  },
  {
    name: 'tokens',
    texts: [],
    removable: 'always',
    made: 'created_on',
    whys: self,
    links: (row) => ({ person: row.user_id }),
    facts: (row) => ({ action: row.action }),
  },
  {
    name: 'queries',
    texts: ['name', 'filters'],
    required: ['name'],
    removable: 'always',
    whys: self,
    links: (row) => ({ person: row.user_id, query: row.id }),
    facts: (row) => ({ visibility: row.visibility }),
  },
  {
    name: 'custom_values',
    texts: ['value'],
    removable: 'with-text',
    issue: valueOn,
    whys: (row, person) => [
      ...when(row.customized_type === 'Principal' && row.customized_id === person, 'self'),
      ...when(row.value === String(person), 'value'),
    ],
    links: (row, redmine) => ({
      issue: valueOn(row, redmine),
      field: row.custom_field_id,
      container: row.customized_id,
      person: row.customized_type === 'Principal' ? row.customized_id : undefined,
    }),
    facts: (row, { rows }) => {
      const field = rows.get('custom_fields', numberIn(row, 'custom_field_id'));
      return { of: row.customized_type, name: field.name, format: field.field_format };
    },
  },
  {
    name: 'user_preferences',
    texts: ['time_zone'],
    removable: 'always',
    whys: self,
    links: (row) => ({ person: row.user_id }),
  },
  {
    name: 'email_addresses',
    texts: ['address'],
    required: ['address'],
    unique: 'address',
    removable: 'with-text',
    whys: self,
    links: (row) => ({ person: row.user_id }),
    facts: (row) => ({ default: row.is_default }),
  },
  {
    name: 'users',
    texts: [
      'login',
      'firstname',
      'lastname',
      'status',
      'hashed_password',
      'salt',
      'last_login_on',
      'passwd_changed_on',
    ],
    required: ['login', 'firstname', 'lastname', 'status'],
    unique: 'login',
    secret: ['hashed_password', 'salt'],
    made: 'created_on',
    whys: (row, person) => when(row.id === person, 'self'),
    links: (row) => ({ person: row.id }),
    facts: (row) => ({ type: 'User', admin: row.admin, status: row.status }),
  },
];

/** The issues somebody has to do with. */
export function issuesOf({ rows }: Redmine, person: number): number[] {
  const numbers = [
    ...rows
      .all('issues')
      .filter((row) => row.author_id === person || row.assigned_to_id === person)
      .map((row) => row.id),
    ...rows.where('watchers', { watchable_type: 'Issue', user_id: person }).map((row) => numberIn(row, 'watchable_id')),
    ...rows.where('journals', { user_id: person }).map((row) => numberIn(row, 'journalized_id')),
    ...rows.where('time_entries', { user_id: person }).map((row) => numberIn(row, 'issue_id')),
    ...rows
      .where('attachments', { container_type: 'Issue', author_id: person })
      .map((row) => numberIn(row, 'container_id')),
    ...rows
      .where('custom_values', { customized_type: 'Issue' })
      .filter(
        (row) =>
          textIn(row, 'value') === String(person) &&
          rows.get('custom_fields', numberIn(row, 'custom_field_id')).field_format === 'user',
      )
      .map((row) => numberIn(row, 'customized_id')),
  ];
  return [...new Set(numbers)].filter((number) => number > 0);
}
