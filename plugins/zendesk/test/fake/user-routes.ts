import { Refused, checkKnown, forbidden, idsIn, invalid, isObject, notFound, objectIn } from './answer.ts';
import { indexUser } from './changing.ts';
import { queued } from './jobs.ts';
import { pageOf } from './pages.ts';
import type { Identity, JobRow, User } from './records.ts';
import { mayEditPeople } from './rights.ts';
import type { Route } from './route.ts';
import { foundUsers } from './searching.ts';
import { identityShape, userShape } from './shapes.ts';
import { deleteUser, eraseUser } from './user-deletion.ts';
import type { Zendesk } from './zendesk.ts';

/** Users, and what deleting them leaves. */
export function userRoutes(zendesk: Zendesk): Route[] {
  return [
    {
      method: 'GET',
      path: /^\/api\/v2\/users\/me$/,
      allowed: 'everybody',
      answer: ({ user }) => ({ user: { ...userShape(zendesk, user), authenticity_token: 'invented' } }),
    },
    {
      method: 'DELETE',
      path: /^\/api\/v2\/users\/destroy_many$/,
      answer: ({ query, user }) => {
        const rows = idsIn(query).map((id): JobRow => ({ id, action: 'delete', changes: {} }));
        return {
          job_status: queued(zendesk, { job_type: 'Bulk Delete Users', by: user.id, rows, run: 'delete-users' }),
        };
      },
    },
    { method: 'GET', path: /^\/api\/v2\/users\/search$/, answer: (request) => searchUsers(zendesk, request) },
    {
      method: 'GET',
      path: /^\/api\/v2\/users\/show_many$/,
      answer: ({ query }) => {
        const ids = (query.get('ids') ?? '').split(',').slice(0, 100).map(Number);
        const users = ids.flatMap((id) => zendesk.users.find(id) ?? []);
        return {
          users: users.map((user) => userShape(zendesk, user)),
          count: users.length,
          next_page: null,
          previous_page: null,
        };
      },
    },
    {
      method: 'GET',
      path: /^\/api\/v2\/users$/,
      answer: ({ path, query }) => {
        const roles = [...query.getAll('role'), ...query.getAll('role[]')];
        const users = zendesk.users.where(({ active, role }) => active && (roles.length === 0 || roles.includes(role)));
        const { rows, meta } = pageOf(users, { zendesk, path, query });
        return { users: rows.map((user) => userShape(zendesk, user)), ...meta };
      },
    },
    {
      method: 'GET',
      path: /^\/api\/v2\/users\/(\d+)$/,
      answer: ({ query }, [id]) => ({
        user: userShape(zendesk, zendesk.user(id)),
        ...sideloads(zendesk, zendesk.user(id), (query.get('include') ?? '').split(',')),
      }),
    },
    {
      method: 'PUT',
      path: /^\/api\/v2\/users\/(\d+)$/,
      limit: 'update-user',
      answer: ({ body, user }, [id]) => ({
        user: userShape(zendesk, updateUser(zendesk, zendesk.user(id), { changes: objectIn(body, 'user'), by: user })),
      }),
    },
    {
      method: 'DELETE',
      path: /^\/api\/v2\/users\/(\d+)$/,
      answer: ({ user }, [id]) => ({ user: userShape(zendesk, deleteUser(zendesk, living(zendesk, id), user)) }),
    },
    {
      method: 'GET',
      path: /^\/api\/v2\/users\/(\d+)\/related$/,
      answer: (_, [id]) => related(zendesk, zendesk.user(id)),
    },
    ...deletedUserRoutes(zendesk),
    ...sessionRoutes(zendesk),
  ];
}

function deletedUserRoutes(zendesk: Zendesk): Route[] {
  const deleted = (id: string | undefined): User => {
    const user = zendesk.user(id);
    if (user.active || user.erased) throw notFound();
    return user;
  };
  return [
    {
      method: 'GET',
      path: /^\/api\/v2\/deleted_users$/,
      answer: ({ path, query }) => {
        const users = zendesk.users.where(({ active, erased }) => !active && !erased);
        const { rows, meta } = pageOf(users, { zendesk, path, query });
        return { deleted_users: rows.map((user) => deletedShape(zendesk, user)), ...meta };
      },
    },
    {
      method: 'GET',
      path: /^\/api\/v2\/deleted_users\/(\d+)$/,
      answer: (_, [id]) => ({ deleted_user: deletedShape(zendesk, deleted(id)) }),
    },
    {
      method: 'DELETE',
      path: /^\/api\/v2\/deleted_users\/(\d+)$/,
      limit: 'delete-user-for-good',
      answer: ({ user }, [id]) => ({ deleted_user: deletedShape(zendesk, eraseUser(zendesk, deleted(id), user)) }),
    },
    {
      method: 'GET',
      path: /^\/api\/v2\/users\/(\d+)\/compliance_deletion_statuses$/,
      answer: (_, [id]) => ({ compliance_deletion_statuses: statusesOf(zendesk, zendesk.user(id)) }),
    },
  ];
}

