import type { Plan, SpotId, SpotKind } from '@lethe/core';
import type { Faults, Ground, Testbed, World } from '@lethe/core/testing';
import { dumpOf, talliesOf } from './fake/dump.ts';
import { Seed, adminKey } from './fake/seed.ts';
import { FakeServer } from './fake/server.ts';
import { personIdOf } from '../src/ids.ts';
import { placeOf } from '../src/place.ts';
import { callFor } from '../src/rest/grouping.ts';
import { redmineHost, redmineTransport } from '../src/index.ts';
import { textsOf } from './texts.ts';
import { fillWith } from './world-in-redmine.ts';

/** Redmine's fake as a testbed, over REST alone or through Lethe's part. */
export function redmineTestbed(inside: boolean): Testbed {
  // Sign-in, the account, its roles, definitions of fields, projects, searches: as many for a small world as for a large one.
  return { allowance: inside ? 10 : 35, kills: inside ? 10 : 4, build: async (world) => build(world, inside) };
}

async function build(world: World, inside: boolean): Promise<Ground> {
  const seed = new Seed();
  const accounts = fillWith(seed, world);
  const { redmine } = seed;
  const server = await FakeServer.start(redmine, inside);
  const host = await redmineHost(redmineTransport({ address: server.address, key: adminKey, timeoutSeconds: 10 }));
  const stored = [...dumpOf(redmine)].join('\n');
  return {
    host,
    target: personIdOf(accounts.get(world.target.key) ?? 0),
    placed: world.secrets
      .filter(({ text }) => stored.includes(text) || isNamePlaced(text, stored))
      .map(({ label }) => label),
    dump: async function* () {
      yield* dumpOf(redmine);
      // Redmine shows the two names as one.
      yield* redmine.rows.all('users').map(({ id }) => `shown as ${redmine.name(id).name}\n`);
    },
    texts: async () => textsOf(redmine, inside),
    tallies: async () => talliesOf(redmine),
    edit: async (spot, text) => {
      edit(seed, spot, text);
    },
    faults: faultsOf(server, inside),
    calls: () => ({ all: server.made.length, writes: server.made.filter(({ isWrite }) => isWrite).length }),
    lowerBound: inside ? insideBound : restBound,
    logged: () => [],
    close: () => server.close(),
  };
}

function isNamePlaced(text: string, stored: string): boolean {
  const [first = '', ...rest] = text.split(' ');
  return stored.includes(`firstname=${first}\nlastname=${rest.join(' ')}`);
}

function faultsOf({ faults }: FakeServer, inside: boolean): Faults {
  return {
    impossible: inside
      ? {}
      : { half: 'Each call of the REST API carries one row, and Redmine saves it whole or not at all.' },
    set: (fault) => {
      faults.set(fault);
    },
    clear: () => {
      faults.clear();
    },
  };
}

/** A colleague edits a text in Redmine. */
function edit({ redmine }: Seed, spot: SpotId, text: string): void {
  const { table, id, column } = cellOf(spot);
  redmine.rows.update(table, Number(id), { [column]: text });
}

function cellOf(spot: SpotId): { readonly table: 'issues' | 'journals'; readonly id: string; readonly column: string } {
  const [, table, row = '', column = ''] = /^(issues|journals):(\d+)\/(\w+)/.exec(spot) ?? [];
  if (table === 'issues' || table === 'journals') return { table, id: row, column };
  const place = placeOf(spot);
  if (place?.owner !== 'issue') throw new RangeError('There is no such spot to edit.');
  return place.part === 'note'
    ? { table: 'journals', id: place.which, column: 'notes' }
    : { table: 'issues', id: place.key, column: place.part };
}

/** Each issue is read once for its notes, listed and proven; one call for each thing changed. */
function restBound({ steps, kept, gaps }: Plan): number {
  const issuesIn = (some: readonly { readonly spot: SpotId }[]): number =>
    new Set(some.flatMap(({ spot }) => (placeOf(spot)?.owner === 'issue' ? [placeOf(spot)?.key] : []))).size;
  const writes = new Set(steps.map(({ spot }) => callOf(spot))).size;
  const listing = issuesIn([...steps, ...kept, ...gaps]);
  const proof = issuesIn(steps.filter(({ spot }) => placeOf(spot)?.part === 'note'));
  return listing + writes + proof + 1;
}

function callOf(spot: SpotId): string {
  const place = placeOf(spot);
  return place === undefined ? '' : callFor(place);
}

/** A thousand rows are read in a call, two hundred changed in one phase of a run, five hundred read again. */
function insideBound({ steps, kept, gaps }: Plan): number {
  const spots = steps.length + kept.length + gaps.length;
  const writes = phases.map((kinds) => steps.filter(({ kind }) => kinds.includes(kind)).length);
  return (
    Math.ceil(spots / 1000) +
    writes.reduce((sum, some) => sum + Math.ceil(some / 200), 0) +
    Math.ceil(steps.length / 500)
  );
}

/** What a run does one after the other. */
const phases: readonly (readonly SpotKind[])[] = [
  ['person.access'],
  ['dossier.people'],
  ['attachment', 'message.body', 'message.subject', 'message.envelope'],
  ['message.copies', 'dossier.title', 'dossier.description', 'dossier.field'],
  ['dossier.history'],
  ['person.history'],
  ['person.phone', 'person.field', 'person.login', 'person.name', 'person.email'],
];
