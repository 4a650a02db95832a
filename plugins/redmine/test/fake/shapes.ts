import type { Redmine } from './redmine.ts';
import type { Row } from './rows.ts';
import { numberIn, textIn } from './rows.ts';

/** Rows as the REST API shows them: the same keys, the same ways of saying nothing. */

function fieldsShape(redmine: Redmine, type: string, id: number): Record<string, unknown>[] {
  return redmine.fieldsOf(type, id).map(({ field, values }) => {
    const base = { id: field.id, name: field.name };
    const texts = values.map((row) => textIn(row, 'value'));
    return field.multiple === true
      ? { ...base, multiple: true, value: texts.filter((text) => text !== '') }
      : { ...base, value: texts[0] ?? null };
  });
}

function withFields(redmine: Redmine, type: string, id: number): Record<string, unknown> {
  const fields = fieldsShape(redmine, type, id);
  return fields.length === 0 ? {} : { custom_fields: fields };
}

export function userShape(redmine: Redmine, user: Row): Record<string, unknown> {
  const { id, login, admin, firstname, lastname, created_on, updated_on, last_login_on, passwd_changed_on } = user;
  const base = { id, login, admin, firstname, lastname, mail: redmine.mail(id), created_on, updated_on };
  return { ...base, last_login_on, passwd_changed_on, twofa_scheme: null, ...withFields(redmine, 'Principal', id) };
}

/** One account by itself: with its key, which is made up if there is none, and its status. */
export function singleUserShape(redmine: Redmine, user: Row): Record<string, unknown> {
  const [
    token = redmine.rows.insert('tokens', {
      user_id: user.id,
      action: 'api',
      value: `key-${String(user.id)}`,
      created_on: redmine.now(),
    }),
  ] = redmine.rows.where('tokens', { user_id: user.id, action: 'api' });
  const memberships = redmine.rows.where('members', { user_id: user.id }).map((member) => ({
    id: member.id,
    project: redmine.ref('projects', member.project_id),
    roles: [redmine.ref('roles', member.role_id)],
  }));
  const { custom_fields: fields, ...base } = userShape(redmine, user);
  return {
    ...base,
    api_key: token.value,
    status: user.status,
    ...(fields === undefined ? {} : { custom_fields: fields }),
    memberships,
  };
}

export function fileShape(redmine: Redmine, file: Row): Record<string, unknown> {
  const { id, filename, filesize, content_type, description, created_on } = file;
  const content_url = `http://127.0.0.1/attachments/download/${String(id)}/${encodeURIComponent(textIn(file, 'filename'))}`;
  return {
    id,
    filename,
    filesize,
    content_type,
    description,
    content_url,
    author: redmine.ref('users', file.author_id),
    created_on,
  };
}

export function filesOf(redmine: Redmine, type: string, id: number): Record<string, unknown>[] {
  return redmine.rows
    .where('attachments', { container_type: type, container_id: id })
    .map((file) => fileShape(redmine, file));
}

function present(shape: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(shape).filter(([, value]) => value !== undefined));
}

export function issueShape(redmine: Redmine, issue: Row, include: readonly string[]): Record<string, unknown> {
  const status = redmine.rows.get('issue_statuses', numberIn(issue, 'status_id'));
  const spent = redmine.rows
    .where('time_entries', { issue_id: issue.id })
    .reduce((sum, entry) => sum + numberIn(entry, 'hours'), 0);
  const {
    id,
    subject,
    description,
    start_date,
    due_date,
    done_ratio,
    is_private,
    estimated_hours,
    created_on,
    updated_on,
    closed_on,
  } = issue;
  return present({
    id,
    project: redmine.ref('projects', issue.project_id),
    tracker: redmine.ref('trackers', issue.tracker_id),
    status: { id: status.id, name: status.name, is_closed: status.is_closed },
    priority: redmine.ref('enumerations', issue.priority_id),
    author: redmine.ref('users', issue.author_id),
    assigned_to: redmine.ref('users', issue.assigned_to_id),
    ...{ subject, description, start_date, due_date, done_ratio, is_private },
    ...{ estimated_hours, total_estimated_hours: estimated_hours, spent_hours: spent, total_spent_hours: spent },
    ...withFields(redmine, 'Issue', id),
    ...{ created_on, updated_on, closed_on },
    ...(include.includes('attachments') ? { attachments: filesOf(redmine, 'Issue', id) } : {}),
  });
}

/** One issue by itself: with its history and watchers. */
export function singleIssueShape(redmine: Redmine, issue: Row, include: readonly string[]): Record<string, unknown> {
  const watchers = redmine.rows.where('watchers', { watchable_type: 'Issue', watchable_id: issue.id });
  return {
    ...issueShape(redmine, issue, include),
    ...(include.includes('journals') ? { journals: journalsOf(redmine, issue) } : {}),
    ...(include.includes('watchers')
      ? { watchers: watchers.map((row) => redmine.name(numberIn(row, 'user_id'))) }
      : {}),
  };
}

/** An entry that has neither a note nor changes is not shown. */
function journalsOf(redmine: Redmine, issue: Row): Record<string, unknown>[] {
  return redmine.rows.where('journals', { journalized_id: issue.id }).flatMap((journal) => {
    const details = redmine.rows.where('journal_details', { journal_id: journal.id });
    if (details.length === 0 && textIn(journal, 'notes').trim() === '') return [];
    const { id, notes, created_on, private_notes } = journal;
    const shown = details.map(({ property, prop_key, old_value, value }) => ({
      property,
      name: prop_key,
      old_value,
      new_value: value,
    }));
    return [{ id, user: redmine.ref('users', journal.user_id), notes, created_on, private_notes, details: shown }];
  });
}

export function timeShape(redmine: Redmine, entry: Row): Record<string, unknown> {
  const { id, hours, comments, spent_on, created_on, updated_on } = entry;
  return present({
    id,
    project: redmine.ref('projects', entry.project_id),
    issue: entry.issue_id === null ? undefined : { id: entry.issue_id },
    user: redmine.ref('users', entry.user_id),
    activity: redmine.ref('enumerations', entry.activity_id),
    ...{ hours, comments, spent_on, created_on, updated_on },
    ...withFields(redmine, 'TimeEntry', id),
  });
}

export function projectShape(redmine: Redmine, project: Row, single: boolean): Record<string, unknown> {
  const { id, name, identifier, description, homepage, status, created_on, updated_on } = project;
  const base = {
    id,
    name,
    identifier,
    description,
    ...(single ? { homepage } : {}),
    status,
    is_public: true,
    inherit_members: false,
  };
  return { ...base, ...withFields(redmine, 'Project', id), created_on, updated_on };
}

export function newsShape(redmine: Redmine, news: Row): Record<string, unknown> {
  const { id, title, summary, description, created_on } = news;
  return {
    id,
    project: redmine.ref('projects', news.project_id),
    author: redmine.ref('users', news.author_id),
    title,
    ...(textIn(news, 'summary') === '' ? {} : { summary }),
    description,
    created_on,
    attachments: filesOf(redmine, 'News', id),
    comments: redmine.rows.where('comments', { commented_id: id }).map((comment) => ({
      id: comment.id,
      author: redmine.ref('users', comment.author_id),
      content: comment.content,
    })),
  };
}
