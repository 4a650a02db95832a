import { lobOf } from './encoded.ts';
import { Rows, numberIn, textIn } from './rows.ts';
import type { Row, TableName, Values } from './rows.ts';

/** Numbers that are the same in every RT. */
export const fixed = { system: 1, everyone: 3, privileged: 4, unprivileged: 5, nobody: 6 } as const;

/** Whose history or fields: `RT::Ticket` 3. */
export interface Thing {
  readonly type: string;
  readonly id: number;
}

/** What is written to, and by whom. */
export interface Writing {
  readonly of: Thing;
  readonly by: number;
}

/** A part of a mail, with the parts in it. */
export interface Part {
  readonly type: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly text?: string;
  readonly filename?: string;
  readonly parts?: readonly Part[];
}

/** The state of an invented Request Tracker, and the rules that hold whichever way it is changed. */
export class Tracker {
  readonly rows = new Rows();
  #seconds = 0;

  /** A moment later than every one before, as the database writes it. */
  now(): string {
    this.#seconds += 1;
    return new Date(Date.UTC(2026, 0, 5, 8) + this.#seconds * 1000).toISOString().slice(0, 19).replace('T', ' ');
  }

  /** Columns of who made a row and when. */
  stamps(by: number): Values {
    const at = this.now();
    return { Creator: by, Created: at, LastUpdatedBy: by, LastUpdated: at };
  }

  /** The number users and groups share. */
  principal(type: 'User' | 'Group', number?: number): number {
    return this.rows.insert('Principals', { PrincipalType: type, Disabled: 0 }, number).id;
  }

  isDisabled(principal: number): boolean {
    return this.rows.get('Principals', principal).Disabled === 1;
  }

  hasRight(user: number, right: string): boolean {
    return this.rows.where('ACL', { PrincipalId: user, RightName: right }).length > 0;
  }

  /** An account by its number or its name, whatever the case. */
  user(which: string): Row | undefined {
    if (/^\d+$/.test(which)) return this.rows.find('Users', Number(which));
    return this.rows.all('Users').find((row) => textIn(row, 'Name').toLowerCase() === which.toLowerCase());
  }

  userWithAddress(address: string): Row | undefined {
    return this.rows
      .all('Users')
      .find((row) => address !== '' && textIn(row, 'EmailAddress').toLowerCase() === address.toLowerCase());
  }

  /** An entry in a history. */
  transaction({ type, id }: Thing, by: number, values: Values): Row {
    const nothing = { Field: null, OldValue: null, NewValue: null, Data: null, TimeTaken: 0 };
    const references = { ReferenceType: null, OldReference: null, NewReference: null };
    const made = { Creator: by, Created: this.now() };
    return this.rows.insert('Transactions', {
      ...{ ObjectType: type, ObjectId: id, ...nothing, ...references },
      ...values,
      ...made,
    });
  }

  /** Gives a column another value; the old one stays in the history. */
  set({ of, by }: Writing, column: string, value: string): void {
    const table = tableOf(of.type);
    const before = this.rows.get(table, of.id)[column] ?? null;
    this.rows.update(table, of.id, { [column]: value, LastUpdatedBy: by, LastUpdated: this.now() });
    this.transaction(of, by, { Type: 'Set', Field: column, OldValue: before, NewValue: value });
  }

  /** Everybody in a role of a ticket. */
  members(ticket: number, role: string): Row[] {
    const group = this.roleGroup(ticket, role);
    return this.rows
      .where('GroupMembers', { GroupId: group.id })
      .flatMap((row) => this.rows.find('Users', numberIn(row, 'MemberId')) ?? []);
  }

  roleGroup(ticket: number, role: string): Row {
    const wanted = { Instance: ticket, Domain: 'RT::Ticket-Role', Name: role };
    const [found] = this.rows.where('Groups', wanted);
    const values = { ...wanted, Description: '', ...this.stamps(fixed.system) };
    return found ?? this.rows.insert('Groups', values, this.principal('Group'));
  }

  /** Puts somebody into a role; without a writer it happened long ago and is not in the history. */
  join(ticket: number, role: string, { user, by }: { readonly user: number; readonly by?: number }): boolean {
    const group = this.roleGroup(ticket, role).id;
    if (this.rows.where('GroupMembers', { GroupId: group, MemberId: user }).length > 0) return false;
    this.rows.insert('GroupMembers', { GroupId: group, MemberId: user, ...this.stamps(by ?? fixed.system) });
    const values = { Type: 'AddWatcher', Field: role, NewValue: String(user) };
    if (by !== undefined) this.transaction({ type: 'RT::Ticket', id: ticket }, by, values);
    return true;
  }

  leave(ticket: number, role: string, { user, by }: { readonly user: number; readonly by: number }): void {
    const group = this.roleGroup(ticket, role).id;
    for (const row of this.rows.where('GroupMembers', { GroupId: group, MemberId: user }))
      this.rows.delete('GroupMembers', row.id);
    const values = { Type: 'DelWatcher', Field: role, OldValue: String(user) };
    this.transaction({ type: 'RT::Ticket', id: ticket }, by, values);
  }

  /** Fields of something with their present values; those without one as well. */
  fieldsOf({ type, id }: Thing): { readonly field: Row; readonly values: readonly Row[] }[] {
    const lookup = type === 'RT::Ticket' ? 'RT::Queue-RT::Ticket' : type;
    return this.rows.where('CustomFields', { LookupType: lookup, Disabled: 0 }).map((field) => ({
      field,
      values: this.rows.where('ObjectCustomFieldValues', {
        ...{ ObjectId: id, ObjectType: type, CustomField: field.id, Disabled: 0 },
      }),
    }));
  }

  /** Puts a mail's parts under a transaction, the outermost first. */
  attach(transaction: number, part: Part, parent = 0): number {
    const { Creator: by = null, Created: at = null } = this.rows.get('Transactions', transaction);
    const { type, text, parts = [], filename, headers = {} } = part;
    const length = text === undefined ? 0 : Buffer.byteLength(text, 'utf8');
    const lines = Object.entries({ ...headers, 'Content-Type': contentType(part), 'Content-Length': String(length) });
    const { id } = this.rows.insert('Attachments', {
      ...{ TransactionId: transaction, Parent: parent, ContentType: type, Filename: filename ?? null },
      ...{ Content: null, ContentEncoding: null, ...(text === undefined ? {} : lobOf(text, type)) },
      ...{ Subject: headers.Subject ?? '', MessageId: (headers['Message-ID'] ?? '').replaceAll(/[<>]/g, '') },
      ...{ Headers: lines.map(([name, value]) => `${name}: ${value}\n`).join(''), Creator: by, Created: at },
    });
    for (const inner of parts) this.attach(transaction, inner, id);
    return id;
  }
}

function contentType({ type, filename }: Part): string {
  if (type.startsWith('multipart/')) return `${type}; boundary="b"`;
  const name = filename === undefined ? '' : `; name="${filename}"`;
  return `${type}${type.startsWith('text/') ? '; charset="utf-8"' : ''}${name}`;
}

/** The table something stands in. */
function tableOf(type: string): TableName {
  const tables: Readonly<Record<string, TableName>> = {
    'RT::Ticket': 'Tickets',
    'RT::User': 'Users',
    'RT::Group': 'Groups',
    'RT::Queue': 'Queues',
    'RT::Article': 'Articles',
  };
  const table = tables[type];
  if (table === undefined) throw new Error(`nothing of the type ${type} has a history`);
  return table;
}
