import type { Obstacle } from '@lethe/core';
import { z } from 'zod';
import { askPage, ifAllowed } from './ask.ts';
import type { Line } from './ask.ts';

/**
 * Whether the credential is good and may list candidates. What else it may read the first listing tells, list by list; what it may
 * change no call tells that changes nothing. Throws `HostError`.
 */
export async function missingRight(line: Line, version: 'v1' | 'v3'): Promise<readonly Obstacle[]> {
  const path = `/${version}/candidates`;
  const call = { what: 'list candidates', method: 'GET', path, query: { per_page: '1' } } as const;
  return (await ifAllowed(askPage(line, call, z.unknown()))) === undefined ? [missing] : [];
}

const missing: Obstacle = {
  code: 'host-right-missing',
  says: 'The credential may not list candidates.',
  remedy:
    'Tick everything the README lists in Configure > Dev Center > API Credential Management, for a user who is Site Admin.',
};
