import type { PersonId } from '@lethe/core';
import { partIn } from './inside/way.ts';
import type { Transport } from './call.ts';

/** Asks Lethe's part in this Redmine which of its accounts may anonymize people now. Throws `HostError`, also where the part is missing. */
export function redmineAgents(transport: Transport): { may(account: PersonId): Promise<boolean> } {
  const part = partIn(transport);
  return { may: async (account) => part.may(account) };
}
