import type { Message, Personal, PersonId } from '@lethe/core';
import { channelOf, isOfSystem } from './channel.ts';
import { messageIdOf, personIdOf, ticketDossierId } from './ids.ts';
import type { Comment, Ticket, Via } from './schema.ts';

/** What has to be known beside a comment to tell who wrote to whom. */
export interface Around {
  readonly ticket: Ticket;
  /** Who is in copy of the ticket now. */
  readonly copied: readonly number[];
  /** Roles of users, as far as Zendesk told. */
  readonly roles: ReadonlyMap<number, string>;
}

/** A comment as a message; `first` is what opened the ticket. */
export function messageOf(comment: Comment, around: Around, first: boolean): Message {
  const { ticket } = around;
  const direction = directionOf(comment, around);
  const author = isOfSystem(comment.via, comment.author_id) ? 'system' : personIdOf(comment.author_id);
  return {
    type: 'message',
    id: messageIdOf(`c${comment.id}`),
    dossier: ticketDossierId(ticket.id),
    at: comment.created_at,
    channel: channelWithin(comment, direction),
    direction,
    author,
    ...addressesIn(comment.via),
    attendees: [],
    recipients: comment.public ? recipientsOf(comment, around) : [],
    opensDossier: first,
  };
}

type Direction = Message['direction'];

function directionOf(comment: Comment, around: Around): Direction {
  if (isFromOutside(comment, around)) return 'incoming';
  return comment.public ? 'outgoing' : 'internal';
}

function isFromOutside({ author_id, via }: Comment, { ticket, copied, roles }: Around): boolean {
  if (isOfSystem(via, author_id)) return false;
  const role = roles.get(author_id);
  return role === undefined || role === '' ? [ticket.requester_id, ...copied].includes(author_id) : role === 'end-user';
}

/** An agent's public comment is mailed, whichever way the agent wrote it. */
function channelWithin({ via, type }: Comment, direction: Direction): Message['channel'] {
  if (type === 'VoiceComment') return 'phone';
  const channel = channelOf(via);
  if (direction === 'incoming') return channel;
  if (direction === 'internal') return 'note';
  return channel === 'chat' || channel === 'phone' ? channel : 'mail';
}

/** Addresses a mail came from and went to; copies in the open and, of those it came with, also hidden ones. */
function addressesIn({ source }: Via): Pick<Message, 'from' | 'to' | 'copies'> {
  const { from, to } = source ?? {};
  const ccs = (to?.email_ccs ?? []).flatMap((entry): Personal[] => (typeof entry === 'number' ? [] : [entry]));
  return {
    from: written(from?.address, from?.name),
    to: written(to?.address, to?.name),
    copies: written(...ccs, ...(from?.original_recipients ?? [])),
  };
}

function written(...texts: readonly (Personal | undefined)[]): readonly Personal[] {
  return texts.flatMap((text) => (text === undefined || text.isBlank ? [] : [text]));
}

/** Zendesk mails a public comment to the requester and everybody in copy but its author. */
function recipientsOf({ author_id, via }: Comment, { ticket, copied }: Around): readonly PersonId[] {
  const then = (via.source?.to?.email_ccs ?? []).flatMap((entry) => (typeof entry === 'number' ? [entry] : []));
  const all = new Set([ticket.requester_id, ...copied, ...then]);
  all.delete(author_id);
  return [...all].map(personIdOf);
}
