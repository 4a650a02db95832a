import type { Host } from '@lethe/core';
import { Directory } from './directory.ts';
import { groupSteps } from './group.ts';
import type { HttpPort } from './http-port.ts';
import { Known } from './known.ts';
import { listedSpots } from './listing.ts';
import { parseOptions } from './options.ts';
import type { AshbyHostOptions } from './options.ts';
import { findPeople } from './people.ts';
import { preflight } from './preflight.ts';
import { ashbyProfile } from './profile.ts';
import { Remembered } from './remembered.ts';
import { rereadSpots } from './rereading.ts';
import { applyGroup } from './write.ts';

/**
 * Ashby as a host, over one port. Makes no call by itself. `clock` tells whether an interview is still to come. Throws
 * `RuleError` for options that cannot be read.
 */
export function ashbyHost(port: HttpPort, { clock, ...given }: AshbyHostOptions): Host {
  const options = parseOptions(given);
  const line = { port, clock };
  const known = new Known(line);
  const source = { line, options, known, directory: new Directory(line), remembered: new Remembered() };
  return {
    profile: ashbyProfile,
    preflight: () => preflight(line, known),
    findPeople: (query) => findPeople(source, query),
    spots: (scopes) => listedSpots(source, scopes),
    group: groupSteps,
    apply: (group) => applyGroup(source, group),
    reread: (spots) => rereadSpots(source, spots),
  };
}
