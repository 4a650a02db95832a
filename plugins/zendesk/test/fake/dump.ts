import type { Ticket } from './records.ts';
import type { Zendesk } from './zendesk.ts';

/** Everything the invented Zendesk holds: its tables, what files have inside, the search index, mails sent. */
export function* dumpOf(zendesk: Zendesk): Generator<string> {
  for (const [name, table] of Object.entries(tablesOf(zendesk)))
    for (const row of table.all()) yield `${name} ${linesOf(row)}\n`;
  yield* zendesk.index.all();
  for (const { to, subject, text } of zendesk.outbox) yield `mail ${to.join(', ')}\n${subject}\n${text}\n`;
}

/** What reports count, per ticket and as a whole. */
export function talliesOf(zendesk: Zendesk): Readonly<Record<string, string>> {
  const tickets = zendesk.tickets.where(({ deleted }) => deleted === 'no');
  return Object.fromEntries<string>([
    ...tickets.map((ticket): [string, string] => [`ticket ${String(ticket.id)}`, countedOf(zendesk, ticket)]),
    ['tickets', String(tickets.length)],
    ['users', String(zendesk.users.where(({ active }) => active).length)],
    ...zendesk.users
      .all()
      .map(({ id, organization_id, created_at }): [string, string] => [
        `user ${String(id)}`,
        JSON.stringify([organization_id, created_at]),
      ]),
  ]);
}

function countedOf(zendesk: Zendesk, ticket: Ticket): string {
  const { status, type, priority, organization_id, group_id, brand_id, ticket_form_id, assignee_id } = ticket;
  const { requester_id, submitter_id, created_at, via, satisfaction_rating } = ticket;
  const comments = zendesk.commentsOf(ticket.id);
  const files = comments.reduce((sum, { id }) => sum + zendesk.attachmentsOf(id).length, 0);
  return JSON.stringify([
    ...[status, type, priority, organization_id, group_id, brand_id, ticket_form_id, assignee_id],
    ...[requester_id, submitter_id, created_at, via.channel, satisfaction_rating.score, comments.length, files],
  ]);
}

function tablesOf(zendesk: Zendesk): Readonly<Record<string, { all(): readonly object[] }>> {
  const { users, identities, tickets, comments, attachments, audits, suspended, sideConversations, sessions } = zendesk;
  const { organizations, groups, helpTexts, helpMarks, customRecords, jobs } = zendesk;
  return {
    ...{ users, identities, tickets, comments, attachments, audits, suspended, sideConversations, sessions },
    ...{ organizations, groups, helpTexts, helpMarks, customRecords, jobs },
  };
}

/** One value a line, so that no text is hidden in an encoding. */
function linesOf(row: unknown, at = ''): string {
  if (typeof row !== 'object' || row === null) return `${at}=${String(row)}\n`;
  return Object.entries(row)
    .map(([key, value]) => linesOf(value, at === '' ? key : `${at}.${key}`))
    .join('');
}
