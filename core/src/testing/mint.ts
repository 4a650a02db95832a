import type { DossierId, MessageId, PersonId, SpotId } from '../host.ts';

/** Every id is opaque text to core; only whoever invents a host makes them. */
interface Ids {
  readonly person: PersonId;
  readonly dossier: DossierId;
  readonly message: MessageId;
  readonly spot: SpotId;
}

/** An id for an invented host. */
export function mint<Name extends keyof Ids>(name: Name, text: string): Ids[Name] {
  assertId<Name>(name, text);
  return text;
}

function assertId<Name extends keyof Ids>(name: Name, text: string): asserts text is Ids[Name] {
  if (text === '') throw new TypeError(`The id of a ${name} is not empty.`);
}
