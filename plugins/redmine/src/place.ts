import type { SpotId } from '@lethe/core';
import { spotIdOf } from './ids.ts';

/** What a spot is called over REST: what it belongs to, which part of that, and which one of several. */
export interface Place {
  readonly owner: Owner;
  /** Number of the owner; for pages and spent time with what is needed to find them again. Never personal. */
  readonly key: string;
  readonly part: string;
  /** Which one, where there are several: a number, or numbers and fixed words. */
  readonly which: string;
}

const owners = ['issue', 'user', 'time', 'news', 'wiki', 'project', 'found'] as const;
export type Owner = (typeof owners)[number];

const shape = /^([a-z]+):([0-9a-z@.-]+)\/([a-z]+)(?::([a-z0-9_:.-]+))?$/;

/** The id of a spot: `issue:42/note:77`. */
export function spotAt(owner: Owner, key: number | string, part: string): SpotId {
  return spotIdOf(`${owner}:${key}/${part}`);
}

/** Where a spot is; nothing for an id that is not one of ours. */
export function placeOf(spot: SpotId): Place | undefined {
  const [, name, key, part, which = ''] = shape.exec(spot) ?? [];
  const owner = owners.find((one) => one === name);
  return owner === undefined || key === undefined || part === undefined ? undefined : { owner, key, part, which };
}
