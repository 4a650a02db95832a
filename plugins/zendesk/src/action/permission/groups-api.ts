import { z } from 'zod';
import type { Line } from '../../ask.ts';
import { ask } from '../../ask.ts';
import { allOf } from '../../pages.ts';
import type { Group } from './group-token.ts';

const groupSchema = z.object({ id: z.number().int(), name: z.string(), deleted: z.boolean().nullish() });
const meSchema = z.object({ user: z.object({ id: z.number().int().nullable(), role: z.string().nullish() }) });

/** Whoever is signed in, as Zendesk's API sees them. https://developer.zendesk.com/api-reference/ticketing/users/users/#show-self */
export async function signedIn(line: Line): Promise<{ readonly id: number | null; readonly role: string }> {
  const call = { what: 'read who is signed in', method: 'GET', path: '/api/v2/users/me' } as const;
  const { id, role } = (await ask(line, call, meSchema)).user;
  return { id, role: role ?? '' };
}

/** Groups an agent is in. https://developer.zendesk.com/api-reference/ticketing/groups/groups/#list-groups */
export async function groupsOf(line: Line, agent: number): Promise<readonly Group[]> {
  return groupsAt(line, "list an agent's groups", `/api/v2/users/${agent}/groups`);
}

/** All groups of the account. */
export async function allGroups(line: Line): Promise<readonly Group[]> {
  return groupsAt(line, 'list the groups', '/api/v2/groups');
}

async function groupsAt(line: Line, what: string, path: string): Promise<readonly Group[]> {
  const { rows } = await allOf(line, { what, path, key: 'groups', row: groupSchema });
  return rows.filter(({ deleted }) => deleted !== true).map(({ id, name }) => ({ id, name }));
}
