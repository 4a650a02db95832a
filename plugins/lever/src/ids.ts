import type { DossierId, MessageId, PersonId, SpotId } from '@lethe/core';

/** Ids are opaque to core; only the host they come from makes them. Lever's own are random, so that nothing personal is in them. */

/** A contact: `c` and its id. */
export function personIdOf(contact: string): PersonId {
  return `c${contact}` as PersonId;
}

/** A user of Lever, who writes notes and feedback: `u` and its id. */
export function userIdOf(user: string): PersonId {
  return `u${user}` as PersonId;
}

/** Lever's id of a contact; nothing for an id that is not one of ours. */
export function contactOf(person: string): string | undefined {
  return /^c([\w-]+)$/.exec(person)?.[1];
}

/** An opportunity: `o` and its id. */
export function dossierIdOf(opportunity: string): DossierId {
  return `o${opportunity}` as DossierId;
}

/** Lever's id of an opportunity; nothing for an id that is not one of ours. */
export function opportunityOf(dossier: string): string | undefined {
  return /^o([\w-]+)$/.exec(dossier)?.[1];
}

/** A note, feedback form or interview. */
export function messageIdOf(part: string, id: string): MessageId {
  return `${part}:${id}` as MessageId;
}

/** One spot, from ids and fixed words. */
export function spotIdOf(text: string): SpotId {
  return text as SpotId;
}
