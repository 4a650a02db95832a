import type { DossierId, MessageId, PersonId, SpotId } from '@lethe/core';

/** Ids are opaque to core; only the host they come from makes them, and never from anything personal. */

/** An account by whatever its account book calls it. */
export function personIdOf(text: string): PersonId {
  return text as PersonId;
}

/** An issue by its number, not by its key: keys change when an issue is moved. `i10042`. */
export function dossierIdOf(issue: string): DossierId {
  return `i${issue}` as DossierId;
}

/** The number of an issue; nothing for an id that is not one of ours. */
export function issueNumberOf(dossier: string): string | undefined {
  return /^i(\d+)$/.exec(dossier)?.[1];
}

/** One message: `c99` a comment, `w7` a worklog, `a5` a file, `i10042` what opened an issue. */
export function messageIdOf(text: string): MessageId {
  return text as MessageId;
}

/** One spot, from numbers and fixed words. */
export function spotIdOf(text: string): SpotId {
  return text as SpotId;
}
