import type { DossierId, MessageId, PersonId, SpotId } from '@lethe/core';

/** Ids are opaque to core; only the host they come from makes them. Ashby's own are random, so that nothing personal is in them. */

/** A candidate as a person: `p` and its id. */
export function personIdOf(candidate: string): PersonId {
  return `p${candidate}` as PersonId;
}

/** A user of Ashby, who writes notes and feedback: `u` and its id. */
export function userIdOf(user: string | undefined): PersonId | 'unknown' {
  return user === undefined ? 'unknown' : (`u${user}` as PersonId);
}

/** Ashby's id of a candidate; nothing for an id that is not one of ours. */
export function candidateOf(person: string): string | undefined {
  return /^p([\w-]+)$/.exec(person)?.[1];
}

/** What is filed under a candidate and no application: `c` and its id. */
export function sheetIdOf(candidate: string): DossierId {
  return `c${candidate}` as DossierId;
}

/** An application: `a` and its id. */
export function dossierIdOf(application: string): DossierId {
  return `a${application}` as DossierId;
}

/** A note or a scorecard. */
export function messageIdOf(part: string, id: string): MessageId {
  return `${part}:${id}` as MessageId;
}

/** One spot, from ids and fixed words. */
export function spotIdOf(text: string): SpotId {
  return text as SpotId;
}
