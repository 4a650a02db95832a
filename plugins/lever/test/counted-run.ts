import assert from 'node:assert/strict';
import type { Host } from '@lethe/core';
import { carryOut, reviewOf, runOf, virtualClock } from '@lethe/core/testing';
import type { Review, VirtualClock } from '@lethe/core/testing';
import { Seed } from './fake/seed.ts';
import { FakeLever } from './fake/server.ts';
import { strict } from './journeys.ts';
import { portTo, standBy } from './testbed.ts';
import { leverHost, personIdOf } from '../src/index.ts';

/** A candidate, as the examples of the bound want one; by rules that delete notes. */
export interface Example {
  readonly opportunities: number;
  /** Of each opportunity. */
  readonly notes: number;
  readonly files: number;
  readonly resumes: number;
}

/** The worked examples, with the fewest calls each needs. */
export const examples: readonly (readonly [Example, number])[] = [
  [{ opportunities: 1, notes: 0, files: 0, resumes: 0 }, 13],
  [{ opportunities: 1, notes: 2, files: 1, resumes: 1 }, 16],
  [{ opportunities: 3, notes: 4, files: 2, resumes: 1 }, 47],
  [{ opportunities: 10, notes: 5, files: 3, resumes: 2 }, 165],
  [{ opportunities: 120, notes: 1, files: 1, resumes: 1 }, 1206],
];

/** Puts an example's candidate into a Lever. */
export function fill(seed: Seed, { opportunities, notes, files, resumes }: Example): string {
  const contact = seed.contact({ name: 'Ada Quellstone', emails: ['ada@quill.test'], links: ['https://ada.test/'] });
  for (let at = 0; at < opportunities; at += 1) {
    const opportunity = seed.opportunity(contact);
    seed.application(opportunity, { name: 'Ada Quellstone', email: 'ada@quill.test' });
    for (let note = 0; note < notes; note += 1) seed.note(opportunity, `Note ${String(note)}`);
    for (let file = 0; file < files; file += 1) seed.file(opportunity, `letter${String(file)}.txt`);
    for (let resume = 0; resume < resumes; resume += 1) seed.resume(opportunity, `resume${String(resume)}.pdf`);
  }
  return contact;
}

/** A new Lever whose time only passes when somebody waits, in which confidential opportunities are seen. */
export function emptyLever(): { readonly seed: Seed; readonly clock: VirtualClock } {
  const clock = virtualClock();
  const seed = new Seed(clock);
  seed.opportunity(seed.contact({ name: 'Ida Falk' }), { confidentiality: 'confidential' });
  return { seed, clock };
}

/** Calls of a run: all, and those that only prove what came of it; and how long it took. */
export interface Counted {
  readonly all: number;
  readonly proving: number;
  readonly seconds: number;
  readonly review: Review;
}

/** Reviews a candidate and counts the calls of the run that follows, in which what is done by hand is done at once. */
export async function counted(seed: Seed, clock: VirtualClock, contact: string): Promise<Counted> {
  const fake = await FakeLever.start(seed.lever);
  standBy(fake);
  try {
    const port = portTo(fake, clock);
    const host = leverHost(port, { clock });
    const review = await reviewOf(host, personIdOf(contact), { rules: strict });
    const before = fake.made.length;
    const began = clock.now().getTime();
    const proof = { calls: 0 };
    // A run begins with a host object of its own, which knows nothing yet.
    const fresh = leverHost(port, { clock });
    const { ending } = await carryOut(runOf(countingProof(fresh, fake, proof), review, { clock }));
    assert.equal(ending.state, 'done-with-gaps');
    assert.deepEqual(ending.tallies.changed, []);
    const made = fake.made.slice(before);
    assert.deepEqual(
      made.filter(({ status }) => status === 429),
      [],
    );
    const seconds = (clock.now().getTime() - began) / 1000;
    return { all: made.length, proving: proof.calls, seconds, review };
  } finally {
    await fake.close();
  }
}

function countingProof(host: Host, { made }: FakeLever, proof: { calls: number }): Host {
  return {
    ...host,
    reread: async function* (spots) {
      const before = made.length;
      yield* host.reread(spots);
      proof.calls += made.length - before;
    },
  };
}
