import { Rows, numberIn, textIn } from './rows.ts';
import type { Cell, Row, TableName } from './rows.ts';

/** Something Redmine sent by mail. Redmine itself keeps no mails. */
export interface Mail {
  readonly to: readonly string[];
  readonly text: string;
}

/** The state of an invented Redmine, and the rules that hold whichever way it is changed. */
export class Redmine {
  readonly rows = new Rows();
  readonly outbox: Mail[] = [];
  #seconds = 0;

  /** A moment later than every one before. */
  now(): string {
    this.#seconds += 1;
    return new Date(Date.UTC(2026, 0, 5, 8) + this.#seconds * 1000).toISOString().replace('.000Z', 'Z');
  }

  name(user: number): { readonly id: number; readonly name: string } {
    const row = this.rows.get('users', user);
    return { id: user, name: `${textIn(row, 'firstname')} ${textIn(row, 'lastname')}` };
  }

  ref(table: TableName, id: Cell | undefined): { readonly id: number; readonly name: string } | undefined {
    if (typeof id !== 'number') return undefined;
    return table === 'users' ? this.name(id) : { id, name: textIn(this.rows.get(table, id), 'name') };
  }

  mail(user: number): string {
    const [row] = this.rows.where('email_addresses', { user_id: user, is_default: true });
    return row === undefined ? '' : textIn(row, 'address');
  }

  /** Fields of something with their values; those without one as well. */
  fieldsOf(type: string, id: number): { readonly field: Row; readonly values: readonly Row[] }[] {
    const kind = type === 'Principal' ? 'user' : type === 'TimeEntry' ? 'time_entry' : type.toLowerCase();
    return this.rows.where('custom_fields', { customized_type: kind }).map((field) => ({
      field,
      values: this.rows.where('custom_values', { customized_type: type, customized_id: id, custom_field_id: field.id }),
    }));
  }

  /** Gives a field new values; answers what they were. */
  setField(of: { readonly type: string; readonly id: number }, field: Row, values: readonly string[]): string[] {
    const wanted = { customized_type: of.type, customized_id: of.id, custom_field_id: field.id };
    const before = this.rows.where('custom_values', wanted);
    before.forEach((row) => {
      this.rows.delete('custom_values', row.id);
    });
    values.forEach((value) => this.rows.insert('custom_values', { ...wanted, value }));
    return before.map((row) => textIn(row, 'value'));
  }

  watches(user: number, type: string, id: number): Row | undefined {
    return this.rows.where('watchers', { watchable_type: type, watchable_id: id, user_id: user })[0];
  }

  watch(user: number, type: string, id: number): void {
    if (this.watches(user, type, id) === undefined) {
      this.rows.insert('watchers', { watchable_type: type, watchable_id: id, user_id: user });
    }
  }

  /** Writes an entry into an issue's history. Whoever writes it watches the issue from then on, unless told not to. */
  journal(
    issue: number,
    by: number,
    entry: { readonly notes?: string; readonly isPrivate?: boolean; readonly details?: readonly Detail[] },
  ): Row {
    const { notes = '', isPrivate = false, details = [] } = entry;
    const at = this.now();
    const row = this.rows.insert('journals', {
      journalized_id: issue,
      user_id: by,
      notes,
      private_notes: isPrivate,
      created_on: at,
    });
    for (const detail of details) this.rows.insert('journal_details', { journal_id: row.id, ...detail });
    this.rows.update('issues', issue, { updated_on: at });
    if (this.rows.get('users', by).auto_watch !== false) this.watch(by, 'Issue', issue);
    this.#notify(issue, by, details);
    return row;
  }

  /** Those who follow an issue are mailed what changed, the old texts included. */
  #notify(issue: number, by: number, details: readonly Detail[]): void {
    const row = this.rows.get('issues', issue);
    const watchers = this.rows
      .where('watchers', { watchable_type: 'Issue', watchable_id: issue })
      .map((one) => numberIn(one, 'user_id'));
    const followers = [numberIn(row, 'author_id'), ...watchers].filter(
      (user) => user !== by && this.rows.get('users', user).status === 1,
    );
    const to = [...new Set(followers)].map((user) => this.mail(user));
    const text = details
      .map(({ prop_key, old_value, value }) => `${prop_key} changed from ${old_value ?? ''} to ${value ?? ''}`)
      .join('\n');
    if (to.length > 0) this.outbox.push({ to, text });
  }

  projectIsClosed(project: number): boolean {
    return this.rows.get('projects', project).status === 5;
  }
}

/** A change in an issue's history. */
export interface Detail {
  readonly property: 'attr' | 'cf' | 'attachment';
  readonly prop_key: string;
  readonly old_value: string | null;
  readonly value: string | null;
}
