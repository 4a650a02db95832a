import type { Host } from '@lethe/core';
import { groupSteps } from './group.ts';
import type { HttpPort } from './http-port.ts';
import { Known } from './known.ts';
import { listedSpots } from './listing.ts';
import { parseOptions } from './options.ts';
import type { ZendeskHostOptions } from './options.ts';
import { People } from './people.ts';
import { preflight } from './preflight.ts';
import { zendeskProfile } from './profile.ts';
import { Remembered } from './remembered.ts';
import { rereadSpots } from './rereading.ts';
import { applyGroup } from './write.ts';

/**
 * Zendesk as a host, over one port: the app's, or a server's. Makes no call by itself. `clock` waits for Zendesk's jobs.
 * Throws `RuleError` for options that cannot be read.
 */
export function zendeskHost(port: HttpPort, { clock, ...given }: ZendeskHostOptions): Host {
  const options = parseOptions(given);
  const line = { port, clock };
  const known = new Known(line);
  const people = new People(line, known, options);
  const remembered = new Remembered();
  const reading = { line, options, known, people, remembered };
  return {
    profile: zendeskProfile,
    preflight: () => preflight(line, known),
    findPeople: (query) => people.find(query),
    spots: (scopes) => listedSpots(reading, scopes),
    group: groupSteps,
    apply: (group) => applyGroup({ line, known, remembered }, group),
    reread: (spots) => rereadSpots(reading, spots),
  };
}
