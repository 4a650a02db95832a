import type { Message, Spot } from '@lethe/core';
import { z } from 'zod';
import { chatTextOf, isRedactedFile } from './form.ts';
import { messageIdOf, personIdOf, ticketDossierId } from './ids.ts';
import { ticketSpot } from './place.ts';
import { chatEntrySchema, chatSchema } from './log-schema.ts';
import type { Audit, ChatEntry } from './log-schema.ts';
import type { Ticket } from './schema.ts';

/** A line of a chat, or a file in it, with all that a redaction of it needs. */
export interface ChatLine {
  /** Names it within its ticket: numbers only. */
  readonly name: string;
  readonly chat: string;
  readonly entry: ChatEntry;
  readonly at: Date;
}

const chatEvent = z.object({ value: chatSchema });

/** All lines of all chats in a ticket's log: Zendesk shows them nowhere else. */
export function chatLinesIn(audits: readonly Audit[]): readonly ChatLine[] {
  return audits.flatMap(({ events, created_at }) =>
    events.flatMap((event) => {
      const { data } = event.type === 'ChatStartedEvent' ? chatEvent.safeParse(event) : {};
      if (data === undefined) return [];
      const { chat_id: chat, history } = data.value;
      return history.flatMap((one, at): ChatLine[] => {
        const entry = chatEntrySchema.safeParse(one).data;
        return entry === undefined ? [] : [{ name: `${event.id}.${at}`, chat, entry, at: created_at }];
      });
    }),
  );
}

/** The lines of a chat as spots. Each is a message of its own. */
export function chatSpots(ticket: Ticket, lines: readonly ChatLine[]): readonly Spot[] {
  return lines.flatMap((line, at): Spot[] => {
    const of = chatMessage(ticket, line);
    const label = `chat line ${at + 1} on ticket ${ticket.id}`;
    const { message, filename } = line.entry;
    const id = ticketSpot(ticket.id, `${filename.isBlank ? 'chat' : 'chatfile'}:${line.name}`);
    if (!filename.isBlank) {
      if (isRedactedFile(filename)) return [];
      return [{ id, kind: 'attachment', label: `file in ${label}`, of, content: { form: 'file', name: filename } }];
    }
    return [{ id, kind: 'message.body', label, of, content: { form: 'plain', text: chatTextOf(message) } }];
  });
}

function chatMessage(ticket: Ticket, { name, entry, at }: ChatLine): Message {
  const isVisitor = entry.actor_id === ticket.requester_id || /visitor|end.?user/i.test(entry.actor_type ?? '');
  const requester = personIdOf(ticket.requester_id);
  const actor = entry.actor_id === undefined ? 'unknown' : personIdOf(entry.actor_id);
  return {
    type: 'message',
    id: messageIdOf(`chat${name}`),
    dossier: ticketDossierId(ticket.id),
    at,
    channel: 'chat',
    direction: isVisitor ? 'incoming' : 'outgoing',
    author: isVisitor ? requester : actor,
    from: entry.actor_name.isBlank ? [] : [entry.actor_name],
    to: [],
    copies: [],
    attendees: [],
    recipients: isVisitor ? [] : [requester],
    opensDossier: false,
  };
}
