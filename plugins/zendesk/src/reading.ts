import type { Spot } from '@lethe/core';
import * as api from './api.ts';
import { ifThere } from './ask.ts';
import type { Line } from './ask.ts';
import { auditSpots } from './audit-parts.ts';
import { chatLinesIn, chatSpots } from './chat.ts';
import { commentSpots } from './comment-spots.ts';
import type { Known } from './known.ts';
import type { ZendeskOptions } from './options.ts';
import type { People } from './people.ts';
import type { Remembered } from './remembered.ts';
import type { SideUser, Ticket } from './schema.ts';
import { copiesPart, holdsText, ticketParts } from './ticket-parts.ts';
import { copiedOn, dossierIn, entryFor, openingOf, tagsOn } from './view.ts';
import type { Setting, TicketView } from './view.ts';

/** What a host reads with. */
export interface Reading {
  readonly line: Line;
  readonly options: ZendeskOptions;
  readonly known: Known;
  readonly people: People;
  readonly remembered: Remembered;
}

/** What is read beside a ticket; what nobody asks for costs no call. */
export interface Beside {
  readonly comments: boolean;
  /** Whether it is known who everybody in copy is. */
  readonly copies: boolean;
  readonly audits: boolean;
  readonly side: boolean;
}

/** Tickets, and users Zendesk put beside them: grows as more is read. */
export interface Found {
  readonly tickets: readonly Ticket[];
  readonly users: Map<number, SideUser>;
  /** Users whose follower entries are wanted. */
  readonly wanted: ReadonlySet<number>;
}

/** What holds for all of some tickets: types of fields are asked for where a field is new, settings if nobody did before. */
export async function settingFor({ known, options }: Reading, tickets: readonly Ticket[]): Promise<Setting> {
  const settings = await known.settings();
  const on = Object.values(settings.side_conversations ?? {}).includes(true);
  return {
    collaborators: settings.tickets?.follower_and_email_cc_collaborations === false,
    sideConversations: on && options.sideConversations === 'announced',
    deletesClosed: options.deleteClosedTickets,
    fieldTypes: await known.fieldTypes(tickets.flatMap(holdsText)),
  };
}

/** Reads what is wanted beside a ticket; nothing if the ticket is gone. */
export async function viewOf(
  reading: Reading,
  { ticket, setting, found }: { readonly ticket: Ticket; readonly setting: Setting; readonly found: Found },
  beside: Beside,
): Promise<TicketView | undefined> {
  const { line, remembered } = reading;
  const page = beside.comments ? await ifThere(api.commentsOf(line, ticket.id)) : { rows: [], users: [] };
  if (page === undefined) return undefined;
  remembered.take(ticket.id, page.rows);
  remembered.takeTags(ticket.id, tagsOn(ticket));
  const { users, wanted } = found;
  for (const user of page.users) users.set(user.id, user);
  if (beside.copies) {
    const copied = copiedOn({ ticket, setting });
    await completed(reading, users, copied);
    const entries = copied.map((user) => ({ user, entry: entryFor(user, users) }));
    remembered.takeCopies(ticket.id, entries);
  }
  const side = beside.side ? await sideOf(line, ticket) : {};
  const log = await logOf(reading, ticket, beside);
  return { ticket, setting, users, wanted, comments: page.rows, ...log, ...side };
}

/** The log is read where it is asked for, and of chats, whose lines stand nowhere else. */
async function logOf(
  { line, remembered }: Reading,
  ticket: Ticket,
  beside: Beside,
): Promise<Pick<TicketView, 'audits' | 'chat'>> {
  const isChat = beside.comments && ticket.via.channel === 'chat';
  if (!beside.audits && !isChat) return { chat: [] };
  const audits = await api.auditsOf(line, ticket.id);
  const chat = isChat ? chatLinesIn(audits) : [];
  if (isChat) remembered.takeChat(ticket.id, chat);
  return beside.audits ? { audits, chat } : { chat };
}

async function sideOf(line: Line, { id }: Ticket): Promise<Pick<TicketView, 'side'>> {
  return { side: (await ifThere(api.sideConversationsOf(line, id), 'not-permitted')) ?? [] };
}

/** Every spot of a ticket that was read. */
export function spotsIn(view: TicketView): readonly Spot[] {
  const dossier = dossierIn(view);
  return [
    ...commentSpots(view),
    ...chatSpots(view.ticket, view.chat),
    ...copiesPart(view).map((part) => ({ ...part, of: openingOf(view) })),
    ...ticketParts(view).map((part) => ({ ...part, of: dossier })),
    ...auditSpots(view),
  ];
}

/** Asks who people in copy are whom neither a list nor the comments tell of; once a user. */
async function completed({ line }: Reading, users: Map<number, SideUser>, copied: readonly number[]): Promise<void> {
  const unknown = [...new Set(copied)].filter((user) => !users.has(user));
  for (let at = 0; at < unknown.length; at += 100) {
    for (const user of await api.usersByNumber(line, unknown.slice(at, at + 100))) users.set(user.id, user);
  }
}
