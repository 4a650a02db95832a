import type { Host } from '@lethe/core';
import type { z } from 'zod';
import type { Transport } from './call.ts';
import { InsideAccounts } from './inside/accounts.ts';
import { partIn, wayInside } from './inside/way.ts';
import type { InsideWay } from './inside/way.ts';
import { parseOptions } from './options.ts';
import type { RequestTrackerOptions, requestTrackerOptionsSchema } from './options.ts';
import { People } from './people.ts';
import { preflight } from './preflight.ts';
import { insideProfile, restProfile } from './profile.ts';
import { RestAccounts } from './rest-accounts.ts';
import { applyOverRest } from './rest/applying.ts';
import { groupForRest } from './rest/grouping.ts';
import { KnownOnce } from './rest/known.ts';
import { restSpots } from './rest/listing.ts';
import { rereadOverRest } from './rest/rereading.ts';

/**
 * Request Tracker as a host: through Lethe's part inside it where that is installed and this account may use it, else over
 * the REST API alone. Which of the two is asked once; `profile` says it. Throws `HostError` if RT does not answer.
 */
export async function requestTrackerHost(
  transport: Transport,
  options: z.input<typeof requestTrackerOptionsSchema> = {},
): Promise<Host> {
  const complete = parseOptions(options);
  const part = partIn(transport);
  const status = await part.status();
  return status === undefined
    ? restHost(transport, complete)
    : insideHost({ transport, part, options: complete, limits: status.limits }, status.account);
}

function restHost(transport: Transport, options: RequestTrackerOptions): Host {
  const people = new People(transport, options, new RestAccounts(transport));
  const reading = { transport, options, people, known: new KnownOnce(transport) };
  return {
    profile: restProfile,
    preflight: () => preflight(transport),
    findPeople: (query) => people.find(query),
    spots: (scopes) => restSpots(reading, scopes),
    group: groupForRest,
    apply: (group) => applyOverRest(transport, group),
    reread: (spots) => rereadOverRest(reading, spots),
  };
}

function insideHost(way: Omit<InsideWay, 'people'>, self: string | undefined): Host {
  const { transport, part, options } = way;
  const people = new People(transport, options, new InsideAccounts(part, self, new RestAccounts(transport)));
  return {
    profile: insideProfile,
    preflight: () => preflight(transport),
    findPeople: (query) => people.find(query),
    ...wayInside({ ...way, people }),
  };
}
