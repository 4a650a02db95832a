import { identifiersFrom, Personal } from '@lethe/core';
import type { Person } from '@lethe/core';
import { namesOf, plainTexts } from './form.ts';
import { personIdOf } from './ids.ts';
import type { Candidate } from './record.ts';

/** A candidate as a person. Candidates do not sign in; one that is linked to a user works here. */
export function personOf(candidate: Candidate): Person {
  const { id, name, emails, phones, isUser, lastActivity } = candidate;
  return {
    type: 'person',
    id: personIdOf(id),
    name,
    identifiers: identifiersFrom({
      addresses: plainTexts(emails),
      phones: plainTexts(phones),
      names: namesOf(candidate),
    }),
    kind: 'candidate',
    active: false,
    self: false,
    lastAdministrator: false,
    employed: isUser,
    ...(lastActivity === undefined ? {} : { lastActivity }),
  };
}

/** Somebody of whom only the number was read. */
export function numbered(id: string): Person {
  const blank = Personal.blank;
  return personOf({
    ...{ id, name: blank, preferredName: blank, company: blank, title: blank, tags: [], phones: [], emails: [] },
    ...{ socialMedia: [], websites: [], addresses: [], customFields: [], isUser: false, lastActivity: undefined },
  });
}
