import type { Request, Route } from './answer.ts';
import { Refused, invalid, isObject, objectIn, pageOf } from './answer.ts';
import type { Detail, Redmine } from './redmine.ts';
import type { Row } from './rows.ts';
import { numberIn, textIn } from './rows.ts';
import { issueShape, singleIssueShape } from './shapes.ts';
import { fieldsAtFault, fieldsIn } from './user-routes.ts';

const known = [
  'status_id',
  'sort',
  'limit',
  'offset',
  'include',
  'issue_id',
  'author_id',
  'assigned_to_id',
  'watcher_id',
  'updated_by',
];

/** Issues, their notes, watchers and files. */
export function issueRoutes(redmine: Redmine): Route[] {
  const { rows } = redmine;
  const issue = (id: string | undefined): Row => {
    const row = rows.find('issues', Number(id));
    if (row === undefined) throw new Refused(404);
    if (rows.get('projects', numberIn(row, 'project_id')).status === 9) throw new Refused(403);
    return row;
  };
  const openIssue = (id: string | undefined): Row => {
    const row = issue(id);
    if (redmine.projectIsClosed(numberIn(row, 'project_id'))) throw new Refused(403);
    return row;
  };
  return [
    {
      method: 'GET',
      path: /^\/issues\.json$/,
      answer: ({ query }) => {
        const found = rows
          .all('issues')
          .filter(
            (row) => rows.get('projects', numberIn(row, 'project_id')).status !== 9 && isAsked(redmine, row, query),
          );
        const { rows: page, meta } = pageOf(query.get('sort') === 'id' ? found : found.reverse(), query);
        return { issues: page.map((row) => issueShape(redmine, row, includes(query))), ...meta };
      },
    },
    {
      method: 'GET',
      path: /^\/issues\/(\d+)\.json$/,
      answer: ({ query }, [id]) => ({ issue: singleIssueShape(redmine, issue(id), includes(query)) }),
    },
    {
      method: 'PUT',
      path: /^\/issues\/(\d+)\.json$/,
      answer: (request, [id]) => {
        changeIssue(redmine, openIssue(id), request);
      },
    },
    {
      method: 'DELETE',
      path: /^\/issues\/(\d+)\/watchers\/(\d+)\.json$/,
      answer: (_, [id, user]) => {
        const row = openIssue(id);
        if (rows.find('users', Number(user)) === undefined) throw new Refused(404);
        const watcher = redmine.watches(Number(user), 'Issue', row.id);
        if (watcher !== undefined) rows.delete('watchers', watcher.id);
      },
    },
    {
      method: 'PUT',
      path: /^\/journals\/(\d+)\.json$/,
      answer: ({ body }, [id]) => {
        const journal = rows.find('journals', Number(id));
        if (journal === undefined) throw new Refused(404);
        openIssue(textIn(journal, 'journalized_id'));
        const { notes } = objectIn(body, 'journal');
        if (typeof notes === 'string') changeNote(redmine, journal, notes);
      },
    },
  ];
}

function includes(query: URLSearchParams): string[] {
  return (query.get('include') ?? '').split(',');
}

function isAsked(redmine: Redmine, row: Row, query: URLSearchParams): boolean {
  const unknown = [...query.keys()].filter((key) => !known.includes(key) && !/^cf_\d+$/.test(key));
  if (unknown.length > 0) throw new Refused(422, { errors: ['unknown filter'] });
  const is = (key: string, matches: (value: string) => boolean): boolean =>
    !query.has(key) || matches(query.get(key) ?? '');
  const closed = redmine.rows.get('issue_statuses', numberIn(row, 'status_id')).is_closed === true;
  const fields = [...query.keys()].filter((key) => key.startsWith('cf_'));
  return (
    (query.get('status_id') === '*' || !closed) &&
    is('issue_id', (value) => value.split(',').includes(String(row.id))) &&
    is('author_id', (value) => textIn(row, 'author_id') === value) &&
    is('assigned_to_id', (value) => textIn(row, 'assigned_to_id') === value) &&
    is('watcher_id', (value) => redmine.watches(Number(value), 'Issue', row.id) !== undefined) &&
    is(
      'updated_by',
      (value) => redmine.rows.where('journals', { journalized_id: row.id, user_id: Number(value) }).length > 0,
    ) &&
    fields.every((key) =>
      redmine.rows
        .where('custom_values', {
          customized_type: 'Issue',
          customized_id: row.id,
          custom_field_id: Number(key.slice(3)),
        })
        .some((value) => value.value === query.get(key)),
    )
  );
}

/** The old text of every change goes into the history. What may not be changed (`author_id`) is passed over without a word. */
function changeIssue(redmine: Redmine, row: Row, { body, user }: Request): void {
  const values = objectIn(body, 'issue');
  const given = Array.isArray(values.custom_fields) ? values.custom_fields.filter(isObject) : [];
  const subject = typeof values.subject === 'string' ? values.subject : textIn(row, 'subject');
  const faults = [
    ...(subject.trim() === '' ? ['Subject cannot be blank'] : []),
    ...(subject.length > 255 ? ['Subject is too long (maximum is 255 characters)'] : []),
    ...fieldsAtFault(redmine, { type: 'Issue', id: row.id }, given),
  ];
  if (faults.length > 0) throw invalid(...faults);
  const details = [...textChanges(redmine, row, values), ...fieldChanges(redmine, row, given)];
  const notes = typeof values.notes === 'string' ? values.notes : '';
  if (details.length > 0 || notes !== '') redmine.journal(row.id, user.id, { notes, details });
}

function textChanges(redmine: Redmine, row: Row, values: Record<string, unknown>): Detail[] {
  return ['subject', 'description'].flatMap((column): Detail[] => {
    const value = values[column];
    const before = textIn(row, column);
    if (typeof value !== 'string' || value === before) return [];
    redmine.rows.update('issues', row.id, { [column]: value });
    return [{ property: 'attr', prop_key: column, old_value: before, value }];
  });
}

function fieldChanges(redmine: Redmine, row: Row, given: readonly Record<string, unknown>[]): Detail[] {
  return fieldsIn(redmine, given).flatMap(({ field, values }) => {
    const before = redmine.setField({ type: 'Issue', id: row.id }, field, values);
    const gone = before.filter((value) => !values.includes(value));
    const come = values.filter((value) => !before.includes(value));
    const base = { property: 'cf', prop_key: String(field.id) } as const;
    if (field.multiple === true) {
      return [
        ...gone.map((value) => ({ ...base, old_value: value, value: null })),
        ...come.map((value) => ({ ...base, old_value: null, value })),
      ];
    }
    return gone.length + come.length === 0 ? [] : [{ ...base, old_value: before[0] ?? null, value: values[0] ?? null }];
  });
}

/** An entry that is left with neither a note nor changes is deleted. */
function changeNote(redmine: Redmine, journal: Row, notes: string): void {
  const details = redmine.rows.where('journal_details', { journal_id: journal.id });
  if (notes.trim() === '' && details.length === 0) redmine.rows.delete('journals', journal.id);
  else redmine.rows.update('journals', journal.id, { notes });
}
