import type { Obstacle } from '@lethe/core';
import * as api from './api.ts';
import type { Transport } from './call.ts';

const OLDEST = 5;

/** Whether the token is a SuperUser's and RT new enough: every obstacle. Throws `HostError` for a token that does not work. */
export async function preflight(transport: Transport): Promise<readonly Obstacle[]> {
  const { version, isSuperUser } = await api.system(transport);
  const major = Number.parseInt(version, 10);
  return [...(isSuperUser ? [] : [notSuperUser]), ...(major >= OLDEST ? [] : [tooOld])];
}

const notSuperUser: Obstacle = {
  code: 'host-right-missing',
  says: 'The token is not that of a SuperUser, so that accounts, comments and some tickets stay unseen.',
  remedy: 'Give the account of the token the right SuperUser, best an account made for Lethe alone.',
};

const tooOld: Obstacle = {
  code: 'host-setting',
  says: 'This Request Tracker is older than version 5, whose REST API Lethe speaks.',
  remedy: 'Upgrade to Request Tracker 5.',
};
