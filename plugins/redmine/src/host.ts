import type { Host } from '@lethe/core';
import type { z } from 'zod';
import { InsideAccounts } from './inside/accounts.ts';
import { partIn, wayInside } from './inside/way.ts';
import type { InsideWay } from './inside/way.ts';
import type { RedmineOptions } from './options.ts';
import { parseOptions } from './options.ts';
import type { redmineOptionsSchema } from './options.ts';
import { People, RestAccounts } from './people.ts';
import { preflight } from './preflight.ts';
import { insideProfile, restProfile } from './profile.ts';
import { Remembered } from '@lethe/http';
import { applyOverRest } from './rest/applying.ts';
import { groupForRest } from './rest/grouping.ts';
import { KnownOnce } from './rest/known.ts';
import { LastSearches, restSpots } from './rest/listing.ts';
import { rereadOverRest } from './rest/rereading.ts';
import type { Transport } from './call.ts';

/**
 * Redmine as a host: through Lethe's part inside it where that is installed and this account may use it, else over the
 * REST API alone. Which of the two is asked once; `profile` says it. Throws `HostError` if Redmine does not answer.
 */
export async function redmineHost(
  transport: Transport,
  options: z.input<typeof redmineOptionsSchema> = {},
): Promise<Host> {
  const complete = parseOptions(options);
  const part = partIn(transport);
  const status = await part.status();
  return status === undefined
    ? restHost(transport, complete)
    : insideHost({ transport, part, options: complete, limits: status.limits });
}

function restHost(transport: Transport, options: RedmineOptions): Host {
  const people = new People(transport, options, new RestAccounts(transport));
  const reading = { transport, people, known: new KnownOnce(transport, options), searched: new LastSearches() };
  const writing = { transport, unwatched: new Remembered<'unwatched', void>() };
  return {
    profile: restProfile,
    preflight: () => preflight(transport),
    findPeople: (query) => people.find(query),
    spots: (scopes) => restSpots(reading, scopes),
    group: groupForRest,
    apply: (group) => applyOverRest(writing, group),
    reread: (spots) => rereadOverRest(reading, spots),
  };
}

function insideHost(way: Omit<InsideWay, 'people'>): Host {
  const { transport, part, options } = way;
  const people = new People(transport, options, new InsideAccounts(part, new RestAccounts(transport)));
  return {
    profile: insideProfile,
    preflight: () => preflight(transport),
    findPeople: (query) => people.find(query),
    ...wayInside({ ...way, people }),
  };
}
