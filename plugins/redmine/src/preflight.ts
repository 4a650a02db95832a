import { HostError } from '@lethe/core';
import type { Obstacle } from '@lethe/core';
import { statuses } from './account.ts';
import * as api from './api.ts';
import type { Transport } from './transport.ts';

/** Whether the key is an administrator's: nobody else sees all accounts, issues and private notes. */
export async function preflight(transport: Transport): Promise<readonly Obstacle[]> {
  try {
    const self = await api.currentUser(transport);
    const mayWork = self.admin && (self.status ?? statuses.active) === statuses.active;
    return mayWork ? [] : [notAdministrator];
  } catch (error) {
    const obstacle = error instanceof HostError ? obstacleFor(error) : undefined;
    if (obstacle === undefined) throw error;
    return [obstacle];
  }
}

function obstacleFor({ code }: HostError): Obstacle | undefined {
  if (code === 'signed-out') return keyRefused;
  return code === 'not-permitted' ? notAdministrator : undefined;
}

const keyRefused: Obstacle = {
  code: 'host-right-missing',
  says: 'Redmine does not accept the API key.',
  remedy:
    'Check the key (My account, at the right), that its account is not locked, and that Administration > Settings > API > Enable REST web service is on.',
};

const notAdministrator: Obstacle = {
  code: 'host-right-missing',
  says: "The API key is not an administrator's, so that accounts, private notes and some issues stay unseen.",
  remedy: 'Use the API key of an administrator, best of an account made for Lethe alone.',
};
