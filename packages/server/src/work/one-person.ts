import type { Actor, Obstacle, PersonId } from '@lethe/core';
import { obstaclesTo, personOf } from '@lethe/review';
import { Refusal } from '../http/refusal.ts';
import type { Desks } from './desk.ts';
import { lookingDesk } from './looking.ts';
import { shownPerson } from './shown-person.ts';
import type { ShownPerson } from './shown-person.ts';

/** An account, and everything that stands in the way of reviewing it. */
export interface LookedAtPerson extends ShownPerson {
  readonly obstacles: readonly Obstacle[];
}

/** One account by its id in its host, with what stands in its way now: what a page shows before anything is read of the person. */
export async function lookAtPerson(
  desks: Desks,
  actor: Actor,
  { host: name, person: id }: { readonly host: string; readonly person: PersonId },
): Promise<LookedAtPerson> {
  const { desk, masked } = await lookingDesk(desks, actor, name);
  const person = await personOf(desk.host, id);
  if (person === undefined) throw new Refusal('not-found');
  return {
    ...shownPerson(name, person, { masked }),
    obstacles: await obstaclesTo(desk, person, { phase: 'review', acknowledged: [] }),
  };
}
