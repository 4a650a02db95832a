import { z } from 'zod';
import { ask } from './ask.ts';
import type { Call, Transport } from './call.ts';
import * as schemas from './schema.ts';
import type { Attachment, FieldDefinition, Ticket, Transaction, User } from './schema.ts';

/** Reading calls, one function an endpoint: https://docs.bestpractical.com/rt/5.0.3/RT/REST2.html */

/** One condition of a search by JSON; a column RT does not let anybody search by is passed over, and then everything is found. */
export interface Condition {
  readonly field: string;
  readonly operator?: 'LIKE' | 'IN' | 'STARTSWITH' | 'NOT STARTSWITH';
  readonly value: string | readonly string[];
  readonly entry_aggregator?: 'OR';
}

/** The most rows RT gives in one answer, whatever is asked for. */
const PAGE = 100;

const below = '/REST/2.0';

interface Listing<T> {
  readonly what: string;
  readonly path: string;
  readonly row: z.ZodType<T>;
  readonly fields: readonly string[];
  /** References of which more than the name is wanted: `{ Creator: 'id' }`. */
  readonly expanded?: Readonly<Record<string, string>>;
  readonly search: Pick<Call, 'body' | 'form'>;
  readonly more?: Readonly<Record<string, string>>;
}

/** All rows of a search, a page at a time. Searches go as POST, so that nothing personal ends in an access log. */
async function* pagesOf<T>(transport: Transport, listing: Listing<T>): AsyncGenerator<readonly T[]> {
  const { what, path, row, search } = listing;
  const schema = z.object({ items: z.array(row), count: z.number() });
  for (let page = 1; ; page += 1) {
    const query = { ...queryOf(listing), per_page: String(PAGE), page: String(page) };
    const { items, count } = await ask(
      transport,
      { what, method: 'POST', path: `${below}${path}`, query, ...search },
      schema,
    );
    yield items;
    if (count < PAGE) return;
  }
}

function queryOf<T>({ fields, expanded = {}, more = {} }: Listing<T>): Readonly<Record<string, string>> {
  const inside = Object.entries(expanded).map(([name, wanted]) => [`fields[${name}]`, wanted] as const);
  return { fields: fields.join(','), orderby: 'id', ...more, ...Object.fromEntries(inside) };
}

async function allOf<T>(pages: AsyncIterable<readonly T[]>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const page of pages) all.push(...page);
  return all;
}

/** RT's version, and whether the token is a SuperUser's: nobody else is told which plugins there are. */
export async function system(
  transport: Transport,
): Promise<{ readonly version: string; readonly isSuperUser: boolean }> {
  const call = { what: 'tell its version', method: 'GET', path: `${below}/rt` } as const;
  const { Version, Plugins } = await ask(transport, call, schemas.systemSchema);
  return { version: Version, isSuperUser: Plugins !== undefined };
}

/** The number of the account of the token, by what it did; nothing where it never did anything: RT tells it in no other way. */
export async function ownNumber(transport: Transport): Promise<string | undefined> {
  const call = {
    what: 'tell whose token it is',
    method: 'POST',
    path: `${below}/transactions`,
    query: { per_page: '1', fields: 'Creator', 'fields[Creator]': 'id' },
    form: { query: "Creator = '__CurrentUser__'" },
  } as const;
  const row = z.object({ Creator: z.object({ id: z.union([z.number(), z.string()]).transform(String) }) });
  return (await ask(transport, call, z.object({ items: z.array(row) }))).items[0]?.Creator.id;
}

/** One account, also a disabled one. */
export async function userById(transport: Transport, id: string): Promise<User> {
  return ask(transport, { what: 'read an account', method: 'GET', path: `${below}/user/${id}` }, schemas.userSchema);
}

const found = z.object({ id: z.union([z.number(), z.string()]).transform(String) });

/** Numbers of accounts, disabled ones too. Only names, addresses, custom fields and few other columns can be searched by. */
export async function userNumbers(transport: Transport, body: readonly Condition[]): Promise<readonly string[]> {
  const listing = { what: 'list accounts', path: '/users', row: found, fields: ['id'] };
  const rows = await allOf(pagesOf(transport, { ...listing, search: { body }, more: { find_disabled_rows: '1' } }));
  return rows.map(({ id }) => id);
}

/** All accounts with what nobody can search by. */
export function everybody(transport: Transport): AsyncGenerator<readonly User[]> {
  const fields = ['id', 'HomePhone', 'WorkPhone', 'MobilePhone', 'PagerPhone', 'CustomFields'];
  const listing = { what: 'list accounts', path: '/users', row: schemas.userSchema, fields };
  // RT finds nobody where nothing is asked for.
  const search = { body: [{ field: 'Name', operator: 'LIKE', value: '' }] };
  return pagesOf(transport, { ...listing, search, more: { find_disabled_rows: '1' } });
}

