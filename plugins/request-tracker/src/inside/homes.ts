import type { Dossier, Message, Personal, PersonId } from '@lethe/core';
import type { CaseTable, Homes, Row } from '@lethe/inside';
import { interfaceIn, peopleIn } from '../form.ts';
import { dossierIdOf, messageIdOf, personIdOf } from '../ids.ts';
import { channelOf } from '../interface.ts';
import { isRecord, passingOn } from '../passing-on.ts';

/** RT's cases are tickets. */
export const ticketTable: CaseTable = { name: 'Tickets', link: 'ticket' };

/** What rows of mails are to be read with: the mail's own headers, who is in copy of the ticket, and which mail was passed on. */
export interface Mails {
  /** Headers of the first part by transaction. */
  readonly heads: ReadonlyMap<string, Personal>;
  /** Accounts in copy by ticket. */
  readonly copied: ReadonlyMap<string, readonly PersonId[]>;
  /** A part of what a mail that RT sent passes on: what was written last before it. */
  passedOn(row: Row): Row | undefined;
}

/** What is part of an account, where RT says whose it is. */
const accountTables = ['Users', 'Principals', 'AuthTokens', 'sessions', 'Attributes'];

/** The account a row belongs to, if it is part of one. */
export function accountOf({ table, links, facts }: Row): string | undefined {
  const isOwn = accountTables.includes(table) || facts.of === 'User' || facts.on === 'User';
  return isOwn && links.ticket === undefined ? links.user : undefined;
}

/** What a row is filed under. */
export function dossierOf(row: Row, homes: Homes): Dossier {
  const { ticket, queue, article, group } = row.links;
  if (ticket !== undefined) {
    const found = homes.cases.get(ticket);
    return found === undefined ? placeDossier('ticket', ticket) : ticketDossier(found);
  }
  if (article !== undefined) return placeDossier('article', article);
  if (queue !== undefined) return placeDossier('queue', queue);
  return group === undefined ? placeDossier(row.table, row.id) : placeDossier('group', group);
}

/** A thing that is no ticket, or a ticket of which nothing but its number is known. */
export function placeDossier(kind: string, key: string): Dossier {
  const label = `${kind === kind.toLowerCase() ? kind : `row of ${kind}`} ${key}`;
  return {
    type: 'dossier',
    id: dossierIdOf(kind, key),
    label,
    state: 'open',
    openedBy: 'unknown',
    openedVia: 'unknown',
    tallies: {},
  };
}

/** A ticket as a dossier. Who mailed RT opened it; what a colleague wrote down was opened by the requestor. */
export function ticketDossier(row: Row): Dossier {
  const [requestor] = requestorsOf(row);
  const author = row.links.author === undefined ? 'unknown' : personIdOf(row.links.author);
  const via = channelOf(row.facts.interface ?? '');
  return {
    type: 'dossier',
    id: dossierIdOf('ticket', row.id),
    label: `ticket ${row.id}`,
    state: row.facts.closed === 'true' ? 'closed' : 'open',
    openedBy: via === 'mail' ? author : (requestor ?? author),
    openedVia: via,
    ...(requestor === undefined ? {} : { subject: requestor }),
    tallies: talliesOf(row),
  };
}

function requestorsOf({ facts }: Row): readonly PersonId[] {
  return (facts.requestors ?? '').split(',').flatMap((id) => (/^\d+$/.test(id) ? [personIdOf(id)] : []));
}

/** What RT's reports count by. */
function talliesOf({ links, facts, made }: Row): Readonly<Record<string, string>> {
  return {
    queue: links.queue ?? '',
    type: facts.type ?? '',
    status: facts.status ?? '',
    priority: facts.priority ?? '',
    owner: links.assignee ?? '',
    requestor: facts.requestors ?? '',
    interface: facts.interface ?? '',
    opened: made?.toISOString().slice(0, 7) ?? '',
    resolved: facts.closed_on?.slice(0, 7) ?? '',
  };
}

/** What somebody wrote, as a message with the people its headers name; a mail that RT sent also with those of what it passes on. */
export function messageOf(row: Row, homes: Homes, mails: Mails): Message {
  const message = plainMessageOf(row, homes, mails);
  const original = isRecord(typeOf(row)) ? mails.passedOn(row) : undefined;
  return original === undefined ? message : passingOn(message, plainMessageOf(original, homes, mails));
}

function plainMessageOf(row: Row, homes: Homes, mails: Mails): Message {
  const transaction = row.links.transaction ?? row.id;
  const head = mails.heads.get(transaction);
  const dossier = dossierOf(row, homes);
  return {
    type: 'message',
    id: messageIdOf('transaction', transaction),
    dossier: dossier.id,
    at: row.made ?? new Date(0),
    from: head === undefined ? [] : peopleIn(head, 'from', 'reply-to', 'sender'),
    to: head === undefined ? [] : peopleIn(head, 'to'),
    copies: head === undefined ? [] : peopleIn(head, 'cc', 'bcc', 'rt-send-cc', 'rt-send-bcc'),
    attendees: [],
    opensDossier: typeOf(row) === 'Create',
    ...wayOf(row, homes, mails),
  };
}

/** What a transaction, or the transaction of a mail's part, is called. */
export function typeOf({ facts }: Row): string {
  return facts.transaction_type ?? facts.type ?? '';
}

type Way = Pick<Message, 'channel' | 'direction' | 'author' | 'recipients'>;

function wayOf(row: Row, homes: Homes, mails: Mails): Way {
  const { ticket = '', author: number, transaction = '' } = row.links;
  const type = typeOf(row);
  if (isRecord(type)) return { channel: 'mail', direction: 'outgoing', author: 'system', recipients: [] };
  const author = number === undefined ? 'unknown' : personIdOf(number);
  const isTheirs = author !== 'unknown' && homes.listed.has(author);
  if (type === 'Create' || isTheirs)
    return { channel: cameBy(row, mails.heads.get(transaction)), direction: 'incoming', author, recipients: [] };
  if (type === 'Comment') return { channel: 'note', direction: 'internal', author, recipients: [] };
  // RT mails what somebody else writes to the requestors and those in copy, whichever way it was written.
  const readers = readersOf(homes.cases.get(ticket), mails.copied.get(ticket) ?? []);
  const isFromOutside = author !== 'unknown' && readers.includes(author);
  const recipients = readers.filter((one) => one !== author);
  return { channel: 'mail', direction: isFromOutside ? 'incoming' : 'outgoing', author, recipients };
}

/** Requestors, those in copy, and whoever opened the ticket: it was written to them even where RT had nobody to mail. */
function readersOf(ticket: Row | undefined, copied: readonly PersonId[]): readonly PersonId[] {
  if (ticket === undefined) return copied;
  const { openedBy } = ticketDossier(ticket);
  const opener = openedBy === 'system' || openedBy === 'unknown' ? [] : [openedBy];
  return [...new Set([...requestorsOf(ticket), ...copied, ...opener])];
}

function cameBy({ facts }: Row, head: Personal | undefined): Message['channel'] {
  return channelOf(facts.interface ?? (head === undefined ? '' : interfaceIn(head)));
}
