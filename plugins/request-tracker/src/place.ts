import type { SpotId } from '@lethe/core';
import { spotIdOf } from './ids.ts';

/** What a spot is called over REST: what it belongs to, which part of that, and which one of several. */
export interface Place {
  readonly owner: Owner;
  /** Number of the ticket or account. */
  readonly key: string;
  readonly part: string;
  /** Which one, where there are several: numbers and fixed words. */
  readonly which: string;
}

const owners = ['ticket', 'user'] as const;
type Owner = (typeof owners)[number];

const shape = /^([a-z]+):(\d+)\/([A-Za-z0-9]+)(?::([a-z0-9:]+))?$/;

/** The id of a spot: `ticket:42/body:77`. */
export function spotAt(owner: Owner, key: string, part: string): SpotId {
  return spotIdOf(`${owner}:${key}/${part}`);
}

/** Where a spot is; nothing for an id that is not one of ours. */
export function placeOf(spot: SpotId): Place | undefined {
  const [, name, key, part, which = ''] = shape.exec(spot) ?? [];
  const owner = owners.find((one) => one === name);
  return owner === undefined || key === undefined || part === undefined ? undefined : { owner, key, part, which };
}
