import type { Obstacle } from '../errors.ts';
import type { GuardFacts } from './guard-facts.ts';

/** People who may still sign in as staff have not left: somebody takes that access away first, and not by mistake. */
export function accessRemoved({ person, settings }: GuardFacts): readonly Obstacle[] {
  return person.active && settings.accessRemovedFirst.includes(person.kind) ? [accessOpen] : [];
}

const accessOpen: Obstacle = {
  code: 'not-end-user',
  says: 'This person can still sign in to the host.',
  remedy: 'Remove software access first, in the host, then review again.',
};
