import { Refused, forbidden, idsIn, isObject, notFound, objectIn } from './answer.ts';
import { indexTicket } from './changing.ts';
import { jobOf, queued, shapeOf } from './jobs.ts';
import { pageOf } from './pages.ts';
import type { JobRow, Ticket, User, Via } from './records.ts';
import { canSee, mayDeleteTickets, mayEditTickets } from './rights.ts';
import type { Request, Route } from './route.ts';
import { auditShape, commentShape, ticketShape, userShape } from './shapes.ts';
import { updateTicket } from './ticket-changes.ts';
import type { Zendesk } from './zendesk.ts';

/** A ticket an agent may see. */
export function seen(zendesk: Zendesk, user: User, id: string | number | undefined): Ticket {
  const ticket = zendesk.ticket(id);
  if (!canSee(zendesk, user, ticket)) throw forbidden();
  return ticket;
}

/** Tickets, one by one and in lists. */
export function ticketRoutes(zendesk: Zendesk): Route[] {
  return [
    ...listRoutes(zendesk),
    ...conversationRoutes(zendesk),
    {
      method: 'GET',
      path: /^\/api\/v2\/tickets\/show_many$/,
      answer: ({ query, user }) => {
        const asked = idsIn(query);
        const found = zendesk.tickets.where(
          (one) => asked.includes(one.id) && one.deleted === 'no' && canSee(zendesk, user, one),
        );
        const tickets = found.map((one) => ticketShape(zendesk, one));
        return { tickets, ...usersBeside(zendesk, found, query), ...whole(tickets.length) };
      },
    },
    {
      method: 'GET',
      path: /^\/api\/v2\/tickets\/(\d+)$/,
      answer: ({ user }, [id]) => ({ ticket: ticketShape(zendesk, seen(zendesk, user, id)) }),
    },
    {
      method: 'PUT',
      path: /^\/api\/v2\/tickets\/(\d+)$/,
      limit: 'update-ticket',
      answer: ({ body, user }, [id]) => {
        const ticket = seen(zendesk, user, id);
        if (!mayEditTickets(zendesk, user)) throw forbidden();
        const after = updateTicket(zendesk, { ticket, changes: objectIn(body, 'ticket'), by: user.id, many: false });
        const audit = zendesk.auditsOf(ticket.id).at(-1);
        return { ticket: ticketShape(zendesk, after), audit: audit === undefined ? null : auditShape(zendesk, audit) };
      },
    },
    {
      method: 'DELETE',
      path: /^\/api\/v2\/tickets\/(\d+)$/,
      limit: 'delete-tickets',
      answer: ({ user }, [id]) => {
        if (!mayDeleteTickets(zendesk, user)) throw forbidden();
        zendesk.tickets.update(seen(zendesk, user, id).id, { deleted: 'soft' });
        indexTicket(zendesk, Number(id));
      },
    },
    ...bulkRoutes(zendesk),
  ];
}

const lists: Readonly<Record<string, (ticket: Ticket, user: number) => boolean>> = {
  requested: ({ requester_id }, user) => requester_id === user,
  ccd: ({ email_cc_ids }, user) => email_cc_ids.includes(user),
  followed: ({ follower_ids }, user) => follower_ids.includes(user),
  assigned: ({ assignee_id }, user) => assignee_id === user,
};