function sessionRoutes(zendesk: Zendesk): Route[] {
  const ofUser = (id: string | undefined): number => zendesk.user(id).id;
  return [
    {
      method: 'GET',
      path: /^\/api\/v2\/users\/(\d+)\/sessions$/,
      answer: ({ path, query }, [id]) => {
        const { rows, meta } = pageOf(
          zendesk.sessions.where(({ user_id }) => user_id === ofUser(id)),
          { zendesk, path, query },
        );
        const url = (session: number): string =>
          `${zendesk.base}/api/v2/users/${String(id)}/sessions/${String(session)}.json`;
        return { sessions: rows.map((session) => ({ ...session, url: url(session.id) })), ...meta };
      },
    },
    {
      method: 'DELETE',
      path: /^\/api\/v2\/users\/(\d+)\/sessions$/,
      answer: ({ user }, [id]) => {
        if (!mayEditPeople(zendesk, user, zendesk.user(id))) throw forbidden();
        for (const one of zendesk.sessions.where(({ user_id }) => user_id === ofUser(id)))
          zendesk.sessions.delete(one.id);
      },
    },
  ];
}

function living(zendesk: Zendesk, id: string | undefined): User {
  const user = zendesk.user(id);
  if (!user.active) throw notFound();
  return user;
}

function sideloads(zendesk: Zendesk, user: User, include: readonly string[]): Readonly<Record<string, unknown>> {
  const companies = zendesk.organizations.where(({ id }) => id === user.organization_id);
  return {
    ...(include.includes('identities')
      ? { identities: zendesk.identitiesOf(user.id).map((one) => identityShape(zendesk, one)) }
      : {}),
    ...(include.includes('organizations') ? { organizations: companies } : {}),
  };
}

function related(zendesk: Zendesk, { id }: User): unknown {
  const count = (is: (ticket: ReturnType<typeof zendesk.tickets.get>) => boolean): number =>
    zendesk.tickets.where((ticket) => ticket.deleted === 'no' && is(ticket)).length;
  return {
    user_related: {
      assigned_tickets: count(({ assignee_id }) => assignee_id === id),
      requested_tickets: count(({ requester_id }) => requester_id === id),
      ccd_tickets: count(({ email_cc_ids }) => email_cc_ids.includes(id)),
      followed_tickets: count(({ follower_ids }) => follower_ids.includes(id)),
      organization_subscriptions: 0,
    },
  };
}

function deletedShape(zendesk: Zendesk, user: User): unknown {
  const { id, name, url, email, created_at, updated_at, time_zone, phone, photo, locale_id, locale } = userShape(
    zendesk,
    user,
  );
  const { organization_id, role, active } = user;
  const shown = { id, name, url, email, created_at, updated_at, time_zone, phone, photo, locale_id, locale };
  return { ...shown, organization_id, role, active, shared_phone_number: null };
}

function statusesOf(zendesk: Zendesk, { id }: User): readonly unknown[] {
  const products = ['all', 'support', 'explore', 'chat', 'guide', 'talk'];
  return zendesk.erasures
    .where(({ user_id }) => user_id === id)
    .flatMap(({ by, at }) =>
      products.map((application) => ({
        action: 'request_deletion',
        application,
        account_subdomain: zendesk.account.subdomain,
        executer_id: by,
        user_id: id,
        created_at: at,
      })),
    );
}

function searchUsers(
  zendesk: Zendesk,
  { path, query }: { readonly path: string; readonly query: URLSearchParams },
): unknown {
  const [text, external] = [query.get('query'), query.get('external_id')];
  if (text === null && external === null)
    throw new Refused(400, { error: 'Parameter query or external_id is required' });
  const users =
    external === null
      ? foundUsers(zendesk, text ?? '')
      : zendesk.users.where(({ external_id, active }) => active && external_id === external);
  const { rows, meta } = pageOf(users, { zendesk, path, query: withoutCursor(query) });
  return { users: rows.map((user) => userShape(zendesk, user)), ...meta };
}

/** Only pages by number here. */
function withoutCursor(query: URLSearchParams): URLSearchParams {
  return new URLSearchParams([...query].filter(([key]) => !key.startsWith('page[')));
}

