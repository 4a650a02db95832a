import type { Obstacle } from '../errors.ts';
import type { GuardFacts } from './guard-facts.ts';

/** A candidate whom the host links to somebody who works here was hired, whatever the applications say. */
export function notEmployed({ person, settings }: GuardFacts): readonly Obstacle[] {
  const { hired } = settings.cases;
  if (person.employed !== true || hired === 'allowed') return [];
  return [hired === 'acknowledged' ? { ...employed, acknowledgeable: true } : employed];
}

const employed: Obstacle = {
  code: 'hired',
  says: 'The host links this person to an account of somebody who works here.',
  remedy: 'Keep the data of whoever works here. An administrator may allow it in the settings: `guards.cases.hired`.',
};
