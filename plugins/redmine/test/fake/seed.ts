import { Redmine } from './redmine.ts';
import type { Detail } from './redmine.ts';
import type { Cell, Row } from './rows.ts';
import { numberIn } from './rows.ts';
import type { FieldsOf } from './user-routes.ts';

/** The key of the account Lethe is used with. */
export const adminKey = 'invented-key';

/** An account to be. */
export interface NewUser {
  readonly login: string;
  readonly firstname: string;
  readonly lastname: string;
  /** The first is the main one. */
  readonly addresses: readonly string[];
  readonly role?: 'Manager' | 'Reporter';
  readonly admin?: boolean;
  readonly status?: 1 | 2 | 3;
  /** By name of field. */
  readonly fields?: Readonly<Record<string, string>>;
  readonly lastLogin?: string;
}

/** An issue to be. */
export interface NewIssue {
  readonly by: number;
  readonly subject: string;
  readonly description?: string;
  readonly project?: number;
  readonly closed?: boolean;
  readonly assignee?: number;
  readonly fields?: Readonly<Record<string, string | readonly string[]>>;
}

/** A note, changes, or both. */
export interface NewNote {
  readonly notes?: string;
  readonly isPrivate?: boolean;
  readonly details?: readonly Detail[];
}

/** A file to be: on `Issue` 3, on `News` 1. */
export interface NewFile {
  readonly on: string;
  readonly id: number;
  readonly by: number;
  readonly name: string;
  readonly description?: string;
  readonly inside?: string;
}

const lastDigits = 8;

/** A freshly installed Redmine with a project, and short ways to put things into it. */
export class Seed {
  readonly redmine = new Redmine();
  readonly project: number;
  /** The account of the key. */
  readonly admin: number;

  constructor() {
    const { rows } = this.redmine;
    rows.insert('roles', { name: 'Manager', permissions: 'view_issues edit_issues add_issue_notes manage_members' });
    rows.insert('roles', { name: 'Reporter', permissions: 'view_issues add_issues add_issue_notes' });
    for (const name of ['Bug', 'Support']) rows.insert('trackers', { name });
    rows.insert('issue_statuses', { name: 'New', is_closed: false });
    rows.insert('issue_statuses', { name: 'Closed', is_closed: true });
    for (const name of ['Normal', 'Development']) rows.insert('enumerations', { name });
    for (const name of ['Phone', 'Mobile', 'Company', 'About']) this.field('user', name, {});
    this.project = this.newProject('Help', 'help').id;
    this.admin = this.user({
      login: 'lethe',
      firstname: 'Lethe',
      lastname: 'Service',
      addresses: ['lethe@helpdesk.test'],
      admin: true,
    });
    rows.insert('tokens', { user_id: this.admin, action: 'api', value: adminKey, created_on: this.redmine.now() });
  }

  newProject(name: string, identifier: string): Row {
    const at = this.redmine.now();
    return this.redmine.rows.insert('projects', {
      name,
      identifier,
      description: '',
      homepage: '',
      status: 1,
      created_on: at,
      updated_on: at,
    });
  }

  field(kind: string, name: string, more: Readonly<Record<string, Cell>>): number {
    const { rows } = this.redmine;
    const [known] = rows.where('custom_fields', { customized_type: kind, name });
    const plain = { field_format: 'string', is_required: false, multiple: false, searchable: true };
    return (known ?? rows.insert('custom_fields', { customized_type: kind, name, ...plain, ...more })).id;
  }

  user({
    login,
    firstname,
    lastname,
    addresses,
    role,
    admin = false,
    status = 1,
    fields = {},
    lastLogin,
  }: NewUser): number {
    const { rows } = this.redmine;
    const at = this.redmine.now();
    const names = { login, firstname, lastname, admin, status, created_on: at, updated_on: at };
    const secrets = {
      hashed_password: `hash-of-${String(rows.all('users').length)}`,
      salt: 'salt',
      passwd_changed_on: at,
    };
    const { id } = rows.insert('users', { ...names, ...secrets, last_login_on: lastLogin ?? null, auto_watch: true });
    addresses.forEach((address, index) =>
      rows.insert('email_addresses', { user_id: id, address, is_default: index === 0 }),
    );
    for (const [name, value] of Object.entries(fields))
      this.value({ type: 'Principal', id }, this.field('user', name, {}), [value]);
    if (role !== undefined)
      rows.insert('members', {
        user_id: id,
        project_id: this.project,
        role_id: numberIn(rows.where('roles', { name: role })[0] ?? { id: 0 }, 'id'),
      });
    return id;
  }

