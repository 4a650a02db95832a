import { z } from 'zod';
import type { Call } from '../http-port.ts';

/**
 * What of a call a limit counts: a key for each thing that is counted apart ("ticket 42"), one empty key where there is only
 * one thing, none where the call is no concern of the limit.
 */
export type Counted = (call: Call) => readonly string[];

const id = z.union([z.number(), z.string()]).transform(String);
const ofOneTicket = z.object({ ticket_id: id });
const ofManyTickets = z.object({ tickets: z.array(z.object({ id })) });

/** Every call, without exception. */
export function everyCall(): readonly string[] {
  return [''];
}

/** Calls of the Help Center, which Zendesk counts apart from the others. */
export const helpCenterCalls: Counted = matching(/^\/api\/v2\/(?:help_center|community|guide)\//);

/** All other calls. */
export function supportCalls(call: Call): readonly string[] {
  return helpCenterCalls(call).length === 0 ? [''] : [];
}

/**
 * The tickets a call updates. Whether a redaction counts as an update is not documented, but it is a PUT that updates a ticket,
 * and those count: https://developer.zendesk.com/api-reference/introduction/rate-limits/#endpoint-rate-limits.
 */
export function updatedTickets({ method, path, query, body }: Call): readonly string[] {
  if (method !== 'PUT') return [];
  if (/^\/api\/v2\/comment_redactions\//.test(path)) {
    const parsed = ofOneTicket.safeParse(body);
    return parsed.success ? [parsed.data.ticket_id] : [];
  }
  if (/^\/api\/v2\/tickets\/update_many/.test(path)) {
    const parsed = ofManyTickets.safeParse(body);
    return parsed.success ? parsed.data.tickets.map((ticket) => ticket.id) : (query?.['ids']?.split(',') ?? []);
  }
  const [, ticket] = /^\/api\/v2\/(?:tickets|chat_redactions|chat_file_redactions)\/(\d+)/.exec(path) ?? [];
  return ticket === undefined ? [] : [ticket];
}

/** Calls that update tickets, however many. */
export function ticketUpdates(call: Call): readonly string[] {
  return updatedTickets(call).length === 0 ? [] : [''];
}

/** The user a call updates. Identities and sessions are other resources. */
export function updatedUsers({ method, path }: Call): readonly string[] {
  const [, user] = (method === 'PUT' && /^\/api\/v2\/users\/(\d+)(?:\.json)?$/.exec(path)) || [];
  return user === undefined ? [] : [user];
}

/** Calls that update a user. */
export function userUpdates(call: Call): readonly string[] {
  return updatedUsers(call).length === 0 ? [] : [''];
}

/** Pages of an exported search. */
export const searchExports: Counted = matching(/^\/api\/v2\/search\/export/);

/** Pages of an incremental export. */
export const incrementalExports: Counted = matching(/^\/api\/v2\/incremental\//);

/** Deletions of tickets, for good or not. */
export const ticketDeletions: Counted = matching(/^\/api\/v2\/(?:deleted_)?tickets\//, 'DELETE');

/** Deletions of users for good. */
export const finalUserDeletions: Counted = matching(/^\/api\/v2\/deleted_users\//, 'DELETE');

/** Calls that may start a job: https://developer.zendesk.com/api-reference/ticketing/ticket-management/job_statuses/. */
export function jobStarts({ method, path }: Call): readonly string[] {
  const starts =
    method !== 'GET' && /\/(?:update|destroy|create)_many/.test(path) && !path.includes('suspended_tickets');
  return starts ? [''] : [];
}

function matching(paths: RegExp, method?: Call['method']): Counted {
  return (call) => (paths.test(call.path) && (method === undefined || call.method === method) ? [''] : []);
}
