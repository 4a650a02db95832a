import { forbidden, idsIn } from './answer.ts';
import { pageOf } from './pages.ts';
import { canSee, maySweepSuspended } from './rights.ts';
import type { Request, Route } from './route.ts';
import { suspendedShape } from './shapes.ts';
import type { Zendesk } from './zendesk.ts';

/** Suspended tickets: listed and deleted, never edited. There is no filter by author. */
export function suspendedRoutes(zendesk: Zendesk): Route[] {
  const check = ({ user }: Request): void => {
    if (!maySweepSuspended(zendesk, user)) throw forbidden();
  };
  return [
    {
      method: 'GET',
      path: /^\/api\/v2\/suspended_tickets$/,
      answer: (request) => {
        check(request);
        const { rows, meta } = pageOf(zendesk.suspended.all(), { zendesk, path: request.path, query: request.query });
        return { suspended_tickets: rows.map((one) => suspendedShape(zendesk, one)), ...meta };
      },
    },
    {
      method: 'DELETE',
      path: /^\/api\/v2\/suspended_tickets\/destroy_many$/,
      answer: (request) => {
        check(request);
        for (const id of idsIn(request.query)) zendesk.suspended.delete(id);
      },
    },
  ];
}

/** Side conversations: shown, opened and closed, never blanked. */
export function sideConversationRoutes(zendesk: Zendesk): Route[] {
  return [
    {
      method: 'GET',
      path: /^\/api\/v2\/tickets\/(\d+)\/side_conversations$/,
      answer: ({ query, user, path }, [id]) => {
        const ticket = zendesk.ticket(id);
        if (!canSee(zendesk, user, ticket)) throw forbidden();
        const own = zendesk.sideConversations.where(({ ticket_id }) => ticket_id === ticket.id);
        const { rows, meta } = pageOf(own, { zendesk, path, query });
        const withEvents = (query.get('include') ?? '').split(',').includes('events');
        return {
          side_conversations: rows.map(({ id: number, events, ...shown }) => ({
            ...shown,
            id: `side-${String(number)}`,
            preview_text: events.at(-1)?.message ?? null,
            ...(withEvents
              ? { events: events.map((one) => ({ type: 'reply', message: { body: one.message, from: one.from } })) }
              : {}),
          })),
          ...meta,
        };
      },
    },
  ];
}
