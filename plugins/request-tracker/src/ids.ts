import type { DossierId, MessageId, PersonId, SpotId } from '@lethe/core';

/** Ids are opaque to core; only the host they come from makes them, and never from anything personal: RT's own name of an account is its address. */

/** An account by its number: `47`. */
export function personIdOf(account: number | string): PersonId {
  return String(account) as PersonId;
}

/** What messages are filed under: `ticket:42`. */
export function dossierIdOf(kind: string, key: number | string): DossierId {
  return `${kind}:${key}` as DossierId;
}

/** One message, by its transaction: `transaction:77`. */
export function messageIdOf(kind: string, key: number | string): MessageId {
  return `${kind}:${key}` as MessageId;
}

/** One spot, from numbers and fixed words. */
export function spotIdOf(text: string): SpotId {
  return text as SpotId;
}

/** The number of a ticket that was asked for by its dossier's id. */
export function ticketIn(dossier: DossierId): string | undefined {
  return /^ticket:(\d+)$/.exec(dossier)?.[1];
}
