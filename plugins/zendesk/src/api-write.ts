import { z } from 'zod';
import { ask, tell } from './ask.ts';
import type { Line } from './ask.ts';
import { jobSchema } from './schema.ts';
import type { Job } from './schema.ts';

/** Writing calls, one function an endpoint: https://developer.zendesk.com/api-reference/ticketing/ */

/** Values by Zendesk's own names. */
export type Values = Readonly<Record<string, unknown>>;

const started = z.object({ job_status: jobSchema });

/** Redacts what is marked in a comment, and files of it; works on closed and archived tickets. */
export async function redactComment(
  line: Line,
  comment: number,
  body: {
    readonly ticket_id: number;
    readonly html_body?: string;
    readonly external_attachment_urls?: readonly string[];
  },
): Promise<void> {
  await tell(line, {
    what: 'redact a comment',
    method: 'PUT',
    path: `/api/v2/comment_redactions/${comment}`,
    body,
  });
}

/** Redacts what is marked in a line of a chat that has ended. */
export async function redactChat(line: Line, ticket: number, body: Values): Promise<void> {
  await tell(line, {
    what: 'redact a line of a chat',
    method: 'PUT',
    path: `/api/v2/chat_redactions/${ticket}`,
    body,
  });
}

/** Redacts files of one chat. */
export async function redactChatFiles(line: Line, ticket: number, body: Values): Promise<void> {
  const path = `/api/v2/chat_file_redactions/${ticket}`;
  await tell(line, { what: 'redact files of a chat', method: 'PUT', path, body });
}

/** Changes tickets, a hundred at most, each in its own way. Zendesk does it later: the job tells what came of each. */
export async function updateTickets(line: Line, tickets: readonly Values[]): Promise<Job> {
  const path = '/api/v2/tickets/update_many';
  return (await ask(line, { what: 'change tickets', method: 'PUT', path, body: { tickets } }, started)).job_status;
}

/** How far jobs are, a hundred at most. */
export async function jobStatuses(line: Line, jobs: readonly string[]): Promise<readonly Job[]> {
  const call = {
    what: 'ask how far a job is',
    method: 'GET',
    path: '/api/v2/job_statuses/show_many',
    query: { ids: jobs.join(',') },
  } as const;
  return (await ask(line, call, z.object({ job_statuses: z.array(jobSchema) }))).job_statuses;
}

/** Changes a user. An `email` would be added to the others, so that none is ever sent. */
export async function updateUser(line: Line, user: number, values: Values): Promise<void> {
  const path = `/api/v2/users/${user}`;
  await tell(line, { what: 'change a user', method: 'PUT', path, body: { user: values } });
}

/** Ends all sessions of a user. */
export async function endSessions(line: Line, user: number): Promise<void> {
  await tell(line, { what: "end a user's sessions", method: 'DELETE', path: `/api/v2/users/${user}/sessions` });
}

/** Puts tickets into the bin, a hundred at most. Zendesk does it later. */
export async function binTickets(line: Line, tickets: readonly number[]): Promise<Job> {
  return deletingJob(line, '/api/v2/tickets/destroy_many', tickets);
}

/** Deletes tickets that are in the bin for good, a hundred at most. Zendesk does it later. */
export async function deleteTicketsForGood(line: Line, tickets: readonly number[]): Promise<Job> {
  return deletingJob(line, '/api/v2/deleted_tickets/destroy_many', tickets);
}

async function deletingJob(line: Line, path: string, tickets: readonly number[]): Promise<Job> {
  const call = { what: 'delete tickets', method: 'DELETE', path, query: { ids: tickets.join(',') } } as const;
  return (await ask(line, call, started)).job_status;
}

/** Puts a user into the bin. Refused while a ticket the user asked for is not closed. */
export async function binUser(line: Line, user: number): Promise<void> {
  await tell(line, { what: 'delete a user', method: 'DELETE', path: `/api/v2/users/${user}` });
}

/** Deletes a user who is in the bin for good. */
export async function deleteUserForGood(line: Line, user: number): Promise<void> {
  await tell(line, { what: 'delete a user for good', method: 'DELETE', path: `/api/v2/deleted_users/${user}` });
}

/** Takes one way to reach or recognize a user away. */
export async function deleteIdentity(line: Line, user: number, identity: number): Promise<void> {
  const path = `/api/v2/users/${user}/identities/${identity}`;
  await tell(line, { what: 'delete an address or number of a user', method: 'DELETE', path });
}

/** Gives an identity another value, as verified so that nobody is asked to confirm it. */
export async function changeIdentity(
  line: Line,
  { user, identity }: { readonly user: number; readonly identity: number },
  value: string,
): Promise<void> {
  const path = `/api/v2/users/${user}/identities/${identity}`;
  const body = { identity: { value, verified: true } };
  await tell(line, { what: 'change an address of a user', method: 'PUT', path, body });
}

/** Deletes suspended mail, a hundred at most. */
export async function deleteSuspended(line: Line, mails: readonly number[]): Promise<void> {
  const path = '/api/v2/suspended_tickets/destroy_many';
  await tell(line, { what: 'delete suspended tickets', method: 'DELETE', path, query: { ids: mails.join(',') } });
}
