import type { Channel, Message, PersonId } from '@lethe/core';
import { accountsIn, dossierOf } from './ticket-view.ts';
import type { TicketView } from './ticket-view.ts';
import { interfaceIn, peopleIn } from '../form.ts';
import { dossierIdOf, messageIdOf, personIdOf } from '../ids.ts';
import { channelOf } from '../interface.ts';
import { isRecord, isWritten, passingOn } from '../passing-on.ts';
import type { Transaction } from '../schema.ts';

/** Transactions with words of somebody, as against changes. */
export const messageTypes = ['Create', 'Correspond', 'Comment', 'EmailRecord', 'CommentEmailRecord'];
type Way = Pick<Message, 'channel' | 'direction' | 'author' | 'recipients'>;

/**
 * A mail, comment or mail that RT sent, with the people its headers name, and those of what it passes on. `listed` are accounts
 * whose writing comes in.
 */
export function messageOf(transaction: Transaction, view: TicketView, listed: ReadonlySet<PersonId>): Message {
  const message = plainMessageOf(transaction, view, listed);
  const original = isRecord(transaction.Type) ? passedOn(transaction, view) : undefined;
  return original === undefined ? message : passingOn(message, plainMessageOf(original, view, listed));
}

/** What a mail that RT sent passes on: what was written last before it. */
function passedOn({ id, ObjectId }: Transaction, { transactions }: TicketView): Transaction | undefined {
  const before = transactions.filter((one) => isWritten(one.Type) && one.ObjectId === ObjectId);
  return before.filter((one) => Number(one.id) < Number(id)).at(-1);
}

function plainMessageOf(transaction: Transaction, view: TicketView, listed: ReadonlySet<PersonId>): Message {
  const head = view.parts.get(transaction.id)?.[0]?.Headers;
  return {
    type: 'message',
    id: messageIdOf('transaction', transaction.id),
    dossier: dossierIdOf('ticket', view.ticket.id),
    at: transaction.Created ?? new Date(0),
    from: head === undefined ? [] : peopleIn(head, 'from', 'reply-to', 'sender'),
    to: head === undefined ? [] : peopleIn(head, 'to'),
    copies: head === undefined ? [] : peopleIn(head, 'cc', 'bcc', 'rt-send-cc', 'rt-send-bcc'),
    attendees: [],
    opensDossier: transaction.Type === 'Create',
    ...wayOf(transaction, view, listed),
  };
}

function wayOf(transaction: Transaction, view: TicketView, listed: ReadonlySet<PersonId>): Way {
  const { Type, Creator } = transaction;
  if (isRecord(Type)) return { channel: 'mail', direction: 'outgoing', author: 'system', recipients: [] };
  const author = Creator === undefined ? 'unknown' : personIdOf(Creator.id);
  const readers = readersOf(view).filter((one) => one !== author);
  const isTheirs = author !== 'unknown' && listed.has(author);
  if (Type === 'Create' || isTheirs)
    return { channel: cameBy(transaction, view), direction: 'incoming', author, recipients: [] };
  if (Type === 'Comment') return { channel: 'note', direction: 'internal', author, recipients: [] };
  // RT mails what somebody else writes to the requestors and those in copy, whichever way it was written.
  const isFromOutside = readers.length < readersOf(view).length;
  return { channel: 'mail', direction: isFromOutside ? 'incoming' : 'outgoing', author, recipients: readers };
}

/** Requestors, those in copy, and whoever opened the ticket: it was written to them even where RT had nobody to mail. */
function readersOf(view: TicketView): readonly PersonId[] {
  const { openedBy } = dossierOf(view);
  const opener = openedBy === 'system' || openedBy === 'unknown' ? [] : [openedBy];
  return [...new Set([...accountsIn(view.ticket.Requestor), ...accountsIn(view.ticket.Cc), ...opener])];
}

function cameBy({ id }: Transaction, { parts }: TicketView): Channel {
  const first = parts.get(id)?.[0];
  return first === undefined ? 'unknown' : channelOf(interfaceIn(first.Headers));
}
