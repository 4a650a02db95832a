import type { Dossier, Person, Spot } from '@lethe/core';
import { dossierFrom, isActive, messageFrom, personFrom } from './facts.ts';
import type { Standing } from './facts.ts';
import { isTicket, personId, spotId } from './ids.ts';
import { placesOfPerson } from './person-places.ts';
import { contentOf } from './place.ts';
import type { Place } from './place.ts';
import type { StoredPerson, StoredTicket } from './schema.ts';
import type { Desk } from './store.ts';
import { placesOfTicket } from './ticket-places.ts';
import type { Change } from './ticket-places.ts';

/** A ticket or a card, read from disk just now, with all its places. */
export type Sheet =
  | { readonly of: 'ticket'; readonly ticket: StoredTicket; readonly places: readonly Place[] }
  | { readonly of: 'person'; readonly card: StoredPerson; readonly places: readonly Place[] };

/** Reads a sheet by its number; nothing if it is not there. Changes made through its places are noted as `change` says. */
export function readSheet(desk: Desk, id: string, change: Change): Sheet | undefined {
  if (isTicket(id)) {
    const ticket = desk.ticket(id);
    return ticket && { of: 'ticket', ticket, places: placesOfTicket(ticket, change) };
  }
  const card = desk.person(id);
  return card && { of: 'person', card, places: placesOfPerson(card) };
}

/** The person, ticket or message a place belongs to, as core wants to know it. */
export function spotFrom(sheet: Sheet, owner: Person | Dossier): (place: Place) => Spot {
  const messages = new Map<Place['message'], Spot['of']>();
  const ownerOf = ({ message }: Place): Spot['of'] => {
    if (sheet.of === 'person' || message === undefined) return owner;
    const known = messages.get(message) ?? messageFrom(message, sheet.ticket);
    messages.set(message, known);
    return known;
  };
  return (place) => ({
    id: spotId({ sheet: owner.id, key: place.key }),
    kind: place.kind,
    label: place.label,
    of: ownerOf(place),
    content: contentOf(place.read()),
    ...(place.holder === undefined ? {} : { holder: personId(place.holder) }),
    ...(place.about === undefined ? {} : { about: place.about }),
    ...(place.ability === undefined ? {} : { ability: place.ability }),
  });
}

/** The fact a sheet stands for. */
export function ownerOf(desk: Desk, sheet: Sheet): Person | Dossier {
  return sheet.of === 'ticket' ? dossierFrom(sheet.ticket) : personOn(desk, sheet.card);
}

/** The account of a card, with what only the whole desk tells about it. */
export function personOn(desk: Desk, card: StoredPerson): Person {
  return personFrom(card, standingOf(desk, card));
}

function standingOf(desk: Desk, card: StoredPerson): Standing {
  return { self: desk.facts.self === card.id, lastAdministrator: isAdministrator(card) && isAlone(desk, card) };
}

function isAdministrator(card: StoredPerson): boolean {
  return card.kind === 'administrator' && isActive(card);
}

function isAlone(desk: Desk, { id }: StoredPerson): boolean {
  return !desk.personIds.some((other) => {
    const card = other === id ? undefined : desk.person(other);
    return card !== undefined && isAdministrator(card);
  });
}
