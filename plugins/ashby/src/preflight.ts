import { HostError } from '@lethe/core';
import type { Obstacle } from '@lethe/core';
import * as api from './api.ts';
import type { Line } from './ask.ts';
import type { Known } from './known.ts';

/** What a key has to be given, and what it is for. */
const needed = [
  { permission: 'Candidates: read', endpoint: 'candidate.list', what: 'list candidates' },
  { permission: 'Interviews: read', endpoint: 'interviewSchedule.list', what: 'list interviews' },
  { permission: 'Offers: read', endpoint: 'offer.list', what: 'list offers' },
] as const;

/**
 * Whether the key lets an erasure be carried out, as far as that can be told without a candidate: nothing tells whether a key may
 * change candidates without changing one. Throws `HostError`.
 */
export async function preflight(line: Line, known: Known): Promise<readonly Obstacle[]> {
  const [fields, ...others] = await Promise.all([
    permitted(api.customFields(line)),
    ...needed.map(({ endpoint, what }) => permitted(api.tried(line, endpoint, what).then(() => true))),
  ]);
  if (fields !== undefined) known.take(fields);
  const missing = needed.filter((_, at) => others[at] === undefined).map(({ permission }) => permission);
  return [...(fields === undefined ? ['Hiring process: read'] : []), ...missing].map(lacking);
}

async function permitted<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof HostError && error.code === 'not-permitted') return undefined;
    throw error;
  }
}

function lacking(permission: string): Obstacle {
  return {
    code: 'host-right-missing',
    says: `The key lacks the permission "${permission}", without which something would be overlooked.`,
    remedy: 'Give it to the key in Ashby: Admin > Integrations > API Keys, with all that the README lists.',
  };
}
