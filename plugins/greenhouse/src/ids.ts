import type { DossierId, MessageId, PersonId, SpotId } from '@lethe/core';

/** Ids are opaque to core; only the host they come from makes them. Greenhouse's own are numbers, so that nothing personal is in them. */

/** A candidate or prospect: `c` and its number. */
export function personIdOf(candidate: string): PersonId {
  return `c${candidate}` as PersonId;
}

/** A user of Greenhouse, who writes notes and scorecards: `u` and the number. */
export function userIdOf(user: string): PersonId {
  return `u${user}` as PersonId;
}

/** Greenhouse's number of a candidate; nothing for an id that is not one of ours. */
export function candidateOf(person: string): string | undefined {
  return /^c(\d+)$/.exec(person)?.[1];
}

/** An application: `a` and its number. */
export function dossierIdOf(application: string): DossierId {
  return `a${application}` as DossierId;
}

/** Greenhouse's number of an application; nothing for an id that is not one of ours. */
export function applicationOf(dossier: string): string | undefined {
  return /^a(\d+)$/.exec(dossier)?.[1];
}

/** A note, scorecard or part of the activity feed. */
export function messageIdOf(part: string, which: string): MessageId {
  return `${part}:${which}` as MessageId;
}

/** One spot, from numbers and fixed words. */
export function spotIdOf(text: string): SpotId {
  return text as SpotId;
}
