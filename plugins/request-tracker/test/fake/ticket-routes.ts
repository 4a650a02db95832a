import type { Request, Route } from './answer.ts';
import { objectIn, refused } from './answer.ts';
import { kinds } from './kinds.ts';
import { list } from './record-routes.ts';
import type { Row } from './rows.ts';
import { numberIn } from './rows.ts';
import { sorted } from './json-search.ts';
import { reference, single } from './shapes.ts';
import { ticketsFor } from './ticket-sql.ts';
import type { Tracker } from './tracker.ts';
import { absent, changeColumns, changeFields, changeRole } from './writing.ts';

const path = /^\/ticket\/(\d+)\/?$/;

/** Tickets, one by one and by queries in TicketSQL. */
export function ticketRoutes(tracker: Tracker): Route[] {
  const search = (request: Request): unknown => {
    const query = request.query.get('query') ?? '';
    return list(tracker, kinds.ticket, { rows: sorted(ticketsFor(tracker, query), kinds.ticket, request), request });
  };
  return [
    { method: 'GET', path: /^\/tickets\/?$/, answer: search },
    { method: 'POST', path: /^\/tickets\/?$/, answer: search },
    {
      method: 'GET',
      path,
      answer: ({ isSuperUser }, [id]) => {
        const row = tracker.rows.find('Tickets', Number(id));
        if (row === undefined) throw refused(404);
        if (!isSuperUser) throw refused(403);
        return ticketShape(tracker, merged(tracker, row));
      },
    },
    {
      method: 'PUT',
      path,
      answer: (request, [id]) => {
        const row = tracker.rows.find('Tickets', Number(id));
        if (row === undefined) throw absent();
        if (!request.isSuperUser) throw refused(403);
        return changeTicket(tracker, merged(tracker, row), request);
      },
    },
  ];
}

/** The number of a ticket that was merged into another leads to the other. */
function merged({ rows }: Tracker, row: Row): Row {
  return rows.get('Tickets', numberIn(row, 'EffectiveId'));
}

const roles = ['Requestor', 'Cc', 'AdminCc'];

function ticketShape(tracker: Tracker, row: Row): unknown {
  const people = roles.map((role): [string, unknown] => [
    role,
    tracker.members(row.id, role).map((user) => reference({ kind: kinds.user, row: user })),
  ]);
  return { ...moments, ...single(tracker, { kind: kinds.ticket, row }), ...Object.fromEntries(people) };
}

/** Moments that have not come yet are shown as the first of all moments. */
const moments = Object.fromEntries(
  ['Starts', 'Started', 'Due', 'Resolved'].map((one) => [one, '1970-01-01T00:00:00Z']),
);

const written = ['EffectiveId', 'Type', 'Owner', 'Subject', 'InitialPriority', 'FinalPriority', 'Priority', 'Status'];

function changeTicket(tracker: Tracker, row: Row, request: Request): readonly string[] {
  const writing = { of: { type: 'RT::Ticket', id: row.id }, by: request.user.id };
  const values = objectIn(request);
  return [
    ...changeColumns(tracker, writing, { row, columns: written, values }),
    ...changeFields(tracker, writing, values.CustomFields),
    ...roles.flatMap((role) => (role in values ? changeRole(tracker, writing, { role, people: values[role] }) : [])),
  ];
}
