import type { Clock } from '@lethe/core';
import { notFound } from './answer.ts';
import { Limits } from './limits.ts';
import type * as stored from './records.ts';
import { SearchIndex } from './search-index.ts';
import { plainSite } from './site.ts';
import type { Site } from './site.ts';
import { Table } from './table.ts';

/** The state of an invented Jira: everything it stores, shown by its API or not. */
export class Jira {
  site: Site = plainSite;
  clock: Pick<Clock, 'now'>;
  readonly users = new Table<stored.User>(500);
  readonly projects = new Table<stored.Project>(10_000);
  readonly fields = new Table<stored.Field>(10_000);
  readonly issues = new Table<stored.Issue>(10_000);
  readonly comments = new Table<stored.Comment>(20_000);
  readonly worklogs = new Table<stored.Worklog>(30_000);
  readonly attachments = new Table<stored.Attachment>(40_000);
  readonly histories = new Table<stored.History>(50_000);
  readonly jobs = new Table<stored.Job>(60_000);
  readonly tokens = new Table<stored.Token>();
  /** Global permissions: groups and accounts, by permission. */
  globalGrants: stored.Grants = {};
  readonly outbox: stored.Mail[] = [];
  readonly index = new SearchIndex();
  readonly limits: Limits;

  constructor(clock: Pick<Clock, 'now'> = { now: () => new Date() }) {
    this.clock = clock;
    this.limits = new Limits(
      () => this.milliseconds(),
      () => this.site.limits,
    );
  }

  configure(changes: Partial<Site>): void {
    this.site = { ...this.site, ...changes };
  }

  milliseconds(): number {
    return this.clock.now().getTime();
  }

  /** Now, as Jira writes it. */
  now(): string {
    return stampOf(this.clock.now());
  }

  user(accountId: string): stored.User | undefined {
    return this.users.having('accountId', accountId)[0];
  }

  known(accountId: string | null | undefined): stored.User {
    const user = this.user(accountId ?? '');
    if (user === undefined) throw notFound('The user does not exist.');
    return user;
  }

  /** By number or key, former keys included, whoever asks. */
  issue(idOrKey: string): stored.Issue | undefined {
    if (/^\d+$/.test(idOrKey)) return this.issues.find(Number(idOrKey));
    const key = idOrKey.toUpperCase();
    return this.issues.having('key', key)[0] ?? this.issues.where((one) => one.formerKeys.includes(key))[0];
  }

  field(fieldId: string): stored.Field | undefined {
    return this.fields.having('fieldId', fieldId)[0];
  }

  fieldOf(kind: stored.FieldKind): stored.Field | undefined {
    return this.fields.having('kind', kind)[0];
  }

  /** Accounts a field of users holds. */
  accountsIn(issue: stored.Issue, fieldId: string): readonly string[] {
    const value = issue.values[fieldId];
    if (typeof value === 'string') return [value];
    return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
  }

  /** Accounts in the fields of a kind. */
  accountsOf(issue: stored.Issue, kind: stored.FieldKind): readonly string[] {
    return this.fields.having('kind', kind).flatMap(({ fieldId }) => this.accountsIn(issue, fieldId));
  }

  isRequest(issue: stored.Issue): boolean {
    return this.projects.get(issue.project).type === 'service_desk';
  }

  /** Gives back a function that puts everything back as it is now, except jobs. */
  snapshot(): () => void {
    const tables = [
      this.users,
      this.issues,
      this.comments,
      this.worklogs,
      this.attachments,
      this.histories,
      this.index,
    ];
    const undo = tables.map((table: { snapshot(): () => void }) => table.snapshot());
    const mails = this.outbox.length;
    return () => {
      for (const one of undo) one();
      this.outbox.length = mails;
    };
  }
}

/** As Jira writes a time. */
export function stampOf(date: Date): string {
  return date.toISOString().replace('Z', '+0000');
}
