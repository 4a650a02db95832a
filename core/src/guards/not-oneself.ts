import type { Obstacle } from '../errors.ts';
import type { GuardFacts } from './guard-facts.ts';

/** Nobody anonymizes the account they ask from, nor the one the host is used with: the run would cut its own branch. */
export function notOneself({ person, askedBy }: GuardFacts): readonly Obstacle[] {
  if (person.self) return [usedAccount];
  if (askedBy === undefined) return [askerUnknown];
  return askedBy === person.id ? [ownAccount] : [];
}

const usedAccount: Obstacle = {
  code: 'oneself',
  says: 'This is the account the host is being used with.',
  remedy: 'Sign in to the host with another account or key, then review again.',
};

const ownAccount: Obstacle = {
  code: 'oneself',
  says: 'This is your own account.',
  remedy: 'Ask a colleague who has the right `run`.',
};

const askerUnknown: Obstacle = {
  code: 'oneself',
  says: 'It could not be found out which account in the host is your own.',
  remedy: 'Sign in again, so that your account in the host is known.',
};
