import type { DossierId, MessageId, PersonId, SpotId } from '@lethe/core';

/** Ids are opaque to core; only the host they come from makes them, and never from anything personal. */
interface Ids {
  readonly person: PersonId;
  readonly dossier: DossierId;
  readonly message: MessageId;
  readonly spot: SpotId;
}

/** An account by its number: `17`. */
export function personIdOf(account: number | string): PersonId {
  return minted('person', String(account));
}

/** What messages are filed under: `issue:42`. */
export function dossierIdOf(kind: string, key: number | string): DossierId {
  return minted('dossier', `${kind}:${key}`);
}

/** One message: `note:77`, `file:5`. */
export function messageIdOf(kind: string, key: number | string): MessageId {
  return minted('message', `${kind}:${key}`);
}

/** One spot, from numbers and fixed words. */
export function spotIdOf(text: string): SpotId {
  return minted('spot', text);
}

function minted<Name extends keyof Ids>(name: Name, text: string): Ids[Name] {
  assertId<Name>(name, text);
  return text;
}

function assertId<Name extends keyof Ids>(name: Name, text: string): asserts text is Ids[Name] {
  if (text === '') throw new TypeError(`The id of a ${name} is not empty.`);
}