const ticketFields = [
  ...['id', 'EffectiveId', 'Type', 'Queue', 'Subject', 'Status', 'Priority', 'TimeWorked', 'Owner', 'Creator'],
  ...['Created', 'Resolved', 'Requestor', 'Cc', 'AdminCc', 'CustomRoles', 'CustomFields'],
];
const ticketReferences = {
  Queue: 'id',
  Owner: 'id',
  Creator: 'id',
  Requestor: 'id,Organization',
  Cc: 'id',
  AdminCc: 'id',
  CustomRoles: 'id',
};

/** Tickets by RT's own query, with their people by number; deleted ones are never found. */
export async function tickets(transport: Transport, query: string): Promise<readonly Ticket[]> {
  const listing = { what: 'read tickets', path: '/tickets', row: schemas.ticketSchema, fields: ticketFields };
  return allOf(pagesOf(transport, { ...listing, expanded: ticketReferences, search: { form: { query } } }));
}

/** Numbers of tickets by RT's own query. */
export async function ticketNumbers(transport: Transport, query: string): Promise<readonly string[]> {
  const listing = { what: 'search tickets', path: '/tickets', row: found, fields: ['id'] };
  return (await allOf(pagesOf(transport, { ...listing, search: { form: { query } } }))).map(({ id }) => id);
}

/** How many tickets there are. */
export async function countTickets(transport: Transport, query: string): Promise<number> {
  const call = {
    what: 'count tickets',
    method: 'POST',
    path: `${below}/tickets`,
    query: { per_page: '1' },
    form: { query },
  } as const;
  return (await ask(transport, call, schemas.totalSchema)).total ?? 0;
}

/** One ticket, also a deleted one; its requestors and watchers come by name only, and are left out. */
export async function ticketById(transport: Transport, id: string): Promise<Ticket> {
  const query = { 'fields[Queue]': 'id', 'fields[Owner]': 'id', 'fields[Creator]': 'id' };
  const call = { what: 'read a ticket', method: 'GET', path: `${below}/ticket/${id}`, query } as const;
  const ticket = await ask(transport, call, schemas.ticketSchema);
  return { ...ticket, Requestor: [], Cc: [], AdminCc: [], CustomRoles: {} };
}

const transactionFields = [
  ...['Type', 'Field', 'ObjectType', 'ObjectId', 'OldValue', 'NewValue', 'Data', 'Creator', 'Created'],
];

/** Entries of histories. */
export async function transactions(
  transport: Transport,
  body: readonly Condition[],
  fields = transactionFields,
): Promise<readonly Transaction[]> {
  const listing = { what: 'read histories', path: '/transactions', row: schemas.transactionSchema, fields };
  return allOf(pagesOf(transport, { ...listing, expanded: { Creator: 'id' }, search: { body } }));
}

/** Parts of mails; `Content` only where it is text: RT would send files as they are. */
export async function attachments(
  transport: Transport,
  body: readonly Condition[],
  withContent: boolean,
): Promise<readonly Attachment[]> {
  const fields = ['TransactionId', 'Subject', 'Filename', 'ContentType', 'MessageId', 'Headers'];
  const listing = { what: 'read mails', path: '/attachments', row: schemas.attachmentSchema };
  return allOf(
    pagesOf(transport, { ...listing, fields: [...fields, ...(withContent ? ['Content'] : [])], search: { body } }),
  );
}

/** To which entries of histories parts of mails belong. */
export async function attachmentOwners(transport: Transport, body: readonly Condition[]): Promise<readonly string[]> {
  const row = z.object({ TransactionId: z.union([z.number(), z.string()]).transform(String) });
  const listing = { what: 'search mails', path: '/attachments', row, fields: ['TransactionId'] };
  return (await allOf(pagesOf(transport, { ...listing, search: { body } }))).map((one) => one.TransactionId);
}

/** Definitions of custom fields of accounts and tickets. */
export async function fieldDefinitions(transport: Transport): Promise<readonly FieldDefinition[]> {
  const fields = ['Name', 'Type', 'MaxValues', 'Pattern', 'LookupType'];
  const body: readonly Condition[] = [
    { field: 'LookupType', operator: 'IN', value: ['RT::User', 'RT::Queue-RT::Ticket'] },
  ];
  const listing = { what: 'list custom fields', path: '/customfields', row: schemas.fieldDefinitionSchema, fields };
  return allOf(pagesOf(transport, { ...listing, search: { body } }));
}
