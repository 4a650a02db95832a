import { z } from 'zod';
import { ask, ifThere } from './ask.ts';
import type { Line } from './ask.ts';
import { allOf, pagesOf } from './pages.ts';
import type { Page } from './pages.ts';
import * as schemas from './schema.ts';
import type { Comment, Suspended, Ticket } from './schema.ts';
import { auditSchema } from './log-schema.ts';
import type { Audit } from './log-schema.ts';
import * as userSchemas from './user-schema.ts';
import type { DeletedUser, Identity, User } from './user-schema.ts';

/** Reading calls, one function an endpoint: https://developer.zendesk.com/api-reference/ticketing/ */

const ticketList = { key: 'tickets', row: schemas.ticketSchema, query: { include: 'users' } } as const;

/** Tickets somebody asked for (`requested`), is in copy of (`ccd`) or follows (`followed`); with the users beside them. */
export async function ticketsOf(
  line: Line,
  user: string,
  part: 'requested' | 'ccd' | 'followed',
): Promise<Page<Ticket>> {
  return allOf(line, { ...ticketList, what: "list a user's tickets", path: `/api/v2/users/${user}/tickets/${part}` });
}

/** Tickets by number, a hundred at most; with the users beside them. */
export async function ticketsByNumber(line: Line, tickets: readonly number[]): Promise<Page<Ticket>> {
  const query = { ids: tickets.join(','), include: 'users' };
  const schema = z.object({
    tickets: z.array(schemas.ticketSchema),
    users: z.array(schemas.sideUserSchema).nullish(),
  });
  const call = { what: 'read tickets', method: 'GET', path: '/api/v2/tickets/show_many', query } as const;
  const answer = await ask(line, call, schema);
  return { rows: answer.tickets, users: answer.users ?? [] };
}

/** Tickets in which a text stands, closed and archived ones too. The index may be some minutes late. */
export async function ticketsWith(line: Line, text: string, size: number): Promise<readonly Ticket[]> {
  const query = { 'filter[type]': 'ticket', query: text };
  const listing = { what: 'search tickets', path: '/api/v2/search/export', query, size };
  return (await allOf(line, { ...listing, key: 'results', row: schemas.ticketSchema })).rows;
}

/** Comments of a ticket, oldest first, pictures in the text among the files; with the users who wrote or were in copy. */
export async function commentsOf(line: Line, ticket: number): Promise<Page<Comment>> {
  const query = { include_inline_images: 'true', include: 'users' };
  const path = `/api/v2/tickets/${ticket}/comments`;
  return allOf(line, {
    what: 'read the comments of a ticket',
    path,
    query,
    key: 'comments',
    row: schemas.commentSchema,
  });
}

/** The log of a ticket. Needs the scope `read` with OAuth. */
export async function auditsOf(line: Line, ticket: number): Promise<readonly Audit[]> {
  const path = `/api/v2/tickets/${ticket}/audits`;
  return (await allOf(line, { what: 'read the audit log of a ticket', path, key: 'audits', row: auditSchema })).rows;
}

/** A user with identities and the name of the organization. */
export interface WholeUser {
  readonly user: User;
  readonly identities: readonly Identity[];
  readonly organization: string | undefined;
}

/** One user with identities and organization, in one call. */
export async function userById(line: Line, user: string): Promise<WholeUser> {
  const query = { include: 'identities,organizations' };
  const schema = z.object({
    user: userSchemas.userSchema,
    identities: z.array(userSchemas.identitySchema).nullish(),
    organizations: z.array(z.object({ id: z.number(), name: z.string() })).nullish(),
  });
  const call = { what: 'read a user', method: 'GET', path: `/api/v2/users/${user}`, query } as const;
  const answer = await ask(line, call, schema);
  const organization = answer.organizations?.find(({ id }) => id === answer.user.organization_id)?.name;
  return {
    user: answer.user,
    identities: (answer.identities ?? []).filter(({ user_id }) => user_id === answer.user.id),
    organization,
  };
}

/** Who is called by some number, a hundred at most. */
export async function usersByNumber(line: Line, users: readonly number[]): Promise<readonly schemas.SideUser[]> {
  const call = {
    what: 'read users',
    method: 'GET',
    path: '/api/v2/users/show_many',
    query: { ids: users.join(',') },
  } as const;
  return (await ask(line, call, z.object({ users: z.array(schemas.sideUserSchema) }))).users;
}

const found = z.object({ users: z.array(z.object({ id: z.number() })), next_page: z.string().nullish() });

