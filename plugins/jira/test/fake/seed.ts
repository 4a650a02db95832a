import type { Clock } from '@lethe/core';
import { docOf } from './adf.ts';
import { indexIssue } from './indexing.ts';
import { Jira } from './jira.ts';
import type * as stored from './records.ts';
import { administrators, agents, apps, globalPermissions, projectPermissions, siteAdministrators } from './rights.ts';
import { anonymizePermission } from './site.ts';

/** The address, API token and bearer token of the administrator every seed has. */
export const admin = {
  email: 'admin@helpdesk.test',
  token: 'api-token-of-the-administrator',
  bearer: 'bearer-of-the-administrator',
};

/** A person as a test gives them. */
export interface NewUser extends Partial<Omit<stored.User, 'id'>> {
  readonly name: string;
}

/** An issue as a test gives it; texts of paragraph fields may be plain, or a document. */
interface NewIssue extends Partial<Omit<stored.Issue, 'id' | 'values' | 'project'>> {
  readonly summary: string;
  readonly project?: string;
  readonly description?: unknown;
  readonly environment?: unknown;
  /** Custom fields by name. */
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly participants?: readonly string[];
  readonly approvers?: readonly string[];
  readonly organizations?: readonly string[];
  /** How a request came in: `email`, `portal`, `jira`, `api`, `chat`. */
  readonly channel?: string;
}

interface NewComment extends Partial<Omit<stored.Comment, 'id' | 'issue' | 'author' | 'body'>> {
  readonly by: string;
  /** Plain, or a document. */
  readonly body: unknown;
}

/** Puts things into an invented Jira as if they had been there before anybody looked. */
export class Seed {
  readonly jira: Jira;
  /** Account of the app. */
  readonly app: string;
  /** Account of an administrator of the site, who is a person. */
  readonly admin: string;

  constructor(clock?: Pick<Clock, 'now'>) {
    this.jira = clock === undefined ? new Jira() : new Jira(clock);
    const { jira } = this;
    const isForAll = [administrators, siteAdministrators, apps];
    jira.globalGrants = Object.fromEntries(
      globalPermissions.map((one) => [
        one,
        one === 'BULK_CHANGE' || one === 'USER_PICKER' ? [...isForAll, agents] : isForAll,
      ]),
    );
    this.app = this.user({ name: 'Anonymize user', accountType: 'app', groups: [apps] });
    const groups = [siteAdministrators, administrators, agents];
    this.admin = this.user({ name: 'Invented Administrator', accountType: 'atlassian', email: admin.email, groups });
    for (const secret of [admin.token, admin.bearer]) this.token(this.admin, secret);
    for (const [fieldId, name, kind] of plainFields) this.#field(fieldId, name, { kind, custom: false });
    for (const [name, kind] of deskFields)
      this.field(name, { kind, ...(kind === 'organizations' ? { inBulk: false } : {}) });
    this.project('HELP', { name: 'Help desk' });
    this.project('DEV', { name: 'Development', type: 'software' });
  }

  at(): string {
    return this.jira.now();
  }

  /** Answers the account id. */
  user({ name, accountType = 'customer', ...given }: NewUser): string {
    const id = this.jira.users.nextId();
    const uuid = `00000000-0000-4000-8000-${String(id).padStart(12, '0')}`;
    // Colons: account ids must be encoded in paths.
    const accountId =
      given.accountId ??
      (accountType === 'customer' ? `qm:5ac1e0de-0000-4000-8000-000000000000:${uuid}` : `712020:${uuid}`);
    const plain = {
      email: null,
      emailHidden: false,
      active: true,
      deleted: false,
      portalAccess: accountType === 'customer',
    };
    const more = { groups: [], details: {}, organizations: [], photo: null, created: this.at() };
    this.jira.users.put({
      ...plain,
      ...more,
      ...given,
      id,
      accountId,
      accountType,
      displayName: given.displayName ?? name,
    });
    return accountId;
  }