interface Wanted {
  readonly changes: Readonly<Record<string, unknown>>;
  readonly by: User;
}

const beyond = [
  ...[
    'role',
    'custom_role_id',
    'organization_id',
    'organization',
    'default_group_id',
    'locale',
    'locale_id',
    'time_zone',
  ],
  ...['ticket_restriction', 'only_private_comments', 'moderator', 'verified', 'identities', 'password', 'active'],
];
const texts = ['alias', 'details', 'notes', 'signature'] as const;

/** An address given here is added to the others. A blank name is refused. */
function updateUser(zendesk: Zendesk, whom: User, { changes, by }: Wanted): User {
  if (!mayEditPeople(zendesk, by, whom)) throw forbidden();
  if (!whom.active) throw notFound();
  checkKnown(changes, beyond);
  checkUser(zendesk, whom, { changes, by });
  const given = texts.filter((key) => changes[key] === null || typeof changes[key] === 'string');
  zendesk.users.update(whom.id, {
    ...Object.fromEntries(given.map((key) => [key, changes[key] ?? ''])),
    ...(typeof changes.name === 'string' ? { name: changes.name } : {}),
    ...('phone' in changes ? { phone: changes.phone === '' ? null : (asText(changes.phone) ?? null) } : {}),
    ...('external_id' in changes ? { external_id: asText(changes.external_id) ?? null } : {}),
    ...('shared_phone_number' in changes ? { shared_phone_number: changes.shared_phone_number === true || null } : {}),
    ...(Array.isArray(changes.tags) ? { tags: changes.tags.map(String) } : {}),
    ...(typeof changes.suspended === 'boolean' ? { suspended: changes.suspended } : {}),
    ...(isObject(changes.user_fields) ? { user_fields: fieldsOf(zendesk, whom, changes.user_fields) } : {}),
    ...(losesPhoto(zendesk, changes) ? { photo: null } : {}),
    updated_at: zendesk.now(),
  });
  if (typeof changes.email === 'string') addAddress(zendesk, whom, changes.email);
  indexUser(zendesk, whom.id);
  return zendesk.users.get(whom.id);
}

function checkUser(zendesk: Zendesk, whom: User, { changes, by }: Wanted): void {
  if ('name' in changes && (asText(changes.name) ?? '').trim() === '')
    throw invalid({ name: 'Name: is too short (minimum is 1 characters)' });
  if (changes.suspended === true && (whom.id === by.id || whom.owner))
    throw invalid({ base: 'You cannot suspend this user' });
  const external = asText(changes.external_id);
  const taken = zendesk.users.where(({ id, external_id }) => id !== whom.id && external_id === external);
  if (external !== undefined && taken.length > 0) throw invalid({ external_id: 'External ID: has already been taken' });
  if (typeof changes.email === 'string') checkValue(zendesk, whom.id, { type: 'email', value: changes.email });
}

function fieldsOf(
  zendesk: Zendesk,
  whom: User,
  given: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const known = zendesk.userFields.all().map(({ key }) => key);
  const entries = Object.entries(given).filter(([key]) => known.includes(key));
  return {
    ...whom.user_fields,
    ...Object.fromEntries(entries.map(([key, value]) => [key, value === '' ? null : value])),
  };
}

function losesPhoto({ account }: Zendesk, changes: Readonly<Record<string, unknown>>): boolean {
  return account.clearsPhoto.some((key) => key in changes && (changes[key] === null || changes[key] === ''));
}

function addAddress(zendesk: Zendesk, whom: User, value: string): void {
  const known = zendesk.identitiesOf(whom.id).filter(({ type }) => type === 'email');
  if (known.some((one) => one.value.toLowerCase() === value.toLowerCase())) return;
  const at = zendesk.now();
  const plain = { user_id: whom.id, type: 'email', value, created_at: at, updated_at: at } as const;
  zendesk.identities.put({ ...plain, id: zendesk.identities.nextId(), verified: false, primary: known.length === 0 });
}

/** Refuses what is no address and what somebody else has. */
export function checkValue(zendesk: Zendesk, user: number, { type, value }: Pick<Identity, 'type' | 'value'>): void {
  if (type === 'email' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value))
    throw invalid({ value: 'Email: is not properly formatted' });
  const taken = zendesk.identities.where(
    (one) => one.type === type && one.value.toLowerCase() === value.toLowerCase() && one.user_id !== user,
  );
  if (taken.length > 0) throw invalid({ email: 'Value: is already being used by another user' });
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
