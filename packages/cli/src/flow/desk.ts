import { randomBytes, randomUUID } from 'node:crypto';
import type { Desk } from '@lethe/review';
import type { NamedHost } from '@lethe/settings';
import type { Session } from '../session.ts';

/** What a review is handed on the command line: the session's store, rules and operator, and one of its hosts. */
export async function deskOf(session: Session, { name, host }: NamedHost): Promise<Desk> {
  const { operator, permissions, guards, holds, server } = session.settings;
  const store = await session.store();
  return {
    name,
    host,
    store,
    rules: session.rules,
    guards,
    holds: holds[name] ?? [],
    askedBy: 'outside',
    actor: () => Promise.resolve(operator),
    permissions: () => Promise.resolve(permissions),
    beforeChange: async ({ id: run }, who) => {
      const expiresAt = new Date(session.clock.now().getTime() + server.watch.keepDays * 86_400_000);
      if (server.watch.keepDays > 0) await store.suppression.add({ run, host: name, who, expiresAt });
    },
    clock: session.clock,
    random: (bytes) => randomBytes(bytes),
    uuid: () => randomUUID(),
  };
}
