import { forbidden, isObject, notFound, unprocessable } from './answer.ts';
import { updated } from './changing.ts';
import { block } from './redacting.ts';
import type { Audit, AuditEvent, Ticket } from './records.ts';
import { mayDeleteTickets } from './rights.ts';
import type { Request, Route } from './route.ts';
import { chatShape } from './shapes.ts';
import { seen } from './ticket-routes.ts';
import type { Zendesk } from './zendesk.ts';

type Entry = Readonly<Record<string, unknown>>;

/** Redaction of what was said in a chat, which stands in the audits only. */
export function chatRoutes(zendesk: Zendesk): Route[] {
  return [
    {
      method: 'PUT',
      path: /^\/api\/v2\/chat_redactions\/(\d+)$/,
      limit: 'update-ticket',
      answer: (request, [id]) => redactLine(zendesk, request, id),
    },
    {
      method: 'PUT',
      path: /^\/api\/v2\/chat_file_redactions\/(\d+)$/,
      limit: 'update-ticket',
      answer: (request, [id]) => redactFiles(zendesk, request, id),
    },
  ];
}

interface Chat {
  readonly ticket: Ticket;
  readonly audit: Audit;
  readonly event: AuditEvent;
  readonly history: readonly Entry[];
}

/** Ended chats only, and none of the archived live chats. */
function chatOf(zendesk: Zendesk, { user, body }: Request, id: string | undefined): Chat {
  const ticket = seen(zendesk, user, id);
  if (!zendesk.account.agentWorkspace) throw forbidden('Agent Workspace is not enabled');
  if (!mayDeleteTickets(zendesk, user)) throw forbidden();
  const chat = isObject(body) ? body.chat_id : undefined;
  if (typeof chat !== 'string') throw unprocessable('InvalidParameter', 'chat_id is required');
  const audits = zendesk.auditsOf(ticket.id);
  for (const audit of audits) {
    const event = audit.events.find((one) => one.type === 'ChatStartedEvent' && chatIn(one) === chat);
    if (event === undefined) continue;
    const ended = audits.some(({ events }) =>
      events.some((one) => one.type === 'ChatEndedEvent' && chatIn(one) === chat),
    );
    if (!ended) throw unprocessable('UnprocessableEntity', 'The chat is still active');
    if (ticket.archived) throw unprocessable('UnprocessableEntity', 'The chat is archived');
    return { ticket, audit, event, history: historyIn(event) };
  }
  throw notFound();
}

function chatIn({ value }: AuditEvent): unknown {
  return isObject(value) ? value.chat_id : undefined;
}

function historyIn({ value }: AuditEvent): Entry[] {
  const history = isObject(value) ? value.history : undefined;
  return Array.isArray(history) ? history.filter(isObject) : [];
}

/** The text without its marks must be what was said. */
function redactLine(zendesk: Zendesk, request: Request, id: string | undefined): unknown {
  const chat = chatOf(zendesk, request, id);
  const { chat_index, message_id, text } = isObject(request.body) ? request.body : {};
  if (typeof text !== 'string') throw unprocessable('InvalidParameter', 'text is required');
  const at = placesOf(chat, { type: 'ChatMessage', indexes: [chat_index], messages: [message_id] })[0];
  if (at === undefined) throw notFound();
  if (text.replaceAll(/<\/?redact>/g, '') !== chat.history[at]?.message)
    throw unprocessable('UnprocessableEntity', 'text does not match the message');
  const left = text.replaceAll(/<redact>([\s\S]*?)<\/redact>/g, (_, inner: string) => blocks(inner));
  if (/<\/?redact>/.test(left)) throw unprocessable('UnprocessableEntity', 'The redact tags do not match');
  return written(zendesk, request, {
    ...chat,
    history: chat.history.map((one, place) => (place === at ? { ...one, message: left } : one)),
  });
}

function blocks(text: string): string {
  return [...text].map((one) => (one === '\n' ? one : block)).join('');
}

function redactFiles(zendesk: Zendesk, request: Request, id: string | undefined): unknown {
  const chat = chatOf(zendesk, request, id);
  const { chat_indexes, message_ids } = isObject(request.body) ? request.body : {};
  const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
  const wanted = { type: 'ChatFileAttachment', indexes: listOf(chat_indexes), messages: listOf(message_ids) };
  const places = placesOf(chat, wanted);
  if (places.length === 0 || places.length < wanted.indexes.length + wanted.messages.length) throw notFound();
  const empty = { filename: 'redacted.txt', url: `${zendesk.base}/attachments/redacted.txt`, size: 0, inside: '' };
  return written(zendesk, request, {
    ...chat,
    history: chat.history.map((one, place) => (places.includes(place) ? { ...one, ...empty } : one)),
  });
}

interface Wanted {
  readonly type: string;
  readonly indexes: readonly unknown[];
  readonly messages: readonly unknown[];
}

function placesOf({ history }: Chat, { type, indexes, messages }: Wanted): number[] {
  return history.flatMap((entry, place) => {
    const byIndex = typeof entry.chat_index === 'number' && indexes.includes(entry.chat_index);
    const byMessage = typeof entry.message_id === 'string' && messages.includes(entry.message_id);
    return entry.type === type && (byIndex || byMessage) ? [place] : [];
  });
}

function written(zendesk: Zendesk, { user }: Request, { ticket, audit, event, history }: Chat): unknown {
  const value = { ...(isObject(event.value) ? event.value : {}), history };
  const after = { ...event, value };
  zendesk.audits.update(audit.id, { events: audit.events.map((one) => (one.id === event.id ? after : one)) });
  const tags = [...new Set([...ticket.tags, 'redacted_content'])];
  zendesk.tickets.update(ticket.id, { tags });
  const change = { type: 'Change', field_name: 'tags', value: tags, previous_value: ticket.tags };
  updated(zendesk, { user: user.id, ticket: ticket.id }, tags.length === ticket.tags.length ? [] : [change]);
  return { chat_event: chatShape({ id: event.id, type: event.type, value }) };
}
