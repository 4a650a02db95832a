import type { Obstacle } from '../errors.ts';
import type { GuardFacts } from './guard-facts.ts';
import { hiredObstacles } from './hired.ts';

/** A candidate whom the host links to somebody who works here was hired, whatever the applications say. */
export function notEmployed({ person, settings }: GuardFacts): readonly Obstacle[] {
  return person.employed === true ? hiredObstacles(linked, settings) : [];
}

const linked = 'The host links this person to an account of somebody who works here.';
