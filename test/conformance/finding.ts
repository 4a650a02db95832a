import assert from 'node:assert/strict';
import { finderFor, identifiersFrom, peopleWith } from '@lethe/core';
import type { Identifiers } from '@lethe/core';
import type { Scene } from './scene.ts';

const asked = ['addresses', 'logins', 'names'] as const;

/** The host finds the target by its id, and by each address, login and name it knows of it. */
export async function assertFindable(scene: Scene): Promise<void> {
  const { host, ground, review } = scene;
  for await (const person of host.findPeople({ by: 'id', person: ground.target }))
    assert.equal(person.id, ground.target, 'The host finds somebody else by the id of the target.');
  for (const one of eachOf(review.who))
    assert.ok(await isFoundBy(scene, one), 'The host does not find the target by what it knows of it.');
}

/** Nobody finds the target by what it was called, as far as the plan did not say so beforehand. */
export async function assertNotFindable(scene: Scene): Promise<void> {
  const { gaps } = scene.review.plan;
  if (gaps.some((gap) => gap.kind.startsWith('person.'))) return;
  assert.ok(!(await isFoundBy(scene, scene.review.who)), 'The host still finds the target by what it was called.');
}

function eachOf(who: Identifiers): readonly Identifiers[] {
  return asked.flatMap((kind) => who[kind].map((text) => identifiersFrom({ [kind]: [text.reveal()] })));
}

async function isFoundBy({ host, ground }: Scene, who: Identifiers): Promise<boolean> {
  const found = await peopleWith(host, { who, finder: finderFor(who) });
  return found.some((person) => person.id === ground.target);
}
