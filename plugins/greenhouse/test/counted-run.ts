import type { Clock } from '@lethe/core';
import { carryOut, reviewOf, runOf } from '@lethe/core/testing';
import type { Seed } from './fake/seed.ts';
import { FakeGreenhouse } from './fake/server.ts';
import type { Size, Version } from './fewest-calls.ts';
import { portTo } from './testbed.ts';
import { greenhouseHost, personIdOf } from '../src/index.ts';

/** A candidate whose anonymization is counted. */
export interface Example extends Size {
  readonly version: Version;
  /** How many of them, one after the other; one unless told. */
  readonly candidates?: number;
}

/** Those the README speaks of. */
export const examples: readonly Example[] = [
  { version: 'v3', applications: 1 },
  { version: 'v3', applications: 5 },
  { version: 'v3', applications: 60 },
  { version: 'v3', applications: 5, prospect: true },
  { version: 'v1', applications: 1 },
  { version: 'v1', applications: 5 },
];

/** What was counted: everything from the reading right before the first write to the proof. A review is not counted. */
export interface Counted {
  readonly all: number;
  readonly writes: number;
  readonly statuses: readonly number[];
}

/** Anonymizes invented candidates with so many applications each and counts the calls. */
export async function counted(seed: Seed, { version, candidates = 1, ...size }: Example): Promise<Counted> {
  const clock = seed.greenhouse.clock;
  if (!isClock(clock)) throw new RangeError('Whoever counts needs a clock that waits.');
  const people = Array.from({ length: candidates }, (_, at) => candidateWith(seed, size, at));
  const fake = await FakeGreenhouse.start(seed.greenhouse);
  try {
    const host = greenhouseHost(version, portTo(fake, clock, version), { clock });
    const made: FakeGreenhouse['made'] = [];
    for (const person of people) {
      const review = await reviewOf(host, personIdOf(String(person)));
      const before = fake.made.length;
      const { ending } = await carryOut(runOf(host, review, { clock }));
      if (ending.state === 'stopped') throw new Error('The run did not come to its end.');
      made.push(...fake.made.slice(before));
    }
    const writes = made.filter(({ isWrite }) => isWrite).length;
    return { all: made.length, writes, statuses: fake.made.map(({ status }) => (status === 404 ? 0 : status)) };
  } finally {
    await fake.close();
  }
}

function isClock(clock: Pick<Clock, 'now'>): clock is Clock {
  return 'wait' in clock;
}

function candidateWith(seed: Seed, { applications, prospect = false }: Size, at: number): number {
  const number = String(at + 1);
  const candidate = seed.candidate({ name: `Ada Quellstone${number}`, emails: [`ada${number}@quellstone.test`] });
  for (let count = 0; count < applications; count += 1) {
    const isProspect = prospect && count === 0;
    const application = seed.application(candidate, isProspect ? { prospect: true, status: 'converted' } : {});
    if (isProspect) seed.prospect(application);
    seed.attachment(application, 'letter.txt');
    seed.note(candidate, 'Called today.', { application_id: application });
    seed.offer(application, { Salary: '1' });
  }
  seed.employment(candidate, 'Quellstone Prints');
  return candidate;
}
