import type { Clock, Plan, SpotId } from '@lethe/core';
import type { Ground, Testbed, World } from '@lethe/core/testing';
import { dumpOf, talliesOf } from './fake/dump.ts';
import type { Behaviour, Lever } from './fake/lever.ts';
import { Seed, fullKey } from './fake/seed.ts';
import { FakeLever } from './fake/server.ts';
import { mostVerified } from './fewest-calls.ts';
import { sizesOfPlan } from './sizes-of-plan.ts';
import { textsOf } from './texts.ts';
import { fillWith } from './world-in-lever.ts';
import { governed, leverHost, leverPace, leverTransport, personIdOf } from '../src/index.ts';
import type { HttpPort, LeverHostOptions } from '../src/index.ts';
import { placeOf } from '../src/place.ts';

/** What a testbed may be told. */
export interface Bed {
  readonly options?: Omit<LeverHostOptions, 'clock'>;
  readonly behaviour?: Partial<Behaviour>;
}

/** The way into an invented Lever: governed, so that its limit is kept. */
export function portTo({ address }: FakeLever, clock: Clock, key = fullKey): HttpPort {
  return governed(leverTransport({ address, key, timeoutSeconds: 10 }), { clock, pace: leverPace() });
}

/** Somebody sits in front of Lever and anonymizes a candidate's opportunities as soon as the contact has been blanked. */
export function standBy(fake: FakeLever): void {
  fake.afterwards = ({ method, url, status }) => {
    const contact = /^\/contacts\/([\w-]+)/.exec(url)?.[1];
    if (method !== 'PUT' || contact === undefined || status !== 200) return;
    for (const { id, isAnonymized } of fake.state.opportunitiesOf(contact)) if (!isAnonymized) fake.click(id);
  };
}

/** Lever's fake as a testbed, with somebody who does at once what is done by hand. */
export function leverTestbed(bed: Bed = {}): Testbed {
  return { allowance: 0, kills: 4, build: async (world, clock) => build(bed, world, clock) };
}

async function build({ options = {}, behaviour = {} }: Bed, world: World, clock: Clock): Promise<Ground> {
  const seed = new Seed(clock);
  const { lever } = seed;
  lever.behave(behaviour);
  const contacts = fillWith(seed, world);
  // The key is seen to see confidential opportunities.
  seed.opportunity(seed.contact({ name: 'Nobody Else' }), { confidentiality: 'confidential' });
  const fake = await FakeLever.start(lever);
  standBy(fake);
  const stored = [...dumpOf(lever)].join('\n');
  return {
    host: leverHost(portTo(fake, clock), { ...options, clock }),
    target: personIdOf(contacts.get(world.target.key) ?? ''),
    placed: world.secrets.filter(({ text }) => stored.includes(text)).map(({ label }) => label),
    editable: ['person.field', 'dossier.field'],
    dump: async function* () {
      yield* dumpOf(lever);
    },
    texts: async () => textsOf(lever),
    tallies: async () => talliesOf(lever),
    edit: async (spot, text) => {
      edit(lever, spot, text);
    },
    faults: {
      impossible: { half: 'A call changes one record, as a whole.' },
      set: (fault) => {
        fake.faults.set(fault);
      },
      clear: () => {
        fake.faults.clear();
      },
    },
    calls: () => ({ all: fake.made.length, writes: fake.made.filter(({ isWrite }) => isWrite).length }),
    lowerBound: (plan) => boundOf(plan, behaviour),
    logged: () => [],
    close: () => fake.close(),
  };
}

/** Where applications do not come with the list of opportunities, they are asked for one by one. */
function boundOf(plan: Plan, { expands = true }: Partial<Behaviour>): number {
  const sizes = sizesOfPlan(plan);
  return mostVerified(sizes) + (expands ? 0 : sizes.opportunities.length);
}

/** A colleague writes a headline, or gives a tag. */
function edit(lever: Lever, spot: SpotId, text: string): void {
  const place = placeOf(spot);
  if (place?.part === 'headline') lever.contacts.update(place.key, { headline: text });
  else if (place?.part === 'tags')
    lever.opportunities.update(place.key, { tags: [...lever.opportunities.get(place.key).tags, text] });
  else throw new RangeError('There is no such spot to edit.');
}
