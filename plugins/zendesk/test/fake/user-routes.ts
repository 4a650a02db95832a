import { Refused, forbidden, idsIn, notFound, objectIn } from './answer.ts';
import { queued } from './jobs.ts';
import { pageOf } from './pages.ts';
import type { JobRow, User } from './records.ts';
import { mayEditPeople } from './rights.ts';
import type { Route } from './route.ts';
import { foundUsers } from './searching.ts';
import { identityShape, userShape } from './shapes.ts';
import { updateUser } from './user-changes.ts';
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