  token(accountId: string, token: string): void {
    this.jira.tokens.put({ id: this.jira.tokens.nextId(), accountId, token });
  }

  /** Grants a global permission to a group or an account. */
  grant(permission: string, holder: string): void {
    const { globalGrants } = this.jira;
    this.jira.globalGrants = { ...globalGrants, [permission]: [...(globalGrants[permission] ?? []), holder] };
  }

  /** Takes a global permission from a group or an account. */
  revoke(permission: string, holder: string): void {
    const { globalGrants } = this.jira;
    this.jira.globalGrants = {
      ...globalGrants,
      [permission]: (globalGrants[permission] ?? []).filter((one) => one !== holder),
    };
  }

  /** Grants the app's own permission. */
  grantAnonymize(holder: string): void {
    this.grant(anonymizePermission, holder);
  }

  project(key: string, given: Partial<Omit<stored.Project, 'id' | 'key'>> = {}): stored.Project {
    const { projects } = this.jira;
    const everything = Object.fromEntries(
      projectPermissions.map((one) => [
        one,
        one === 'ADMINISTER_PROJECTS' ? [administrators, apps] : [administrators, agents, apps],
      ]),
    );
    const plain = {
      name: key,
      type: 'service_desk',
      grants: everything,
      roles: { Administrators: [administrators, apps] },
      levels: {},
      last: 0,
    } as const;
    return projects.put({ ...plain, ...given, id: projects.nextId(), key });
  }

  /** Takes project permissions away from groups and accounts: `without('HELP', 'EDIT_ISSUES', apps)`. */
  without(project: string, permission: string, holder: string): void {
    const row = this.#project(project);
    const grants = { ...row.grants, [permission]: (row.grants[permission] ?? []).filter((one) => one !== holder) };
    this.jira.projects.update(row.id, { grants });
  }

  /** A custom field, made if there is none of this name; answers its id. */
  field(name: string, given: Partial<Omit<stored.Field, 'id' | 'name'>> = {}): string {
    const known = this.jira.fields.having('name', name)[0];
    return known?.fieldId ?? this.#field(undefined, name, { kind: 'line', ...given, custom: true });
  }

