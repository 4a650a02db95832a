import type { Dossier, PersonId, Spot, SpotKind } from '@lethe/core';
import { mergedAway } from './abilities.ts';
import { fieldSpot } from './fields.ts';
import { historySpots } from './history-spots.ts';
import { messageOf, messageTypes } from './message.ts';
import { messageSpots } from './message-spots.ts';
import { accountsIn, dossierOf } from './ticket-view.ts';
import type { TicketView } from './ticket-view.ts';
import { spotAt } from '../place.ts';
import type { FieldDefinition, Ticket } from '../schema.ts';

/** What reading a ticket needs besides the ticket. */
export interface TicketReading {
  /** Definitions of custom fields by number. */
  readonly fields: ReadonlyMap<string, FieldDefinition>;
  /** Accounts that are being listed: what they write comes in. */
  readonly people: ReadonlySet<PersonId>;
}

/** Everything of a ticket that could name a person. Requestors stay: they show as Anonymized, and reports count by them. */
export function ticketSpots(view: TicketView, reading: TicketReading): readonly Spot[] {
  const dossier = dossierOf(view);
  const { ticket, merged, transactions } = view;
  return [
    titleSpot(ticket.id, ticket, dossier),
    ...merged.map((one) => ({ ...titleSpot(ticket.id, one, dossier), ability: mergedAway })),
    ...[ticket, ...merged].flatMap((one) => fieldSpots(one, dossier, reading)),
    ...peopleSpots(ticket, dossier),
    ...transactions
      .filter(({ Type }) => messageTypes.includes(Type))
      .flatMap((one) => messageSpots(one, view, messageOf(one, view, reading.people))),
    ...historySpots(transactions, ticket.id, dossier),
  ];
}

function titleSpot(ticket: string, { id, Subject }: Ticket, of: Dossier): Spot {
  const part = id === ticket ? 'subject' : `merged:${id}`;
  const content = { form: 'plain', text: Subject } as const;
  return { id: spotAt('ticket', ticket, part), kind: 'dossier.title', label: `subject of ticket ${id}`, of, content };
}

function fieldSpots(ticket: Ticket, of: Dossier, { fields }: TicketReading): readonly Spot[] {
  const isMerged = ticket.id !== ticket.EffectiveId;
  return ticket.CustomFields.filter(({ values }) => values.length > 0).map((field) => {
    const { part, ...rest } = fieldSpot(field, fields.get(field.id), 'ticket');
    const id = isMerged ? `${part}:${field.id}:${ticket.id}` : `${part}:${field.id}`;
    return {
      id: spotAt('ticket', ticket.EffectiveId, id),
      kind: 'dossier.field',
      label: `field ${field.id} of ticket ${ticket.id}`,
      of,
      ...rest,
      ...(isMerged ? { ability: mergedAway } : {}),
    };
  });
}

function peopleSpots(ticket: Ticket, of: Dossier): readonly Spot[] {
  const kind: SpotKind = 'dossier.people';
  const lists = [
    ['cc', ticket.Cc],
    ['admincc', ticket.AdminCc],
    ...Object.entries(ticket.CustomRoles).map(([role, held]) => [`role:${role.replace(/\D+/g, '')}`, held] as const),
  ] as const;
  return lists.flatMap(([list, held]) =>
    accountsIn(held).map((person) => ({
      id: spotAt('ticket', ticket.id, `${list}:${person}`),
      kind,
      label: `${list} ${person} of ticket ${ticket.id}`,
      of,
      content: { form: 'access', open: true } as const,
      holder: person,
    })),
  );
}
