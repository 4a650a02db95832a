import { HostError } from '@lethe/core';
import type { Obstacle } from '@lethe/core';
import * as api from './api.ts';
import type { User } from './schema.ts';
import type { Transport } from './call.ts';

/** Whether the key is an administrator's: nobody else sees all accounts, issues and private notes. Throws `HostError` for a key that does not work. */
export async function preflight(transport: Transport): Promise<readonly Obstacle[]> {
  const self = await currentUserIfAllowed(transport);
  return self?.admin === true ? [] : [notAdministrator];
}

async function currentUserIfAllowed(transport: Transport): Promise<User | undefined> {
  try {
    return await api.currentUser(transport);
  } catch (error) {
    if (error instanceof HostError && error.code === 'not-permitted') return undefined;
    throw error;
  }
}

const notAdministrator: Obstacle = {
  code: 'host-right-missing',
  says: "The API key is not an administrator's, so that accounts, private notes and some issues stay unseen.",
  remedy: 'Use the API key of an administrator, best of an account made for Lethe alone.',
};
