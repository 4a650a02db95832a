import type { Plan, SpotId } from '@lethe/core';
import type { Faults, Ground, Testbed, World } from '@lethe/core/testing';
import { dumpOf, talliesOf } from './fake/dump.ts';
import { Seed, serviceToken } from './fake/seed.ts';
import { FakeServer } from './fake/server.ts';
import type { Tracker } from './fake/tracker.ts';
import { fewestInside, fewestOverRest, phases } from './fewest-calls.ts';
import { textsOf } from './texts.ts';
import { fillWith } from './world-in-rt.ts';
import { personIdOf } from '../src/ids.ts';
import { requestTrackerHost, requestTrackerTransport } from '../src/index.ts';

/**
 * Request Tracker's fake as a testbed, over REST alone or through Lethe's part. Over REST a run also asks for the version, reads lists
 * of people right before it changes them, and reads the account at the start and at the end. Through the part it asks for the account
 * as well, for whoever is in copy of its tickets and for what else is on those that only mention it; headers are read before they are
 * written, and each phase is proven by itself, with what reports count.
 */
export function requestTrackerTestbed(inside: boolean): Testbed {
  return { allowance: inside ? 15 : 6, kills: inside ? 10 : 4, build: async (world) => build(world, inside) };
}

async function build(world: World, inside: boolean): Promise<Ground> {
  const seed = new Seed();
  const accounts = fillWith(seed, world);
  const { tracker } = seed;
  const server = await FakeServer.start(tracker, inside);
  const transport = requestTrackerTransport({ address: server.address, token: serviceToken, timeoutSeconds: 60 });
  const stored = [...dumpOf(tracker)].join('\n');
  return {
    host: await requestTrackerHost(transport),
    target: personIdOf(accounts.get(world.target.key) ?? 0),
    placed: world.secrets.filter(({ text }) => stored.includes(text)).map(({ label }) => label),
    dump: async function* () {
      yield* dumpOf(tracker);
    },
    texts: async () => textsOf(tracker, inside),
    tallies: async () => talliesOf(tracker),
    // Nobody edits what was mailed.
    editable: ['dossier.title', 'dossier.field'],
    edit: async (spot, text) => {
      edit(tracker, spot, text);
    },
    faults: faultsOf(server, inside),
    calls: () => ({ all: server.made.length, writes: server.made.filter(({ isWrite }) => isWrite).length }),
    lowerBound: inside ? insideBound : restBound,
    logged: () => [],
    close: () => server.close(),
  };
}

function faultsOf({ faults }: FakeServer, inside: boolean): Faults {
  return {
    impossible: inside ? {} : { half: 'A call of the REST API carries one row, and says nothing about its columns.' },
    set: (fault) => {
      faults.set(fault);
    },
    clear: () => {
      faults.clear();
    },
  };
}

/** A colleague edits a subject or a field. */
function edit({ rows }: Tracker, spot: SpotId, text: string): void {
  const [, ticket] = /^(?:ticket:|Tickets:)(\d+)\/[Ss]ubject/.exec(spot) ?? [];
  if (ticket !== undefined) {
    rows.update('Tickets', Number(ticket), { Subject: text });
    return;
  }
  const [, of, field] = /^ticket:(\d+)\/field:(\d+)$/.exec(spot) ?? [];
  const [, value] = /^ObjectCustomFieldValues:(\d+)/.exec(spot) ?? [];
  const wanted = { ObjectType: 'RT::Ticket', ObjectId: Number(of), CustomField: Number(field), Disabled: 0 };
  const number = value === undefined ? rows.where('ObjectCustomFieldValues', wanted)[0]?.id : Number(value);
  if (number === undefined) throw new RangeError('There is no such spot to edit.');
  rows.update('ObjectCustomFieldValues', number, { Content: text });
}

function ticketIn(spot: SpotId): string | undefined {
  return /^ticket:(\d+)\//.exec(spot)?.[1] ?? /@(\d+)$/.exec(spot)?.[1];
}

/** Tickets are read in pages; each ticket with something to change is a call, and each with somebody to take off another. */
function restBound({ steps, kept, gaps }: Plan): number {
  const ticketsOf = (some: readonly { readonly spot: SpotId }[]): number =>
    new Set(some.flatMap(({ spot }) => ticketIn(spot) ?? [])).size;
  const people = steps.filter(({ kind }) => kind === 'dossier.people');
  const texts = steps.filter(({ kind }) => kind.startsWith('dossier.') && kind !== 'dossier.people');
  return fewestOverRest({
    tickets: ticketsOf([...steps, ...kept, ...gaps]),
    changed: ticketsOf(texts),
    people: ticketsOf(people),
  });
}

/** A thousand rows are read in a call, two hundred changed in one phase of a run, five hundred read again. */
function insideBound({ steps, kept, gaps }: Plan): number {
  const phased = phases.map((kinds) => steps.filter(({ kind }) => kinds.includes(kind)).length);
  return fewestInside({ texts: steps.length + kept.length + gaps.length, steps: phased });
}
