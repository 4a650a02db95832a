import type { SpotId } from '@lethe/core';
import { spotIdOf } from './ids.ts';

/** What spots belong to: a ticket, a suspended mail, a user, the Help Center of a user. */
const owners = { t: 'ticket', s: 'suspended', u: 'user', h: 'help' } as const;
export type Owner = (typeof owners)[keyof typeof owners];

/** Where a spot is: whose it is, in which comment if in one, which part, and which one of several. Never personal. */
export interface Place {
  readonly owner: Owner;
  /** Number of the owner. */
  readonly key: number;
  readonly comment?: number;
  readonly part: string;
  /** Which one, where there are several: numbers and fixed words, or the key of a field. */
  readonly which: string;
}

const shape = /^([tsuh])(\d+)(?:\/c(\d+))?(?:\/([a-z]+)(?::(.+))?)?$/;

/** The id of a spot of a ticket: `t42/subject`, `t42/field:9`. */
export function ticketSpot(ticket: number, part: string): SpotId {
  return spotIdOf(`t${ticket}/${part}`);
}

/** The id of a spot of a comment: `t42/c99/body`, `t42/c99/file:5`. */
export function commentSpot(ticket: number, comment: number, part: string): SpotId {
  return spotIdOf(`t${ticket}/c${comment}/${part}`);
}

/** The id of a spot of a user: `u7/name`, `u7/identity:55`. */
export function userSpot(user: number, part: string): SpotId {
  return spotIdOf(`u${user}/${part}`);
}

/** The id of a suspended mail: `s9`. */
export function suspendedSpot(suspended: number): SpotId {
  return spotIdOf(`s${suspended}`);
}

/** The id of something in the Help Center, with the user by whom it is found: `h7/post:5`. */
export function helpSpot(user: number, part: string): SpotId {
  return spotIdOf(`h${user}/${part}`);
}

/** Where a spot is; nothing for an id that is not one of ours. */
export function placeOf(spot: SpotId): Place | undefined {
  const [, letter, key, comment, part = '', which = ''] = shape.exec(spot) ?? [];
  const owner = Object.entries(owners).find(([one]) => one === letter)?.[1];
  if (owner === undefined || key === undefined) return undefined;
  return { owner, key: Number(key), part, which, ...(comment === undefined ? {} : { comment: Number(comment) }) };
}
