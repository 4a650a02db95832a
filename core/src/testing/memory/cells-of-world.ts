import type { DossierId, MessageId, PersonId, SpotKind } from '../../host.ts';
import { mint } from '../mint.ts';
import { peopleOf } from '../worlds/world.ts';
import type { World, WorldDossier, WorldFile, WorldMessage, WorldPerson } from '../worlds/world.ts';
import type { Cell, CellValue, Owner } from './cell.ts';
import type { DossierRecord, MessageRecord, PersonRecord } from './records.ts';

/** What a memory host is filled with. */
export interface Filling {
  readonly people: readonly PersonRecord[];
  readonly dossiers: readonly DossierRecord[];
  readonly messages: readonly MessageRecord[];
  readonly cells: readonly Cell[];
}

type Draft = readonly [part: string, kind: SpotKind, value: CellValue, more?: Pick<Cell, 'holder' | 'about'>];

/** The id the memory host gives a person of the world. */
export function personIdOf(key: string): PersonId {
  return mint('person', `account-${key}`);
}

/** A world as records and cells. */
export function fillingOf(world: World): Filling {
  const people = peopleOf(world);
  const messages = world.dossiers.flatMap((dossier) => dossier.messages.map((message) => ({ dossier, message })));
  return {
    people: people.map(({ key, kind, company }) => ({ id: personIdOf(key), kind, company })),
    dossiers: world.dossiers.map(dossierRecord),
    messages: messages.map(({ dossier, message }) => messageRecord(dossier, message)),
    cells: [
      ...world.dossiers.flatMap(dossierCells),
      ...messages.flatMap(({ dossier, message }) => messageCells(dossier, message)),
      ...people.flatMap(personCells),
    ],
  };
}

function dossierIdOf({ key }: WorldDossier): DossierId {
  return mint('dossier', key);
}

function messageIdOf({ key }: WorldMessage): MessageId {
  return mint('message', key);
}

function dossierRecord(dossier: WorldDossier): DossierRecord {
  const { key, state, openedBy, openedVia, tallies } = dossier;
  return { id: dossierIdOf(dossier), label: key, state, openedBy: personIdOf(openedBy), openedVia, tallies };
}

function messageRecord(dossier: WorldDossier, message: WorldMessage): MessageRecord {
  const { at, channel, direction, author } = message;
  const by = author === 'system' ? author : personIdOf(author);
  const dossierId = dossierIdOf(dossier);
  return { id: messageIdOf(message), dossier: dossierId, at: new Date(at), channel, direction, author: by };
}

function dossierCells(dossier: WorldDossier): readonly Cell[] {
  const owner: Owner = { type: 'dossier', id: dossierIdOf(dossier) };
  return cells(dossier.key, owner, [
    ['title', 'dossier.title', plain(dossier.title)],
    ['description', 'dossier.description', plain(dossier.description)],
    ...Object.values(dossier.fields).map((text, at): Draft => [`field ${at + 1}`, 'dossier.field', plain(text)]),
    ...dossier.watchers.map((key, at): Draft => {
      return [`watcher ${at + 1}`, 'dossier.people', { form: 'access', open: true }, { holder: personIdOf(key) }];
    }),
    ...dossier.history.map(({ about, old }, at): Draft => {
      return [`change ${at + 1}`, 'dossier.history', plain(old), { about }];
    }),
    ...files(dossier.files),
  ]);
}

function messageCells({ key }: WorldDossier, message: WorldMessage): readonly Cell[] {
  const owner: Owner = { type: 'message', id: messageIdOf(message) };
  const list = (items: readonly string[]): CellValue => ({ form: 'list', items });
  return cells(`${key}/${message.key}`, owner, [
    ['subject', 'message.subject', plain(message.subject)],
    ['body', 'message.body', message.body],
    ['from', 'message.envelope', list(message.from)],
    ['to', 'message.envelope', list(message.to)],
    ['attendees', 'message.envelope', list(message.attendees)],
    ['copies', 'message.copies', list(message.copies)],
    ...files(message.files),
  ]);
}

function personCells(person: WorldPerson): readonly Cell[] {
  const owner: Owner = { type: 'person', id: personIdOf(person.key) };
  const several = (part: string, kind: SpotKind, texts: readonly string[]): readonly Draft[] =>
    texts.map((text, at) => [`${part} ${at + 1}`, kind, plain(text)]);
  return cells(`account-${person.key}`, owner, [
    ['access', 'person.access', { form: 'access', open: person.active }],
    ...person.history.map(({ about, old }, at): Draft => {
      return [`change ${at + 1}`, 'person.history', plain(old), { about }];
    }),
    ...several('phone', 'person.phone', person.phones),
    ...several('field', 'person.field', Object.values(person.fields)),
    ...(person.photo === undefined ? [] : [photo(person.photo)]),
    ['login', 'person.login', plain(person.login)],
    ['name', 'person.name', plain(person.name)],
    ...several('address', 'person.email', person.addresses),
  ]);
}

function photo(name: string): Draft {
  return ['photo', 'person.photo', { form: 'file', name, description: '', inside: '' }];
}

function files(some: readonly WorldFile[]): readonly Draft[] {
  return some.map(({ name, description, inside }, at) => {
    return [`file ${at + 1}`, 'attachment', { form: 'file', name, description, inside }];
  });
}

function cells(label: string, owner: Owner, drafts: readonly Draft[]): readonly Cell[] {
  return drafts.map(([part, kind, value, more = {}]) => {
    const id = mint('spot', `${label}/${part.replace(' ', '-')}`);
    return { id, kind, label: `${part} of ${label}`, owner, value, ...more };
  });
}

function plain(text: string): CellValue {
  return { form: 'plain', text };
}
