import { smallWorld, virtualClock } from '@lethe/core/testing';
import type { Made } from './fake/server.ts';
import { Seed } from './fake/seed.ts';
import { FakeAshby } from './fake/server.ts';
import { anonymize, candidacy, withAshby } from './journeys.ts';
import { portTo } from './testbed.ts';
import { fillWith } from './world-in-ashby.ts';
import { ashbyHost, personIdOf } from '../src/index.ts';
import type { AshbyHostOptions } from '../src/index.ts';
import { ada } from './journeys.ts';
import { identifiersFrom } from '@lethe/core';

/** What the host can be told that changes which calls it makes. */
const variants: readonly Omit<AshbyHostOptions, 'clock'>[] = [{}, { lookup: 'listed', emptyFields: 'overwritten' }];

/** All calls of whole runs of the product's own host, with their answers. */
export async function hostRuns(): Promise<readonly Made[]> {
  const made: Made[] = [];
  for (const options of variants) made.push(...(await smallRun(options)), ...(await fullRun(options)));
  return made;
}

async function smallRun(options: Omit<AshbyHostOptions, 'clock'>): Promise<readonly Made[]> {
  const clock = virtualClock();
  const seed = new Seed(clock);
  const world = smallWorld();
  const candidate = fillWith(seed, world).get(world.target.key) ?? '';
  const fake = await FakeAshby.start(seed.ashby);
  try {
    const host = ashbyHost(portTo(fake, clock), { ...options, clock });
    await host.preflight();
    const { ending } = await anonymize({ host, clock }, candidate);
    if (ending.state === 'stopped') throw new Error('The run did not come to its end.');
    return fake.made;
  } finally {
    await fake.close();
  }
}

/** A candidate with everything the API shows, found in every way there is. */
async function fullRun(options: Omit<AshbyHostOptions, 'clock'>): Promise<readonly Made[]> {
  const made: Made[] = [];
  const rich = (seed: Seed) => candidacy(seed, { tags: [ada.name], fields: { Nickname: 'A', Remark: 'Adalind' } });
  await withAshby(
    rich,
    async ({ fake, host, clock, candidate }) => {
      for (const who of [
        { names: [ada.name] },
        { addresses: ada.emails },
        { phones: ada.phones },
        { phones: ada.phones },
      ])
        for await (const person of host.findPeople({ by: 'identifiers', who: identifiersFrom(who) }))
          if (person.id !== personIdOf(candidate)) throw new Error('Somebody else was found.');
      await anonymize({ host, clock }, candidate);
      made.push(...fake.made);
    },
    { options },
  );
  return made;
}
