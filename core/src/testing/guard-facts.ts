import type { GuardFacts } from '../guards/guard-facts.ts';
import { guardSettingsSchema } from '../guards/guard-settings.ts';
import type { Person, PersonId } from '../host.ts';
import { identifiersFrom } from '../identifiers.ts';
import { Personal } from '../personal.ts';
import { mint } from './mint.ts';

/** A person's id for a test. */
export function personId(text: string): PersonId {
  return mint('person', text);
}

/** Ada King, an end user like any other, with what a test changes about her. */
export function endUser(changes: Partial<Person> = {}): Person {
  return {
    type: 'person',
    id: personId('person-7'),
    name: Personal.of('Ada King'),
    identifiers: identifiersFrom({ names: ['Ada King'], addresses: ['ada.king@lovelace.test'] }),
    kind: 'end-user',
    active: true,
    self: false,
    lastAdministrator: false,
    ...changes,
  };
}

/** Facts under which nothing stands in the way, with what a test changes about them. */
export function harmlessFacts(changes: Partial<GuardFacts> = {}): GuardFacts {
  return {
    person: endUser(),
    alsoKnownAs: [],
    sharesAddress: false,
    askedBy: 'outside',
    openRuns: [],
    otherAdministrators: 1,
    holds: [],
    replacementName: 'Anonymized',
    settings: guardSettingsSchema.parse({}),
    ...changes,
  };
}
