import type { Channel, Dossier, PersonId } from '@lethe/core';
import { companyName, interfaceIn } from '../form.ts';
import { dossierIdOf, personIdOf } from '../ids.ts';
import { channelOf, isClosed } from '../interface.ts';
import type { Attachment, Reference, Ticket, Transaction } from '../schema.ts';

/** All that was read of one ticket. */
export interface TicketView {
  readonly ticket: Ticket;
  /** Tickets that were merged into it. */
  readonly merged: readonly Ticket[];
  /** In the order they were made, those of merged tickets too. */
  readonly transactions: readonly Transaction[];
  /** Parts of its mails by transaction, the first part of each mail first. */
  readonly parts: ReadonlyMap<string, readonly Attachment[]>;
}

/** How the ticket was opened. */
function openedVia({ ticket, transactions, parts }: TicketView): Channel {
  const opening = transactions.find(({ Type, ObjectId }) => Type === 'Create' && ObjectId === ticket.id);
  const first = parts.get(opening?.id ?? '')?.[0];
  return first === undefined ? 'unknown' : channelOf(interfaceIn(first.Headers));
}

/** People among others: groups share their numbers. */
export function accountsIn(references: readonly Reference[]): readonly PersonId[] {
  return references.filter(({ type }) => type === 'user').map(({ id }) => personIdOf(id));
}

/** A ticket as a dossier. Who mailed RT opened it; what a colleague wrote down was opened by the requestor. */
export function dossierOf(view: TicketView): Dossier {
  const { ticket } = view;
  const [requestor] = accountsIn(ticket.Requestor);
  const creator = personIdOf(ticket.Creator.id);
  const via = openedVia(view);
  return {
    type: 'dossier',
    id: dossierIdOf('ticket', ticket.id),
    label: `ticket ${ticket.id}`,
    state: isClosed(ticket.Status, ticket.Resolved !== undefined) ? 'closed' : 'open',
    openedBy: via === 'mail' ? creator : (requestor ?? creator),
    openedVia: via,
    ...(requestor === undefined ? {} : { subject: requestor }),
    tallies: talliesOf(view),
  };
}

/** What RT's reports count by. By number, as names of queues may change. */
function talliesOf({ ticket, transactions }: TicketView): Readonly<Record<string, string>> {
  const count = (type: string): string => String(transactions.filter(({ Type }) => Type === type).length);
  return {
    queue: ticket.Queue.id,
    type: ticket.Type,
    status: ticket.Status,
    priority: ticket.Priority,
    owner: ticket.Owner.id,
    requestor: ticket.Requestor.map(({ id }) => id).join(' '),
    organization: ticket.Requestor.map(({ Organization }) => companyName(Organization)).join('; '),
    opened: ticket.Created?.toISOString().slice(0, 7) ?? '',
    resolved: ticket.Resolved?.toISOString().slice(0, 7) ?? '',
    worked: ticket.TimeWorked,
    correspondences: count('Correspond'),
    comments: count('Comment'),
  };
}
