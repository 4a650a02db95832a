import type { Dossier, Personal, Spot } from '@lethe/core';
import { Personal as Text } from '@lethe/core';
import type { ChatLine } from './chat.ts';
import { isRedactionTag } from './form.ts';
import { dossierOf } from './dossier.ts';
import { messageOf } from './message.ts';
import type { Around } from './message.ts';
import type { Audit } from './log-schema.ts';
import type { Comment, SideConversation, SideUser, Ticket } from './schema.ts';

/** What holds for all tickets of a reading. */
export interface Setting {
  /** Whether people in copy are kept in the old list of collaborators. */
  readonly collaborators: boolean;
  /** Whether the account has conversations beside tickets. */
  readonly sideConversations: boolean;
  /** Whether closed tickets the user asked for are to be deleted. */
  readonly deletesClosed: boolean;
  /** What type each custom field is of. */
  readonly fieldTypes: ReadonlyMap<number, string>;
}

/** A ticket as it was read, with what was read beside it; what was not asked for is missing. */
export interface TicketView {
  readonly ticket: Ticket;
  readonly setting: Setting;
  /** Who users are, as far as Zendesk told. */
  readonly users: ReadonlyMap<number, SideUser>;
  /** Users whose follower entries are wanted. */
  readonly wanted: ReadonlySet<number>;
  readonly comments: readonly Comment[];
  readonly chat: readonly ChatLine[];
  readonly audits?: readonly Audit[];
  readonly side?: readonly SideConversation[];
}

/** A spot before it is said whose it is. */
export type Part = Omit<Spot, 'of'>;

/** Who is in copy of a ticket. */
export function copiedOn({
  ticket,
  setting,
}: {
  readonly ticket: Ticket;
  readonly setting: Pick<Setting, 'collaborators'>;
}): readonly number[] {
  return setting.collaborators ? ticket.collaborator_ids : ticket.email_cc_ids;
}

/** Tags people or rules gave a ticket: the one every redaction adds is none of them. */
export function tagsOn({ tags }: Ticket): readonly Personal[] {
  return tags.filter((tag) => !isRedactionTag(tag));
}

/** How somebody in copy is written in the list: the address, or the name, or the number where nothing else is known. */
export function entryFor(user: number, users: TicketView['users']): Personal {
  const known = users.get(user);
  if (known === undefined) return Text.of(`user ${user}`);
  return known.email.isBlank ? known.name : known.email;
}

/** What has to be known beside comments of the ticket. */
export function aroundOf(view: TicketView): Around {
  const roles = new Map([...view.users].map(([id, { role }]) => [id, role]));
  return { ticket: view.ticket, copied: copiedOn(view), roles };
}

/** What the lists of the ticket belong to: its first comment; the ticket itself if there is none. */
export function openingOf(view: TicketView): Spot['of'] {
  const [first] = view.comments;
  return first === undefined ? dossierIn(view) : messageOf(first, aroundOf(view), true);
}

/** The ticket as core sees it. */
export function dossierIn({ ticket }: Pick<TicketView, 'ticket'>): Dossier {
  return dossierOf(ticket);
}