/** What a list leaves out because the agent may not see it is left out without a word. */
function listRoutes(zendesk: Zendesk): Route[] {
  return [
    {
      method: 'GET',
      path: /^\/api\/v2\/users\/(\d+)\/tickets\/(requested|ccd|followed|assigned)$/,
      answer: ({ path, query, user }, [id, list = '']) => {
        const whom = zendesk.user(id);
        const isOn = lists[list] ?? (() => false);
        const tickets = zendesk.tickets.where(
          (ticket) =>
            ticket.deleted === 'no' &&
            (zendesk.account.archivedInLists || !ticket.archived) &&
            canSee(zendesk, user, ticket) &&
            isOn(ticket, whom.id),
        );
        const { rows, meta } = pageOf(tickets, { zendesk, path, query });
        return { tickets: rows.map((one) => ticketShape(zendesk, one)), ...usersBeside(zendesk, rows, query), ...meta };
      },
    },
    {
      method: 'GET',
      path: /^\/api\/v2\/tickets$/,
      answer: ({ path, query, user }) => {
        const tickets = zendesk.tickets.where(
          (one) => one.deleted === 'no' && !one.archived && canSee(zendesk, user, one),
        );
        const { rows, meta } = pageOf(tickets, { zendesk, path, query });
        return { tickets: rows.map((one) => ticketShape(zendesk, one)), ...usersBeside(zendesk, rows, query), ...meta };
      },
    },
  ];
}

/** With `include=users`, everybody on the tickets. */
function usersBeside(
  zendesk: Zendesk,
  tickets: readonly Ticket[],
  query: URLSearchParams,
): Readonly<Record<string, unknown>> {
  const ids = tickets.flatMap(({ requester_id, submitter_id, assignee_id, email_cc_ids, follower_ids }) => [
    ...[requester_id, submitter_id, assignee_id ?? 0],
    ...[...email_cc_ids, ...follower_ids],
  ]);
  return sideloaded(zendesk, ids, query);
}

function sideloaded(
  zendesk: Zendesk,
  ids: readonly number[],
  query: URLSearchParams,
): Readonly<Record<string, unknown>> {
  if (!(query.get('include') ?? '').split(',').includes('users')) return {};
  const users = [...new Set(ids)].flatMap((id) => zendesk.users.find(id) ?? []);
  return { users: users.map((user) => userShape(zendesk, user)) };
}

function copiedIn({ source }: Via): readonly number[] {
  const { email_ccs } = source.to;
  return Array.isArray(email_ccs) ? email_ccs.filter((one) => typeof one === 'number') : [];
}

function conversationRoutes(zendesk: Zendesk): Route[] {
  return [
    {
      method: 'GET',
      path: /^\/api\/v2\/tickets\/(\d+)\/comments$/,
      answer: ({ path, query, user }, [id]) => {
        const { rows, meta } = pageOf(zendesk.commentsOf(seen(zendesk, user, id).id), { zendesk, path, query });
        const inline = query.get('include_inline_images') === 'true';
        // "Use this parameter to list email CCs": authors, and whom their mails went to in copy.
        const people = rows.flatMap(({ author_id, via }) => [author_id, ...copiedIn(via)]);
        return {
          comments: rows.map((comment) => commentShape(zendesk, comment, inline)),
          ...sideloaded(zendesk, people, query),
          ...meta,
        };
      },
    },
    {
      method: 'GET',
      path: /^\/api\/v2\/tickets\/(\d+)\/audits$/,
      answer: ({ path, query, user }, [id]) => {
        const ticket = seen(zendesk, user, id);
        const audits = zendesk.auditsOf(ticket.id);
        // Archived tickets give all their audits at once, whatever page is asked for.
        if (ticket.archived) return { audits: audits.map((one) => auditShape(zendesk, one)), ...whole(audits.length) };
        const { rows, meta } = pageOf(audits, { zendesk, path, query });
        return { audits: rows.map((one) => auditShape(zendesk, one)), ...meta };
      },
    },
    {
      method: 'GET',
      path: /^\/api\/v2\/tickets\/(\d+)\/(email_ccs|followers|collaborators)$/,
      answer: ({ user }, [id, list]) => {
        const { email_cc_ids, follower_ids } = seen(zendesk, user, id);
        const both =
          list === 'email_ccs'
            ? email_cc_ids
            : list === 'followers'
              ? follower_ids
              : [...email_cc_ids, ...follower_ids];
        const users = both.map((one) => userShape(zendesk, zendesk.user(one)));
        return { users, ...whole(users.length) };
      },
    },
  ];
}

