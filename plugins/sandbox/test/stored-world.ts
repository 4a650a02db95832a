import { peopleOf } from '@lethe/core/testing';
import type { World, WorldChange, WorldDossier, WorldFile, WorldMessage, WorldPerson } from '@lethe/core/testing';
import type { Channel } from '@lethe/core';
import type { DeskFacts, StoredMessage, StoredPerson, StoredTicket } from '../src/schema.ts';
import { fileTextOf } from '../src/store.ts';
import { messageFrom } from '../src/stored-message.ts';
import type { DeskFile } from '../src/world/world.ts';

/** How worlds are put into a sandbox. */
export interface Placing {
  /** Whether closed tickets go into the archive, where titles are frozen. */
  readonly archive: boolean;
}

const made = '2026-03-01T08:00:00.000Z';

/** The number of the world's target: the first account. */
export const targetNumber = 'p1';

/** A world of the conformance suite as the files of a desk. The last account is the one the product is connected with. */
export function worldAsFiles(world: World, placing: Placing): readonly DeskFile[] {
  const people = peopleOf(world);
  const numbers = new Map(people.map(({ key }, index) => [key, `p${String(index + 1)}`]));
  const self = `p${String(people.length + 1)}`;
  const cards = [...people.map((person, index) => cardOf(person, index + 1)), connection(self)];
  const tickets = world.dossiers.map((dossier, index) =>
    ticketOf(dossier, index + 1, { people, numbers, self, ...placing }),
  );
  const facts: DeskFacts = { format: 1, seed: 'a world', people: people.length, tickets: tickets.length, self };
  return [
    ...cards.map((card) => ({ name: `people/${card.id}.json`, text: fileTextOf(card) })),
    ...tickets.map((ticket) => ({ name: `tickets/${ticket.id}.json`, text: fileTextOf(ticket) })),
    { name: 'desk.json', text: fileTextOf(facts) },
  ];
}

interface Surroundings extends Placing {
  readonly people: readonly WorldPerson[];
  readonly numbers: ReadonlyMap<string, string>;
  readonly self: string;
}

function cardOf(person: WorldPerson, index: number): StoredPerson {
  return {
    id: `p${String(index)}`,
    name: person.name,
    kind: person.kind,
    login: person.login,
    company: person.company,
    addresses: person.addresses.map((text, at) => ({ id: `a${String(at + 1)}`, text })),
    phones: person.phones.map((text, at) => ({ id: `n${String(at + 1)}`, label: 'work', text })),
    number: '',
    ...(person.photo === undefined ? {} : { photo: { name: person.photo, bytes: inBase64('a picture') } }),
    fields: Object.entries(person.fields).map(([label, text], at) => ({ id: `f${String(at + 1)}`, label, text })),
    log: person.history.map(({ about, old }) => ({ at: made, by: targetNumber, about, old })),
    access: [{ id: 'signin', label: 'sign-in', open: person.active }],
    opened: 0,
    lastActivity: made,
    updatedAt: made,
  };
}

function connection(self: string): StoredPerson {
  const nobody: WorldPerson = {
    key: 'self',
    kind: 'agent',
    name: 'Connection',
    login: 'connection',
    addresses: [],
    phones: [],
    company: 'Desk',
    active: true,
    fields: {},
    history: [],
  };
  return { ...cardOf(nobody, 0), id: self };
}

function ticketOf(dossier: WorldDossier, index: number, around: Surroundings): StoredTicket {
  const { title, description, openedVia, state, tallies } = dossier;
  const fields = Object.entries(dossier.fields).map(([label, text], at) => ({ id: `f${String(at + 1)}`, label, text }));
  const openedBy = numberOf(dossier.openedBy, around);
  return {
    id: `t${String(index)}`,
    title,
    form: 'plain',
    description,
    status: state,
    archived: around.archive && state === 'closed',
    category: 'Questions',
    company: tallies.company ?? '',
    channel: openedVia,
    group: 'First line',
    openedBy,
    requester: openedBy,
    openedAt: `${tallies.month ?? '2026-03'}-01T08:00:00.000Z`,
    updatedAt: made,
    fields,
    followers: dossier.watchers.map((key) => numberOf(key, around)),
    log: logOf(dossier, around.self),
    attachments: dossier.files.map(attachmentOf),
    messages: dossier.messages.map((message, at) => messageOf(message, at + 1, { openedVia, around })),
    outbox: [],
  };
}

/** What was changed before, and what the desk itself notes down about every ticket: its first title and field values. */
function logOf({ title, fields, history }: WorldDossier, by: string): StoredTicket['log'] {
  const entry = (
    about: StoredTicket['log'][number]['about'],
    old: string,
    text: string,
  ): StoredTicket['log'][number] => ({ at: made, by, about, old, new: text });
  return [
    entry('title', '', title),
    ...Object.values(fields).map((text) => entry('field', '', text)),
    ...history.map((change) => entry(aboutOf(change), change.old, '')),
  ];
}

function aboutOf({ about }: WorldChange): StoredTicket['log'][number]['about'] {
  if (about === 'dossier.title') return 'title';
  return about === 'dossier.description' ? 'description' : 'field';
}

function messageOf(
  message: WorldMessage,
  index: number,
  { openedVia, around }: { readonly openedVia: Channel; readonly around: Surroundings },
): StoredMessage {
  const { at, channel, direction, author, body, files } = message;
  const isMail = channel === 'mail';
  return messageFrom({
    id: `m${String(index)}`,
    at: new Date(at).toISOString(),
    channel,
    direction,
    author: author === 'system' ? 'system' : numberOf(author, around),
    ...(isMail ? linesOf(message, around) : {}),
    form: body.form,
    body: body.text,
    opensTicket: openedVia === channel && index === 1,
    attachments: files.map(attachmentOf),
  });
}

function linesOf(
  { from, to, copies, attendees, subject }: WorldMessage,
  { people, numbers }: Surroundings,
): Partial<StoredMessage> {
  const isTold = ({ addresses }: WorldPerson): boolean =>
    addresses.some((address) => to.some((one) => one.toLowerCase() === address));
  return {
    from: [...from],
    to: [...to],
    cc: [...copies],
    attendees: [...attendees],
    recipients: people.filter(isTold).flatMap(({ key }) => numbers.get(key) ?? []),
    subject,
  };
}

function attachmentOf({ name, description, inside }: WorldFile, index: number): StoredMessage['attachments'][number] {
  return { id: `f${String(index + 1)}`, name, description, bytes: inBase64(inside) };
}

function numberOf(key: string, { numbers }: Surroundings): string {
  const number = numbers.get(key);
  if (number === undefined) throw new RangeError(`The world has nobody called ${key}.`);
  return number;
}

function inBase64(text: string): string {
  return Buffer.from(text).toString('base64');
}
