import { setImmediate } from 'node:timers/promises';
import type { Person, PersonQuery, Reading, Scope, Spot, SpotId } from '@lethe/core';
import { dossierFrom } from './facts.ts';
import { cardSearchFor } from './form.ts';
import { addressOf, personId } from './ids.ts';
import { contentOf, isEmptyList } from './place.ts';
import type { Place } from './place.ts';
import { selectionFor } from './selection.ts';
import { ownerOf, personOn, readSheet, spotFrom } from './sheet.ts';
import type { Sheet } from './sheet.ts';
import type { Desk } from './store.ts';

/** Sheets are read one after the other without waiting; after so many others get their turn. */
const BREATH = 50;
/** Reading changes nothing. */
const unchanged = { by: '', at: new Date(0) };

/** Accounts that may be the one asked for, locked ones too. */
export async function* findPeople(desk: Desk, query: PersonQuery): AsyncGenerator<Person> {
  const isMeant = query.by === 'identifiers' ? cardSearchFor(query.who) : () => true;
  for await (const id of withBreaths(query.by === 'id' ? [query.person] : desk.personIds)) {
    const card = desk.person(personId(id));
    if (card === undefined || !isMeant(card)) continue;
    yield personOn(desk, card);
  }
}

/** Spots of all sheets the scopes ask for, tickets first, the cards of people last. Holds one sheet at a time. */
export async function* spots(desk: Desk, scopes: readonly Scope[]): AsyncGenerator<Spot> {
  const selection = selectionFor(desk, scopes);
  for await (const id of withBreaths([...selection.tickets, ...selection.people])) {
    const text = desk.text(id);
    const sheet = text !== undefined && selection.takes(id, text) ? readSheet(desk, id, unchanged) : undefined;
    if (sheet !== undefined) yield* spotsOf(desk, sheet);
  }
}

/** The spots as they are on disk now, each sheet read once. */
export async function* reread(desk: Desk, ids: readonly SpotId[]): AsyncGenerator<Reading> {
  const bySheet = new Map<string, SpotId[]>();
  for (const id of ids) {
    const { sheet } = addressOf(id);
    const known = bySheet.get(sheet);
    if (known === undefined) bySheet.set(sheet, [id]);
    else known.push(id);
  }
  for await (const id of withBreaths([...bySheet.keys()]))
    yield* readingsOf(readSheet(desk, id, unchanged), bySheet.get(id) ?? []);
}

function* spotsOf(desk: Desk, sheet: Sheet): Generator<Spot> {
  const spotOf = spotFrom(sheet, ownerOf(desk, sheet));
  for (const place of sheet.places) if (!isEmptyList(place.read())) yield spotOf(place);
}

function* readingsOf(sheet: Sheet | undefined, ids: readonly SpotId[]): Generator<Reading> {
  const places = new Map<string, Place>(sheet?.places.map((place) => [place.key, place]));
  const dossier = sheet?.of === 'ticket' ? { dossier: dossierFrom(sheet.ticket) } : {};
  for (const spot of ids) {
    const place = places.get(addressOf(spot).key);
    yield { spot, content: place === undefined ? 'gone' : contentOf(place.read()), ...dossier };
  }
}

async function* withBreaths(ids: readonly string[]): AsyncGenerator<string> {
  for (const [index, id] of ids.entries()) {
    if (index % BREATH === BREATH - 1) await setImmediate();
    yield id;
  }
}