  value(of: FieldsOf, field: number, values: readonly string[]): void {
    this.redmine.setField(of, this.redmine.rows.get('custom_fields', field), values);
  }

  issue({
    by,
    subject,
    description = '',
    project = this.project,
    closed = false,
    assignee,
    fields = {},
  }: NewIssue): number {
    const at = this.redmine.now();
    const texts = { subject, description, created_on: at, updated_on: at, closed_on: closed ? at : null };
    const places = {
      project_id: project,
      tracker_id: 2,
      status_id: closed ? 2 : 1,
      priority_id: 1,
      author_id: by,
      assigned_to_id: assignee ?? null,
    };
    const rest = {
      is_private: false,
      done_ratio: 0,
      estimated_hours: null,
      start_date: at.slice(0, 10),
      due_date: null,
    };
    const { id } = this.redmine.rows.insert('issues', { ...texts, ...places, ...rest });
    for (const [name, value] of Object.entries(fields))
      this.value({ type: 'Issue', id }, this.field('issue', name, {}), [value].flat());
    return id;
  }

  /** What is in the way of mails and watchers is left out: it happened long ago. */
  note(issue: number, by: number, { notes = '', isPrivate = false, details = [] }: NewNote): number {
    const { rows } = this.redmine;
    const row = rows.insert('journals', {
      journalized_id: issue,
      user_id: by,
      notes,
      private_notes: isPrivate,
      created_on: this.redmine.now(),
    });
    for (const detail of details) rows.insert('journal_details', { journal_id: row.id, ...detail });
    return row.id;
  }

  file({ on, id, by, name, description = '', inside = '' }: NewFile): number {
    const at = this.redmine.now();
    const { rows } = this.redmine;
    const disk = `${at.replaceAll(/\D/g, '').slice(0, lastDigits)}_${name.replaceAll(/[^\w.-]/g, '_')}`;
    const names = { filename: name, disk_filename: disk, description };
    return rows.insert('attachments', {
      ...names,
      container_type: on,
      container_id: id,
      author_id: by,
      created_on: at,
      filesize: inside.length,
      content_type: 'text/plain',
      inside,
    }).id;
  }

  time(entry: { readonly by: number; readonly issue: number; readonly comments: string }): number {
    const at = this.redmine.now();
    const issue = this.redmine.rows.get('issues', entry.issue);
    const base = {
      project_id: numberIn(issue, 'project_id'),
      issue_id: entry.issue,
      user_id: entry.by,
      author_id: entry.by,
    };
    return this.redmine.rows.insert('time_entries', {
      ...base,
      activity_id: 2,
      hours: 1.5,
      comments: entry.comments,
      spent_on: at.slice(0, 10),
      created_on: at,
      updated_on: at,
    }).id;
  }

  /** A page with its versions, the oldest first. */
  page(
    title: string,
    by: number,
    { versions, comments = '' }: { readonly versions: readonly string[]; readonly comments?: string },
  ): number {
    const { rows } = this.redmine;
    const { id } = rows.insert('wiki_pages', { wiki_id: this.project, title, created_on: this.redmine.now() });
    versions.forEach((data, index) => {
      rows.insert('wiki_content_versions', {
        page_id: id,
        data,
        comments,
        author_id: by,
        version: index + 1,
        updated_on: this.redmine.now(),
      });
    });
    rows.insert('wiki_contents', {
      page_id: id,
      text: versions.at(-1) ?? '',
      comments,
      author_id: by,
      version: versions.length,
      updated_on: this.redmine.now(),
    });
    return id;
  }

  news(by: number, texts: { readonly title: string; readonly summary?: string; readonly description: string }): number {
    return this.redmine.rows.insert('news', {
      project_id: this.project,
      author_id: by,
      summary: '',
      ...texts,
      created_on: this.redmine.now(),
    }).id;
  }

  message(by: number, subject: string, content: string): number {
    const { rows } = this.redmine;
    const board =
      rows.all('boards')[0] ?? rows.insert('boards', { project_id: this.project, name: 'Talk', description: 'Talk' });
    return rows.insert('messages', {
      board_id: board.id,
      parent_id: null,
      subject,
      content,
      author_id: by,
      created_on: this.redmine.now(),
    }).id;
  }
}
