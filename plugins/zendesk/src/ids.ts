import type { DossierId, MessageId, PersonId, SpotId } from '@lethe/core';

/** Ids are opaque to core; only the host they come from makes them, and never from anything personal. */

/** A user by number: `u7`. */
export function personIdOf(user: number | string): PersonId {
  return `u${user}` as PersonId;
}

/** The number of a user, as the API takes it; nothing for an id that is not one of ours. */
export function userNumberOf(person: string): string | undefined {
  return /^u(\d+)$/.exec(person)?.[1];
}

/** A ticket by number: `t42`. */
export function ticketDossierId(ticket: number | string): DossierId {
  return `t${ticket}` as DossierId;
}

/** A suspended mail: `s9`. */
export function suspendedDossierId(suspended: number | string): DossierId {
  return `s${suspended}` as DossierId;
}

/** A post of the community, or an article of the Help Center: `post5`, `article5`. */
export function helpDossierId(kind: 'post' | 'article', key: number | string): DossierId {
  return `${kind}${key}` as DossierId;
}

/** One message: `c99` a comment, `s9` a suspended mail, `chat…` a line of a chat. */
export function messageIdOf(text: string): MessageId {
  return text as MessageId;
}

/** One spot, from numbers and fixed words. */
export function spotIdOf(text: string): SpotId {
  return text as SpotId;
}
