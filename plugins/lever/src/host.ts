import type { Host } from '@lethe/core';
import { groupSteps } from './group.ts';
import type { HttpPort } from './http-port.ts';
import { Known } from './known.ts';
import { listedSpots } from './listing.ts';
import { parseOptions } from './options.ts';
import type { LeverHostOptions } from './options.ts';
import { findPeople } from './people.ts';
import { preflight } from './preflight.ts';
import { leverProfile } from './profile.ts';
import { Remembered } from './remembered.ts';
import { rereadSpots } from './rereading.ts';
import { applyGroup } from './write.ts';

/**
 * Lever as a host, over one port. Makes no call by itself. `clock` tells whether an interview is still to come. Throws
 * `RuleError` for options that cannot be read.
 */
export function leverHost(port: HttpPort, { clock, ...given }: LeverHostOptions): Host {
  const options = parseOptions(given);
  const { performAs } = options;
  const line = { port, clock, ...(performAs === undefined ? {} : { performAs }) };
  const known = new Known(line, options.confidentialHiring);
  const reading = { line, options, known, remembered: new Remembered() };
  return {
    profile: leverProfile,
    preflight: () => preflight(line, known),
    findPeople: (query) => findPeople(reading, query),
    spots: (scopes) => listedSpots(reading, scopes),
    group: groupSteps,
    apply: (group) => applyGroup(reading, group),
    reread: (spots) => rereadSpots(reading, spots),
  };
}
