import type { Clock, Plan, SpotId } from '@lethe/core';
import type { Ground, Testbed, World } from '@lethe/core/testing';
import { dumpOf, talliesOf } from './fake/dump.ts';
import type { Behaviour, Greenhouse } from './fake/greenhouse.ts';
import { client, custom, key, Seed } from './fake/seed.ts';
import { FakeGreenhouse } from './fake/server.ts';
import { mostVerified } from './fewest-calls.ts';
import { textsOf } from './texts.ts';
import { fillWith } from './world-in-greenhouse.ts';
import { governed, greenhouseHost, greenhousePace, keyTransport, oauthTransport, personIdOf } from '../src/index.ts';
import type { GreenhouseHostOptions, HttpPort, Version } from '../src/index.ts';
import { placeOf } from '../src/place.ts';

/** What a testbed may be told. */
export interface Bed {
  readonly version?: Version;
  readonly options?: Omit<GreenhouseHostOptions, 'clock'>;
  readonly behaviour?: Partial<Behaviour>;
}

/** The way into an invented Greenhouse: governed, so that its limit is kept. */
export function portTo({ address }: FakeGreenhouse, clock: Clock, version: Version = 'v3'): HttpPort {
  const transport =
    version === 'v3'
      ? oauthTransport({ address, tokenAddress: `${address}/token`, ...client, timeoutSeconds: 10, clock })
      : keyTransport({ address, key, user: client.user, timeoutSeconds: 10 });
  return governed(transport, { clock, pace: greenhousePace(version) });
}

/** Greenhouse's fake as a testbed. */
export function greenhouseTestbed(bed: Bed = {}): Testbed {
  return { allowance: 0, kills: 4, build: async (world, clock) => build(bed, world, clock) };
}

async function build(
  { version = 'v3', options = {}, behaviour = {} }: Bed,
  world: World,
  clock: Clock,
): Promise<Ground> {
  const seed = new Seed(clock);
  const { greenhouse } = seed;
  greenhouse.behave(behaviour);
  const candidates = fillWith(seed, world);
  const fake = await FakeGreenhouse.start(greenhouse);
  const stored = [...dumpOf(greenhouse)].join('\n');
  return {
    host: greenhouseHost(version, portTo(fake, clock, version), { ...options, clock }),
    target: personIdOf(String(candidates.get(world.target.key))),
    placed: world.secrets.filter(({ text }) => stored.includes(text)).map(({ label }) => label),
    editable: ['person.field', 'dossier.field'],
    dump: async function* () {
      yield* dumpOf(greenhouse);
    },
    texts: async () => textsOf(greenhouse),
    tallies: async () => talliesOf(greenhouse),
    edit: async (spot, text) => {
      edit(greenhouse, spot, text);
    },
    faults: {
      impossible: { half: 'A call changes one candidate, as a whole.' },
      set: (fault) => {
        fake.faults.set(fault);
      },
      clear: () => {
        fake.faults.clear();
      },
    },
    calls: () => ({ all: fake.made.length, writes: fake.made.filter(({ isWrite }) => isWrite).length }),
    lowerBound: (plan) => mostVerified(version, { applications: applicationsIn(plan) }),
    logged: () => [],
    close: () => fake.close(),
  };
}

/** How many applications a plan is about. */
export function applicationsIn({ steps, kept, gaps }: Plan): number {
  const places = [...steps, ...kept, ...gaps].flatMap(({ spot }) => placeOf(spot) ?? []);
  return new Set(places.flatMap(({ application }) => application ?? [])).size;
}

/** A colleague writes something into a field. */
function edit(greenhouse: Greenhouse, spot: SpotId, text: string): void {
  const place = placeOf(spot);
  const candidate = Number(place?.candidate);
  const application = Number(place?.application);
  const note = (type: string): void => {
    const [first] = greenhouse.notes.where((one) => one.candidate_id === candidate && one.type === type);
    if (first === undefined) throw new RangeError('There is no such entry to edit.');
    greenhouse.notes.update(first.id, { body: text });
  };
  const edits: Readonly<Record<string, () => unknown>> = {
    current_company: () => greenhouse.candidates.update(candidate, { company: text }),
    current_title: () => greenhouse.candidates.update(candidate, { title: text }),
    tags: () => greenhouse.candidates.update(candidate, { tags: [text] }),
    websites: () => greenhouse.candidates.update(candidate, { website_addresses: [{ value: text }] }),
    employment: () => greenhouse.employments.update(employmentOf(greenhouse, candidate), { company_name: text }),
    location: () => greenhouse.applications.update(application, { location_address: text }),
    application_questions: () =>
      greenhouse.applications.update(application, { answers: [{ question: 'Question', answer: text }] }),
    custom_application_fields: () => greenhouse.applications.update(application, { custom_fields: custom({ text }) }),
    notes: () => {
      note('NOTE');
    },
    emails: () => {
      note('EMAIL');
    },
  };
  const how = edits[place?.part ?? ''];
  if (how === undefined) throw new RangeError('There is no such spot to edit.');
  how();
}

function employmentOf({ employments }: Greenhouse, candidate: number): number {
  return employments.where((one) => one.candidate_id === candidate)[0]?.id ?? 0;
}
