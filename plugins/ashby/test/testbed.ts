import { finderFor } from '@lethe/core';
import type { Clock, SpotId } from '@lethe/core';
import { Personal, identifiersFrom } from '@lethe/core';
import type { Ground, Testbed, World } from '@lethe/core/testing';
import type { Ashby, Behaviour } from './fake/ashby.ts';
import { dumpOf, talliesOf } from './fake/dump.ts';
import { Seed, fullKey } from './fake/seed.ts';
import { FakeAshby } from './fake/server.ts';
import { mostVerified } from './fewest-calls.ts';
import { sizesOfPlan } from './sizes-of-plan.ts';
import { textsOf } from './texts.ts';
import { fillWith } from './world-in-ashby.ts';
import { ashbyHost, ashbyPace, ashbyTransport, governed, personIdOf } from '../src/index.ts';
import type { AshbyHostOptions, HttpPort } from '../src/index.ts';
import { placeOf } from '../src/place.ts';

/** What a testbed may be told. */
export interface Bed {
  readonly options?: Omit<AshbyHostOptions, 'clock'>;
  readonly behaviour?: Partial<Behaviour>;
}

/** The way into an invented Ashby, governed. */
export function portTo({ address }: FakeAshby, clock: Clock, key = fullKey): HttpPort {
  return governed(ashbyTransport({ address, key, timeoutSeconds: 10 }), { clock, pace: ashbyPace() });
}

/** Ashby's fake as a testbed. */
export function ashbyTestbed(bed: Bed = {}): Testbed {
  return { allowance: 0, kills: 4, build: async (world, clock) => build(bed, world, clock) };
}

async function build({ options = {}, behaviour = {} }: Bed, world: World, clock: Clock): Promise<Ground> {
  const seed = new Seed(clock);
  const { ashby } = seed;
  ashby.behave(behaviour);
  const candidates = fillWith(seed, world);
  const target = candidates.get(world.target.key) ?? '';
  const fake = await FakeAshby.start(ashby);
  const stored = [...dumpOf(ashby)].join('\n');
  const naming = tagsNaming(ashby, world);
  return {
    host: ashbyHost(portTo(fake, clock), { ...options, clock }),
    target: personIdOf(target),
    placed: world.secrets.filter(({ text }) => stored.includes(text)).map(({ label }) => label),
    editable: ['dossier.field'],
    dump: async function* () {
      yield* dumpOf(ashby);
    },
    texts: async () => textsOf(ashby),
    tallies: async () => talliesOf(ashby),
    edit: async (spot, text) => {
      edit(seed, spot, text);
    },
    faults: {
      impossible: { half: 'A call takes effect as a whole or not at all.' },
      set: (fault) => {
        fake.faults.set(fault);
      },
      clear: () => {
        fake.faults.clear();
      },
    },
    calls: () => ({ all: fake.made.length, writes: fake.made.filter(({ isWrite }) => isWrite).length }),
    lowerBound: (plan) => mostVerified(sizesOfPlan(plan, ashby.applicationsOf(target).length, naming)),
    logged: () => [],
    close: () => fake.close(),
  };
}

/** How many tags name whom the world is about. */
function tagsNaming(ashby: Ashby, { target }: World): number {
  const finder = finderFor(
    identifiersFrom({ names: [target.name], addresses: target.addresses, phones: target.phones }),
  );
  return ashby.tags.where(({ title }) => finder.mentions({ form: 'plain', text: Personal.of(title) })).length;
}

/** A colleague fills in a field, or gives a tag. */
function edit(seed: Seed, spot: SpotId, text: string): void {
  const { candidates, applications } = seed.ashby;
  const place = placeOf(spot);
  if (place?.part === 'tags')
    candidates.update(place.key, { tags: [...candidates.get(place.key).tags, seed.tag(text)] });
  else if (place?.part === 'field') {
    const rows = place.owner === 'candidate' ? candidates : applications;
    const { customFields } = rows.get(place.key);
    rows.update(place.key, {
      customFields: customFields.map((one) => (one.id === place.which ? { ...one, value: text } : one)),
    });
  } else throw new RangeError('There is no such spot to edit.');
}
