import type { Clock, Host, Plan, SpotId, StepGroup } from '@lethe/core';
import { Disturbance, mint } from '@lethe/core/testing';
import type { Ground, Testbed, World } from '@lethe/core/testing';
import { hostOn } from '../src/host.ts';
import { talliesOf } from '../src/facts.ts';
import { addressOf } from '../src/ids.ts';
import { makeDesk } from '../src/open.ts';
import type { StoredTicket } from '../src/schema.ts';
import { Desk } from '../src/store.ts';
import { apply } from '../src/write.ts';
import { textsOfCard, textsOfTicket } from './desk-texts.ts';
import { cardsIn, filesIn, insidesOf, putTicket, removeFolder, temporaryFolder, ticketsIn } from './folder.ts';
import { targetNumber, worldAsFiles } from './stored-world.ts';
import type { Placing } from './stored-world.ts';

/** A testbed over real sandboxes in temporary folders. */
export function sandboxTestbed(placing: Placing = { archive: false }): Testbed {
  return { allowance: 3, kills: 5, build: async (world, clock) => groundFor(world, clock, placing) };
}

/** A sandbox that holds the world. */
function groundFor(world: World, clock: Clock, placing: Placing): Ground {
  const folder = temporaryFolder();
  makeDesk(folder, worldAsFiles(world, placing));
  const disturbance = new Disturbance(clock);
  return {
    host: disturbedHost(folder, clock, disturbance),
    target: mint('person', targetNumber),
    placed: world.secrets.map(({ label }) => label),
    dump: async function* () {
      yield* Object.values(filesIn(folder));
      yield* insidesOf(folder);
    },
    texts: async () =>
      Object.fromEntries([...ticketsIn(folder).flatMap(textsOfTicket), ...cardsIn(folder).flatMap(textsOfCard)]),
    tallies: async () => countedIn(folder),
    edit: async (spot, text) => edit(folder, spot, text),
    faults: disturbance,
    calls: () => disturbance.calls,
    lowerBound,
    logged: () => [],
    close: async () => removeFolder(folder),
  };
}

/** The sandbox's own host, with faults between it and core: each sheet listed or read again is a call, and each group. */
function disturbedHost(folder: string, clock: Clock, disturbance: Disturbance): Host {
  const desk = new Desk(`${folder}/desk`);
  const host = hostOn(desk, { folder, now: () => clock.now() });
  const by = desk.facts.self ?? '';
  return {
    profile: host.profile,
    preflight: async () => {
      disturbance.read();
      return host.preflight();
    },
    findPeople: async function* (query) {
      disturbance.read();
      yield* host.findPeople(query);
    },
    spots: (scopes) => countedBySheet(host.spots(scopes), ({ id }) => id, disturbance),
    group: (steps) => host.group(steps),
    apply: async ({ call, steps }: StepGroup) =>
      disturbance.write(steps, (some) => apply(desk, { call, steps: some }, { by, at: clock.now() })),
    reread: (spots) => countedBySheet(host.reread(spots), ({ spot }) => spot, disturbance),
  };
}

async function* countedBySheet<T>(
  items: AsyncIterable<T>,
  idOf: (item: T) => SpotId,
  disturbance: Disturbance,
): AsyncGenerator<T> {
  let last: string | undefined;
  for await (const item of items) {
    const { sheet } = addressOf(idOf(item));
    if (sheet !== last) disturbance.read();
    last = sheet;
    yield item;
  }
}

/** Kinds that core does in one go, one line after the other. */
const firstPhases = [
  ['person.access'],
  ['dossier.people'],
  ['attachment', 'message.body', 'message.subject', 'message.envelope'],
  ['message.copies', 'dossier.title', 'dossier.description', 'dossier.field'],
];
const lastPhases = [
  ['dossier.history'],
  ['person.history'],
  ['person.photo', 'person.phone', 'person.field', 'person.login', 'person.name', 'person.email'],
];

/** Each sheet is listed once, changed once in each phase that has steps on it, and read again once before the account is closed and once after. */
function lowerBound({ steps, kept, gaps }: Plan): number {
  const sheetsOf = (some: readonly { readonly spot: SpotId }[]): number =>
    new Set(some.map(({ spot }) => addressOf(spot).sheet)).size;
  const stepsOn = (kinds: readonly string[]): Plan['steps'] => steps.filter(({ kind }) => kinds.includes(kind));
  const writes = [...firstPhases, ...lastPhases].reduce((sum, kinds) => sum + sheetsOf(stepsOn(kinds)), 0);
  const rereads = sheetsOf(stepsOn(firstPhases.flat())) + sheetsOf(stepsOn(lastPhases.flat()));
  return sheetsOf([...steps, ...kept, ...gaps]) + writes + rereads;
}

function countedIn(folder: string): Readonly<Record<string, string>> {
  const tickets = ticketsIn(folder);
  const messages = tickets.reduce((sum, ticket) => sum + ticket.messages.length, 0);
  const perTicket = tickets.map((ticket): readonly [string, string] => [
    ticket.id,
    JSON.stringify({ ...talliesOf(ticket), archived: ticket.archived, messages: ticket.messages.length }),
  ]);
  return Object.fromEntries<string>([
    ['accounts', String(cardsIn(folder).length)],
    ['messages', String(messages)],
    ...perTicket,
  ]);
}

/** A colleague edits a text on the desk's own screen, which writes old and new titles into the change log. */
function edit(folder: string, spot: SpotId, text: string): void {
  const { sheet, key } = addressOf(spot);
  const ticket = ticketsIn(folder).find(({ id }) => id === sheet);
  if (ticket === undefined) throw new RangeError('There is no such ticket to edit.');
  putTicket(folder, edited(ticket, key, text));
}

function edited(ticket: StoredTicket, key: string, text: string): StoredTicket {
  if (key === 'description') return { ...ticket, description: text };
  if (key === 'title') {
    const entry = { at: ticket.updatedAt, by: ticket.requester, about: 'title' as const, old: ticket.title, new: text };
    return { ...ticket, title: text, log: [...ticket.log, entry] };
  }
  const [id] = key.split(':');
  return {
    ...ticket,
    messages: ticket.messages.map((message) => (message.id === id ? { ...message, body: text } : message)),
  };
}
