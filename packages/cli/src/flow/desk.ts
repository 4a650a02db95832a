import { randomBytes, randomUUID } from 'node:crypto';
import type { Desk } from '@lethe/review';
import type { NamedHost } from '@lethe/settings';
import type { Session } from '../session.ts';

/** What a review is handed on the command line: the session's store, rules and operator, and one of its hosts. */
export async function deskOf(session: Session, { name, host }: NamedHost): Promise<Desk> {
  const { operator, permissions, guards, holds } = session.settings;
  return {
    name,
    host,
    store: await session.store(),
    rules: session.rules,
    guards,
    holds: holds[name] ?? [],
    askedBy: 'outside',
    actor: () => Promise.resolve(operator),
    permissions: () => Promise.resolve(permissions),
    clock: session.clock,
    random: (bytes) => randomBytes(bytes),
    uuid: () => randomUUID(),
  };
}
