import type { Host } from '@lethe/core';
import { groupSteps } from './group.ts';
import type { Harvest } from './harvest.ts';
import type { HttpPort } from './http-port.ts';
import { listedSpots } from './listing.ts';
import { parseOptions } from './options.ts';
import type { GreenhouseHostOptions } from './options.ts';
import { findPeople } from './people.ts';
import { greenhouseProfile } from './profile.ts';
import { Remembered } from './remembered.ts';
import { rereadSpots } from './rereading.ts';
import { harvestV1 } from './v1/harvest-v1.ts';
import { harvestV3 } from './v3/harvest-v3.ts';
import { applyGroup } from './write.ts';

/** Which version of the Harvest API the port leads to. */
export type Version = Harvest['version'];

/**
 * Greenhouse as a host, over one port to one version of its Harvest API. Makes no call by itself. Throws `RuleError` for options
 * that cannot be read.
 */
export function greenhouseHost(version: Version, port: HttpPort, given: GreenhouseHostOptions): Host {
  const { clock, mergedInto = () => undefined, ...rest } = given;
  const options = parseOptions(rest);
  const line = { port, clock };
  const harvest = version === 'v3' ? harvestV3(line) : harvestV1(line);
  const reading = { harvest, options, clock, remembered: new Remembered() };
  return {
    profile: greenhouseProfile,
    preflight: () => harvest.preflight(),
    findPeople: (query) => findPeople(reading, query, mergedInto),
    spots: (scopes) => listedSpots(reading, scopes),
    group: groupSteps,
    apply: (group) => applyGroup(reading, group),
    reread: (spots) => rereadSpots(reading, spots),
  };
}