function whole(count: number): Readonly<Record<string, unknown>> {
  return { count, next_page: null, previous_page: null };
}

function bulkRoutes(zendesk: Zendesk): Route[] {
  return [
    {
      method: 'PUT',
      path: /^\/api\/v2\/tickets\/update_many$/,
      limit: 'update-many',
      answer: (request) => {
        if (!mayEditTickets(zendesk, request.user)) throw forbidden();
        const rows = updateRows(request);
        return {
          job_status: queued(zendesk, { job_type: 'Bulk Update Ticket', by: request.user.id, rows, run: 'update' }),
        };
      },
    },
    {
      method: 'DELETE',
      path: /^\/api\/v2\/tickets\/destroy_many$/,
      limit: 'delete-tickets',
      answer: ({ query, user }) => {
        if (!mayDeleteTickets(zendesk, user)) throw forbidden();
        const rows = idsIn(query).map((id): JobRow => ({ id, action: 'delete', changes: {} }));
        return { job_status: queued(zendesk, { job_type: 'Bulk Delete Tickets', by: user.id, rows, run: 'delete' }) };
      },
    },
    {
      method: 'DELETE',
      path: /^\/api\/v2\/deleted_tickets\/destroy_many$/,
      limit: 'delete-tickets',
      answer: ({ query, user }) => {
        if (!mayDeleteTickets(zendesk, user)) throw forbidden();
        const rows = idsIn(query).map((id): JobRow => ({ id, action: 'delete', changes: {} }));
        return {
          job_status: queued(zendesk, {
            job_type: 'Ticket Permanent Deletion',
            by: user.id,
            rows,
            run: 'delete-for-good',
          }),
        };
      },
    },
    {
      method: 'GET',
      path: /^\/api\/v2\/deleted_tickets$/,
      answer: ({ path, query, user }) => {
        if (!mayDeleteTickets(zendesk, user)) throw forbidden();
        const { rows, meta } = pageOf(
          zendesk.tickets.where(({ deleted }) => deleted === 'soft'),
          { zendesk, path, query },
        );
        const shown = rows.map(({ id, subject, updated_at }) => ({
          ...{ id, subject: subject ?? '', deleted_at: updated_at, previous_state: 'closed' },
          actor: { id: user.id, name: user.name },
        }));
        return { deleted_tickets: shown, ...meta };
      },
    },
    {
      method: 'GET',
      path: /^\/api\/v2\/job_statuses\/show_many$/,
      answer: ({ query }) => {
        const keys = (query.get('ids') ?? '').split(',');
        if (keys.length > 100 || keys[0] === '') throw new Refused(400, { error: 'Parameter ids is required' });
        const jobs = keys.flatMap((key) => jobOf(zendesk, key) ?? []);
        return { job_statuses: jobs.map((job) => shapeOf(zendesk, job)) };
      },
    },
    {
      method: 'GET',
      path: /^\/api\/v2\/job_statuses\/(\w+)$/,
      answer: (_, [key = '']) => {
        const job = jobOf(zendesk, key);
        if (job === undefined) throw notFound();
        return { job_status: shapeOf(zendesk, job) };
      },
    },
  ];
}

/** Either changes for each ticket, or the same for all of `?ids=`. */
function updateRows({ query, body }: Request): JobRow[] {
  if (query.has('ids'))
    return idsIn(query).map((id): JobRow => ({ id, action: 'update', changes: objectIn(body, 'ticket') }));
  const tickets = isObject(body) && Array.isArray(body.tickets) ? body.tickets : [];
  if (tickets.length === 0) throw new Refused(400, { error: 'Parameter tickets is required' });
  if (tickets.length > 100) throw new Refused(400, { error: 'TooManyValues', description: 'At most 100 tickets' });
  return tickets.map((changes: unknown): JobRow => {
    if (!isObject(changes) || typeof changes.id !== 'number')
      throw new Refused(400, { error: 'Each ticket needs an id' });
    return { id: changes.id, action: 'update', changes };
  });
}
