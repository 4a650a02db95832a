import type { Obstacle } from '../errors.ts';
import { Personal } from '../personal.ts';
import type { GuardFacts } from './guard-facts.ts';

/** The account bears the replacement name and is closed: most likely nothing is left to do, but somebody may look again. */
export function alreadyAnonymized({ person, replacementName }: GuardFacts): readonly Obstacle[] {
  return !person.active && person.name.equals(Personal.of(replacementName)) ? [done] : [];
}

const done: Obstacle = {
  code: 'already-anonymized',
  says: 'This account was anonymized before.',
  remedy: 'Acknowledge this to look for what is left, for instance by stricter rules.',
  acknowledgeable: true,
};
