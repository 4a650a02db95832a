import type { Dossier } from '@lethe/core';
import { channelOf } from './channel.ts';
import { personIdOf, ticketDossierId } from './ids.ts';
import type { Ticket } from './schema.ts';

/** A ticket, with what reports count of it. */
export function dossierOf(ticket: Ticket): Dossier {
  const requester = personIdOf(ticket.requester_id);
  return {
    type: 'dossier',
    id: ticketDossierId(ticket.id),
    label: `ticket ${ticket.id}`,
    state: isClosed(ticket) ? 'closed' : 'open',
    openedBy: requester,
    openedVia: channelOf(ticket.via),
    subject: requester,
    tallies: talliesOf(ticket),
  };
}

/** Whether Zendesk refuses changes of it. */
export function isClosed({ status }: Ticket): boolean {
  return status === 'closed';
}

function talliesOf(ticket: Ticket): Dossier['tallies'] {
  const number = (value: number | undefined): string => String(value ?? '');
  return {
    status: ticket.status,
    organization: number(ticket.organization_id),
    requester: number(ticket.requester_id),
    channel: ticket.via.channel,
    created: ticket.created_at.toISOString().slice(0, 7),
    brand: number(ticket.brand_id),
    group: number(ticket.group_id),
    form: number(ticket.ticket_form_id),
    type: ticket.type ?? '',
    priority: ticket.priority ?? '',
    satisfaction: ticket.satisfaction_rating?.score ?? '',
  };
}
