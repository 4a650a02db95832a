import type { Person } from '@lethe/core';
import type { PersonShown } from './protocol.ts';

/** What is known about a person besides their account. */
export interface Standing {
  readonly ref: string;
  readonly openRun?: string;
  readonly anonymizedAt?: string;
}

/**
 * A person as the reviewer's screen shows them, so that nobody confirms the wrong one: the only place of the app that unwraps personal text. What
 * comes out of it goes to that screen and is never stored, queued or logged.
 */
export function personShown(person: Person, { ref, openRun, anonymizedAt }: Standing): PersonShown {
  const { name, identifiers, kind, active, self } = person;
  return {
    ref,
    name: name.reveal(),
    addresses: identifiers.addresses.map((address) => address.reveal()),
    ...{ kind, active, self },
    ...(openRun === undefined ? {} : { openRun }),
    ...(anonymizedAt === undefined ? {} : { anonymizedAt }),
  };
}
