import type { DossierId, MessageId, PersonId, SpotId } from '@lethe/core';

/** Ids are opaque to core; only the host they come from makes them, and never from anything personal. */

/** An account by its number: `17`. */
export function personIdOf(account: number | string): PersonId {
  return String(account) as PersonId;
}

/** What messages are filed under: `issue:42`. */
export function dossierIdOf(kind: string, key: number | string): DossierId {
  return `${kind}:${key}` as DossierId;
}

/** One message: `note:77`, `file:5`. */
export function messageIdOf(kind: string, key: number | string): MessageId {
  return `${kind}:${key}` as MessageId;
}

/** One spot, from numbers and fixed words. */
export function spotIdOf(text: string): SpotId {
  return text as SpotId;
}
