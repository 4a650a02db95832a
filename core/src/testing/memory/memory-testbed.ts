import type { Clock } from '../../execution/run.ts';
import { contentPhases, lastPhases } from '../../execution/order.ts';
import type { Host, SpotId } from '../../host.ts';
import type { Plan } from '../../plan.ts';
import { Disturbance } from '../disturbance.ts';
import type { Ground, Testbed } from '../testbed.ts';
import type { World } from '../worlds/world.ts';
import { textsIn } from './cell.ts';
import type { Cell, CellValue } from './cell.ts';
import { personIdOf } from './cells-of-world.ts';
import { MemoryHost, sheetOf } from './memory-host.ts';
import type { MemoryParts } from './memory-host.ts';
import type { MemoryOptions } from './memory-profile.ts';
import { MemoryStore } from './memory-store.ts';

/** A ground that also shows its store. */
export interface MemoryGround extends Ground {
  readonly store: MemoryStore;
}

/** A testbed over the memory host. `wrap` puts something between core and the host: a saboteur, a recorder. */
export function memoryTestbed(options: MemoryOptions = {}, wrap?: (host: Host, parts: MemoryParts) => Host): Testbed {
  return {
    allowance: 3,
    kills: Infinity,
    build: async (world, clock) => memoryGround(world, { options, clock, ...(wrap === undefined ? {} : { wrap }) }),
  };
}

/** What a memory ground is built with. */
export interface MemoryGroundInput {
  readonly options?: MemoryOptions;
  readonly clock: Clock;
  readonly wrap?: (host: Host, parts: MemoryParts) => Host;
}

/** A memory host with a world in it. */
export function memoryGround(world: World, { options = {}, clock, wrap }: MemoryGroundInput): MemoryGround {
  const parts = { store: new MemoryStore(world, options), disturbance: new Disturbance(clock), options };
  const host = new MemoryHost(parts);
  const { store, disturbance } = parts;
  return {
    host: wrap?.(host, parts) ?? host,
    store,
    target: personIdOf(world.target.key),
    placed: world.secrets.map((secret) => secret.label),
    dump: async function* () {
      yield* store.dump();
    },
    texts: async () => textsOf(store),
    tallies: async () => talliesOf(store),
    edit: async (spot, text) => edit(store, spot, text),
    faults: disturbance,
    calls: () => disturbance.calls,
    lowerBound,
    logged: () => [],
    close: async () => undefined,
  };
}

/** Each sheet is listed once and read again once, and changed once in each phase that has steps on it. */
function lowerBound({ steps, kept, gaps }: Plan): number {
  const sheets = new Set([...steps, ...kept, ...gaps].map(({ spot }) => sheetOf(spot)));
  const phases = [contentPhases(steps), lastPhases(steps)];
  const sheetsOf = (some: readonly { readonly spot: SpotId }[]): number =>
    new Set(some.map((one) => sheetOf(one.spot))).size;
  const writes = phases.flat().reduce((sum, phase) => sum + sheetsOf(phase), 0);
  const rereads = phases.reduce((sum, half) => sum + sheetsOf(half.flat()), 0);
  return sheets.size + writes + rereads;
}

function textsOf(store: MemoryStore): Readonly<Record<string, string>> {
  return Object.fromEntries<string>([
    ...[...store.cells.values()].map((cell): [string, string] => [cell.id, shown(cell)]),
    ...[...store.people.values()].map(({ id, company }): [string, string] => [`${id} company`, company]),
  ]);
}

function shown({ value }: Cell): string {
  return value.form === 'access' ? `open: ${String(value.open)}` : textsIn(value).join('\n');
}

function talliesOf(store: MemoryStore): Readonly<Record<string, string>> {
  const dossiers = [...store.dossiers.values()].map(({ id, state, tallies }): [string, string] => {
    return [id, JSON.stringify({ ...tallies, state, messages: store.messagesOf(id).length })];
  });
  return Object.fromEntries<string>([
    ['accounts', String(store.people.size)],
    ['messages', String(store.messages.size)],
    ...dossiers,
  ]);
}

function edit(store: MemoryStore, spot: SpotId, text: string): void {
  const cell = store.cells.get(spot);
  if (cell === undefined) throw new RangeError('There is no such spot to edit.');
  store.write(cell, edited(cell.value, text));
}

function edited(value: CellValue, text: string): CellValue {
  return value.form === 'html' ? { form: 'html', text } : { form: 'plain', text };
}