  /** Answers the number. */
  issue({ summary, project = 'HELP', description, environment, channel, ...given }: NewIssue): number {
    const { participants, approvers, organizations, fields = {}, ...rest } = given;
    const { jira } = this;
    const { id: projectId, last } = this.#project(project);
    jira.projects.update(projectId, { last: last + 1 });
    const id = jira.issues.nextId();
    const rated = given.feedback == null ? undefined : { rating: given.feedback.rating };
    const people = {
      'Request participants': participants,
      Approvers: approvers,
      Organizations: organizations,
      Satisfaction: rated,
    };
    const custom = Object.entries({ ...people, ...fields }).filter(([, value]) => value !== undefined);
    const values = Object.fromEntries(custom.map(([name, value]) => this.#value(name, value)));
    const creator = given.creator ?? given.reporter ?? this.admin;
    const times = { created: given.created ?? this.at(), updated: given.created ?? this.at() };
    const properties = channel === undefined ? {} : { 'request.channel.type': { value: channel } };
    jira.issues.put({
      ...{
        ...plainIssue,
        ...times,
        key: `${project}-${last + 1}`,
        reporter: creator,
        ...rest,
        id,
        project: projectId,
        creator,
      },
      values: { summary, description: storedDoc(description), environment: storedDoc(environment), ...values },
      properties: { ...properties, ...given.properties },
    });
    indexIssue(jira, id);
    return id;
  }

  /** Answers the number. */
  comment(issue: number, { by, body, ...given }: NewComment): number {
    const { comments } = this.jira;
    const id = comments.nextId();
    const at = given.created ?? this.at();
    const plain = {
      updateAuthor: by,
      visibility: null,
      internal: false,
      authorCanSeeRequest: true,
      created: at,
      updated: at,
    };
    comments.put({ ...plain, ...given, id, issue, author: by, body: storedDoc(body) });
    indexIssue(this.jira, issue);
    return id;
  }

  /** Answers the number. */
  worklog(
    issue: number,
    { by, comment, ...given }: { by: string; comment?: unknown } & Partial<stored.Worklog>,
  ): number {
    const { worklogs } = this.jira;
    const id = worklogs.nextId();
    const at = given.created ?? this.at();
    const plain = { updateAuthor: by, visibility: null, started: at, timeSpentSeconds: 1800, created: at, updated: at };
    worklogs.put({ ...plain, ...given, id, issue, author: by, comment: storedDoc(comment) });
    indexIssue(this.jira, issue);
    return id;
  }

  /** Answers the number. */
  attachment(
    issue: number,
    { by, name, inside = '', at }: { by: string; name: string; inside?: string; at?: string },
  ): number {
    const { attachments } = this.jira;
    const id = attachments.nextId();
    attachments.put({
      id,
      issue,
      author: by,
      filename: name,
      mimeType: 'text/plain',
      size: inside.length,
      created: at ?? this.at(),
      inside,
    });
    return id;
  }

  /** Something that happened to an issue before. */
  history(
    issue: number,
    { by, at, items }: { by: string; at?: string; items: readonly Partial<stored.HistoryItem>[] },
  ): number {
    const { histories } = this.jira;
    const nothing = {
      field: 'summary',
      fieldId: 'summary',
      fieldtype: 'jira',
      from: null,
      fromString: null,
      to: null,
      toString: null,
    } as const;
    const id = histories.nextId();
    histories.put({
      id,
      issue,
      author: by,
      created: at ?? this.at(),
      items: items.map((one) => ({ ...nothing, ...one })),
      metadata: null,
    });
    indexIssue(this.jira, issue);
    return id;
  }

  #project(key: string): stored.Project {
    const project = this.jira.projects.having('key', key)[0];
    if (project === undefined) throw new RangeError(`there is no project ${key}`);
    return project;
  }

  #field(
    fieldId: string | undefined,
    name: string,
    given: Partial<stored.Field> & Pick<stored.Field, 'kind' | 'custom'>,
  ): string {
    const { fields } = this.jira;
    const id = fields.nextId();
    const plain = { onScreen: true, inBulk: true };
    return fields.put({ ...plain, ...given, id, fieldId: fieldId ?? `customfield_${id}`, name }).fieldId;
  }

  #value(name: string, value: unknown): readonly [string, unknown] {
    const fieldId = this.field(name);
    return [fieldId, this.jira.field(fieldId)?.kind === 'paragraph' ? storedDoc(value) : value];
  }
}

/** System fields with texts in them. */
const plainFields = [
  ['summary', 'Summary', 'line'],
  ['description', 'Description', 'paragraph'],
  ['environment', 'Environment', 'paragraph'],
] as const;

/** Fields a service desk brings. */
const deskFields = [
  ['Request participants', 'participants'],
  ['Organizations', 'organizations'],
  ['Approvers', 'approvers'],
  ['Satisfaction', 'satisfaction'],
  ['Request Type', 'request-type'],
] as const;

const plainIssue: Omit<
  stored.Issue,
  'id' | 'key' | 'project' | 'creator' | 'reporter' | 'values' | 'created' | 'updated'
> = {
  ...{ formerKeys: [], issuetype: 'Service Request', status: 'Open', editable: true, resolution: null },
  ...{ statusCategory: 'new', priority: 'Medium', assignee: null, watchers: [], security: null, properties: {} },
  feedback: null,
};

function storedDoc(value: unknown): unknown {
  if (value === undefined || value === null || value === '') return null;
  return typeof value === 'string' ? docOf(value) : value;
}
