import type { Obstacle } from '../errors.ts';
import type { PersonKind } from '../host.ts';
import type { GuardFacts } from './guard-facts.ts';

/** Only people the desk is for, never those who work at it, even if they have asked for help themselves. */
export function endUsersOnly({ person, alsoKnownAs, settings }: GuardFacts): readonly Obstacle[] {
  if (alsoKnownAs === undefined) return [otherAccountsUnknown];
  const allowed: readonly PersonKind[] = settings.kinds;
  const kinds = new Set([person.kind, ...alsoKnownAs]);
  return [...kinds].filter((kind) => !allowed.includes(kind)).map((kind) => obstacleOf(kind, kind === person.kind));
}

const otherAccountsUnknown: Obstacle = {
  code: 'not-end-user',
  says: 'It could not be found out whether the person also has an account as an agent.',
  remedy: 'Look the person up again by all identifiers; nothing happens before that works.',
};

function obstacleOf(kind: PersonKind, ownKind: boolean): Obstacle {
  if (kind === 'unknown') return kindUnknown;
  const whose = ownKind ? 'This account' : 'Another account of this person';
  return { code: 'not-end-user', says: `${whose} ${whatIs(kind)}.`, remedy: remedyFor(kind) };
}

const kindUnknown: Obstacle = {
  code: 'not-end-user',
  says: 'The host does not tell whether this is an end user or an agent.',
  remedy: 'Look at the account in the host; acknowledge this if it is an end user.',
  acknowledgeable: true,
};

function whatIs(kind: PersonKind): string {
  if (kind === 'agent') return 'is an agent, and only end users are anonymized';
  if (kind === 'administrator') return 'is an administrator, and only end users are anonymized';
  return `is of the kind "${kind}", which the settings do not allow`;
}

function remedyFor(kind: PersonKind): string {
  return kind === 'agent' || kind === 'administrator'
    ? 'If they have left, make the account an end user in the host, then review again.'
    : `If such accounts may be anonymized, add "${kind}" to \`guards.kinds\` in the settings.`;
}
