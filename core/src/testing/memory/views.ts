import type { Dossier, DossierId, Message, Person, PersonId, Spot, SpotKind } from '../../host.ts';
import { identifiersFrom } from '../../identifiers.ts';
import { Personal } from '../../personal.ts';
import { contentOf, textsIn } from './cell.ts';
import type { Cell, Owner } from './cell.ts';
import type { MemoryStore } from './memory-store.ts';
import type { MessageRecord, PersonRecord } from './records.ts';

/** What the port shows of an account. */
export function personView(store: MemoryStore, { id, kind, company }: PersonRecord): Person {
  const sheet = store.cellsOf({ type: 'person', id });
  const all = (of: SpotKind): readonly string[] =>
    sheet.filter((cell) => cell.kind === of).flatMap((cell) => textsIn(cell.value));
  const administrators = [...store.people.values()].filter((one) => one.kind === 'administrator');
  return {
    type: 'person',
    id,
    name: Personal.of(all('person.name')[0]),
    identifiers: identifiersFrom({
      names: all('person.name'),
      addresses: all('person.email'),
      phones: all('person.phone'),
      logins: all('person.login'),
    }),
    kind,
    active: sheet.some(({ value }) => value.form === 'access' && value.open),
    self: false,
    lastAdministrator: kind === 'administrator' && administrators.length === 1,
    company,
  };
}

/** What the port shows of a ticket. */
export function dossierView(store: MemoryStore, dossier: DossierId): Dossier {
  const { id, label, state, openedBy, openedVia, tallies } = known(store.dossiers.get(dossier));
  const messages = String(store.messagesOf(id).length);
  return { type: 'dossier', id, label, state, openedBy, openedVia, tallies: { ...tallies, messages } };
}

/** What the port shows of a message. */
export function messageView(store: MemoryStore, record: MessageRecord): Message {
  const cells = store.cellsOf({ type: 'message', id: record.id });
  const list = (part: string): readonly Personal[] =>
    cells
      .filter((cell) => cell.label.startsWith(`${part} of `))
      .flatMap((cell) => textsIn(cell.value))
      .map((text) => Personal.of(text));
  return {
    ...record,
    type: 'message',
    from: list('from'),
    to: list('to'),
    copies: list('copies'),
    attendees: list('attendees'),
    recipients: [],
    opensDossier: false,
  };
}

/** What the port shows of a cell. */
export function spotView(cell: Cell, of: Spot['of'], hides: readonly SpotKind[]): Spot {
  const { id, kind, label, holder, about } = cell;
  return {
    id,
    kind,
    label,
    of,
    content: hides.includes(kind) ? { form: 'hidden' } : contentOf(cell.value),
    ...(holder === undefined ? {} : { holder }),
    ...(about === undefined ? {} : { about }),
  };
}

/** Tickets a person takes part in: opened, watches, wrote in, is on a list of. */
export function dossiersOf(store: MemoryStore, person: PersonId): readonly DossierId[] {
  const addresses = store
    .cellsOf({ type: 'person', id: person })
    .filter((cell) => cell.kind === 'person.email')
    .flatMap((cell) => textsIn(cell.value).map((text) => text.toLowerCase()));
  const opened = [...store.dossiers.values()].filter((one) => one.openedBy === person).map((one) => one.id);
  const wrote = [...store.messages.values()].filter((one) => one.author === person).map((one) => one.dossier);
  const listed = [...store.cells.values()]
    .filter(({ value, holder }) => holder === person || (value.form === 'list' && isOn(value.items, addresses)))
    .flatMap((cell) => store.dossierOf(cell.owner) ?? []);
  return [...opened, ...wrote, ...listed];
}

function isOn(items: readonly string[], addresses: readonly string[]): boolean {
  return items.some((item) => addresses.includes(item.toLowerCase()));
}

/** What the port shows of whose sheet a cell is on. */
export function ownerView(store: MemoryStore, owner: Owner): Spot['of'] {
  switch (owner.type) {
    case 'person':
      return personView(store, known(store.people.get(owner.id)));
    case 'dossier':
      return dossierView(store, owner.id);
    case 'message':
      return messageView(store, known(store.messages.get(owner.id)));
  }
}

function known<T>(record: T | undefined): T {
  if (record === undefined) throw new TypeError('A cell of the memory host is on a sheet that is not there.');
  return record;
}
