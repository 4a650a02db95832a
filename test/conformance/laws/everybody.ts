import assert from 'node:assert/strict';
import { HostError } from '@lethe/core';
import type { Host, Person, PersonId } from '@lethe/core';
import type { Testbed } from '@lethe/core/testing';
import { small, withScene } from '../scene.ts';
import type { Scene } from '../scene.ts';
import type { Law } from './law.ts';

/** Law 12. */
export const everybody: Law = {
  number: 12,
  says: 'a list of everybody holds each person once, as the host shows them one by one, or is refused',
  check: async (testbed: Testbed) => {
    await withScene(testbed, { world: small }, async (scene) => {
      if (scene.host.profile.everybody.can === 'nothing') await assertRefused(scene.host);
      else await assertWhole(scene);
    });
  },
};

async function assertRefused(host: Host): Promise<void> {
  await assert.rejects(
    listed(host),
    (error) => error instanceof HostError && error.code === 'rejected',
    'Lists somebody, though the profile says that it cannot.',
  );
}

async function assertWhole({ host, ground, review }: Scene): Promise<void> {
  const people = await listed(host);
  const ids = people.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length, 'Somebody is listed twice.');
  const others = review.spots.flatMap(({ of }) => (of.type === 'message' ? [of.author] : []));
  for (const id of new Set([ground.target, ...others])) {
    const alone = await byId(host, id);
    if (alone === undefined) continue;
    const found = people.find((person) => person.id === id);
    assert.ok(found, 'Somebody who can be found is not in the list of everybody.');
    assert.deepEqual(factsOf(found), factsOf(alone), 'Somebody is listed otherwise than shown alone.');
  }
}

/** Whoever is nobody here (`system`, an account of another kind) is not found. */
async function byId(host: Host, id: string): Promise<Person | undefined> {
  if (id === 'system' || id === 'unknown') return undefined;
  for await (const person of host.findPeople({ by: 'id', person: id as PersonId })) return person;
  return undefined;
}

async function listed(host: Host): Promise<readonly Person[]> {
  const people: Person[] = [];
  for await (const person of host.findPeople({ by: 'everybody' })) people.push(person);
  return people;
}

function factsOf({ id, kind, active, self, employed }: Person): unknown {
  return { id, kind, active, self, employed: employed ?? false };
}
