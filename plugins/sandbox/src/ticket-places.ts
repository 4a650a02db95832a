import type { SpotKind } from '@lethe/core';
import { attachmentPlace } from './attachment-place.ts';
import { placesOfMessage } from './message-places.ts';
import { asList, asText } from './place.ts';
import type { Place } from './place.ts';
import { frozenTitle, toldToFollowers } from './profile.ts';
import type { StoredTicket } from './schema.ts';

/** Who changes a ticket, and when: for its change log. */
export interface Change {
  readonly by: string;
  readonly at: Date;
}

/** Every place of a ticket. A change through the API copies the old title or field into the change log. */
export function placesOfTicket(ticket: StoredTicket, change: Change): readonly Place[] {
  const where = `on ticket ${numberOf(ticket)}`;
  const number = `ticket ${numberOf(ticket)}`;
  return [
    ...ticket.followers.map((person) => followerPlace(ticket, person)),
    ...ticket.attachments.map((attachment) => attachmentPlace(ticket, attachment, number)),
    ...[...ticket.messages, ...ticket.outbox].flatMap((message) => placesOfMessage(message, where)),
    titlePlace(ticket, change),
    {
      key: 'description',
      kind: 'dossier.description',
      label: `description of ${number}`,
      ...toldWhereFollowed(ticket),
      read: () => ({ form: ticket.form, text: ticket.description }),
      put: (value) => {
        ticket.description = asText(value);
      },
    },
    ...ticket.fields.map((field) => fieldPlace(ticket, field, change)),
    logPlace(ticket, 'title', 'dossier.title'),
    logPlace(ticket, 'description', 'dossier.description'),
    logPlace(ticket, 'field', 'dossier.field'),
  ];
}

/** The ticket's number without the letter, as people say it. */
export function numberOf({ id }: Pick<StoredTicket, 'id'>): string {
  return id.slice(1);
}

function followerPlace(ticket: StoredTicket, person: string): Place {
  return {
    key: `follower:${person}`,
    kind: 'dossier.people',
    label: `a follower of ticket ${numberOf(ticket)}`,
    holder: person,
    read: () => ({ form: 'access', open: ticket.followers.includes(person) }),
    drop: () => {
      ticket.followers = ticket.followers.filter((one) => one !== person);
    },
  };
}

function titlePlace(ticket: StoredTicket, change: Change): Place {
  return {
    key: 'title',
    kind: 'dossier.title',
    label: `title of ticket ${numberOf(ticket)}`,
    ...(ticket.archived ? { ability: frozenTitle } : toldWhereFollowed(ticket)),
    read: () => ({ form: 'plain', text: ticket.title }),
    put: (value) => {
      logged(ticket, { ...change, about: 'title', old: ticket.title });
      ticket.title = asText(value);
    },
  };
}

function fieldPlace(ticket: StoredTicket, field: StoredTicket['fields'][number], change: Change): Place {
  return {
    key: `field:${field.id}`,
    kind: 'dossier.field',
    label: `field "${field.label}" of ticket ${numberOf(ticket)}`,
    ...toldWhereFollowed(ticket),
    read: () => ({ form: 'plain', text: field.text }),
    put: (value) => {
      logged(ticket, { ...change, about: 'field', old: field.text });
      field.text = asText(value);
    },
  };
}

function toldWhereFollowed({ followers }: StoredTicket): Pick<Place, 'ability'> {
  return followers.length === 0 ? {} : { ability: toldToFollowers };
}

type Logged = StoredTicket['log'][number];

/** As in many change logs the old value is copied, so that it is still readable afterwards. */
function logged(ticket: StoredTicket, { at, ...rest }: Pick<Logged, 'about' | 'old'> & Change): void {
  if (rest.old !== '') ticket.log.push({ ...rest, new: '', at: at.toISOString() });
}

/** What the change log remembers of one kind: every value that ever stood there. The entries themselves stay. */
function logPlace(ticket: StoredTicket, about: Logged['about'], kind: SpotKind): Place {
  const entries = (): readonly Logged[] => ticket.log.filter((entry) => entry.about === about);
  return {
    key: `log:${about}`,
    kind: 'dossier.history',
    label: `earlier ${about}s in the change log of ticket ${numberOf(ticket)}`,
    about: kind,
    read: () => ({ form: 'list', items: distinct(entries().flatMap((entry) => [entry.old, entry.new])) }),
    put: (value) => {
      const left = asList(value);
      for (const entry of entries()) {
        if (!left.includes(entry.old)) entry.old = '';
        if (!left.includes(entry.new)) entry.new = '';
      }
    },
  };
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].filter((text) => text !== '');
}