/** Numbers of users a search finds: `query` in any text of a user, `external_id` whole. Pages of a hundred, by number. */
export async function userNumbersWith(
  line: Line,
  search: { readonly query: string } | { readonly external_id: string },
): Promise<readonly number[]> {
  const numbers: number[] = [];
  for (let page = 1; ; page += 1) {
    const query = { ...search, page: String(page), per_page: '100' };
    const call = { what: 'search users', method: 'GET', path: '/api/v2/users/search', query } as const;
    const answer = await ask(line, call, found);
    numbers.push(...answer.users.map(({ id }) => id));
    if (answer.next_page == null || answer.users.length === 0) return numbers;
  }
}

/** Whether a user was deleted and is not yet gone for good. */
export async function isInBin(line: Line, user: string): Promise<boolean> {
  const call = { what: 'look for a deleted user', method: 'GET', path: `/api/v2/deleted_users/${user}` } as const;
  return (await ifThere(ask(line, call, z.object({ deleted_user: z.object({ id: z.number() }) })))) !== undefined;
}

/** Users who were deleted and are not yet gone for good. */
export async function deletedUsers(line: Line): Promise<readonly DeletedUser[]> {
  const listing = { what: 'list deleted users', path: '/api/v2/deleted_users', key: 'deleted_users' };
  return (await allOf(line, { ...listing, row: userSchemas.deletedUserSchema })).rows;
}

/** The account the calls are made with. */
export async function currentUser(line: Line): Promise<z.output<typeof userSchemas.selfSchema>> {
  const call = { what: 'read the account of the sign-in', method: 'GET', path: '/api/v2/users/me' } as const;
  return (await ask(line, call, z.object({ user: userSchemas.selfSchema }))).user;
}

/** Administrators, a page at a time. */
export async function* administrators(line: Line): AsyncGenerator<readonly User[]> {
  const listing = { what: 'list administrators', path: '/api/v2/users', query: { role: 'admin' }, key: 'users' };
  for await (const page of pagesOf(line, { ...listing, row: userSchemas.userSchema })) yield page.rows;
}

/** All users but deleted ones, a page at a time. */
export async function* allUsers(line: Line): AsyncGenerator<readonly User[]> {
  const listing = { what: 'list users', path: '/api/v2/users', key: 'users' };
  for await (const page of pagesOf(line, { ...listing, row: userSchemas.userSchema })) yield page.rows;
}

/** How the account is set up. */
export async function accountSettings(line: Line): Promise<userSchemas.Settings> {
  const call = { what: "read the account's settings", method: 'GET', path: '/api/v2/account/settings' } as const;
  return (await ask(line, call, z.object({ settings: userSchemas.settingsSchema }))).settings;
}

/** What a role may do. */
export async function roleById(line: Line, role: number): Promise<userSchemas.RoleRights> {
  const call = { what: 'read a role', method: 'GET', path: `/api/v2/custom_roles/${role}` } as const;
  return (await ask(line, call, z.object({ custom_role: z.object({ configuration: userSchemas.roleSchema }) })))
    .custom_role.configuration;
}

/** What type each custom field of tickets is of. */
export async function ticketFieldTypes(line: Line): Promise<ReadonlyMap<number, string>> {
  const row = z.object({ id: z.number(), type: z.string() });
  const listing = { what: 'list ticket fields', path: '/api/v2/ticket_fields', key: 'ticket_fields', row };
  return new Map((await allOf(line, listing)).rows.map(({ id, type }) => [id, type]));
}

/** How many sessions of a user there are, a hundred at most. */
export async function sessionsOf(line: Line, user: string): Promise<number> {
  const call = { what: "list a user's sessions", method: 'GET', path: `/api/v2/users/${user}/sessions` } as const;
  return (await ask(line, call, z.object({ sessions: z.array(z.object({ id: z.number() })) }))).sessions.length;
}

/** The whole queue of suspended tickets: it cannot be asked for one author. */
export async function suspendedTickets(line: Line): Promise<readonly Suspended[]> {
  const listing = { what: 'list suspended tickets', path: '/api/v2/suspended_tickets', key: 'suspended_tickets' };
  return (await allOf(line, { ...listing, row: schemas.suspendedSchema })).rows;
}

/** Conversations beside a ticket. */
export async function sideConversationsOf(line: Line, ticket: number): Promise<readonly schemas.SideConversation[]> {
  const path = `/api/v2/tickets/${ticket}/side_conversations`;
  const listing = { what: 'list side conversations', path, query: { include: 'events' }, key: 'side_conversations' };
  return (await allOf(line, { ...listing, row: schemas.sideConversationSchema })).rows;
}
