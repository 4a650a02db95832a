import type { Actor, Permissions, PersonId } from '@lethe/core';
import type { Standing } from '../protocol.ts';

/** What Jira's global permission is called among core's groups. */
const GROUP = 'anonymize-users';

/** Whoever has the permission may look at a person and run what they confirmed; nobody else, administrators of Jira included. */
export const permissions: Permissions = {
  activation: [GROUP],
  grants: { [GROUP]: ['preview', 'run', 'bulk', 'read-ledger'] },
};

/** Somebody as core and the ledger know them: by an alias, never by an account. */
export function actorOf(alias: PersonId, { mayAnonymize, mayConfigure }: Standing): Actor {
  return { id: actorId(alias), groups: mayAnonymize ? [GROUP] : [], administrator: mayConfigure };
}

/** The name in the ledger. */
export function actorId(alias: PersonId): string {
  return `agent-${alias.toLowerCase()}`;
}
