import { Personal } from '@lethe/core';
import type { Dossier, Person } from '@lethe/core';
import * as api from './api.ts';
import { personOf } from './contact-spots.ts';
import { dossierOf } from './dossier.ts';
import type { Reading } from './reading.ts';
import type { Opportunity } from './schema.ts';

/**
 * All candidates with their opportunities, from the list of all opportunities alone: Lever has no list of contacts. They can be
 * given when the last page has come, as one candidate's opportunities stand anywhere in it. Interviews to come are not known.
 */
export async function* everybody({ line, known }: Reading): AsyncGenerator<Person> {
  const people = new Map<string, Person>();
  for await (const page of api.opportunities(line, await known.confidentiality())) {
    const isHire = await known.hires(page);
    for (const one of page) {
      const dossier = dossierOf(one, { hired: isHire(one), interviews: [], now: line.clock.now() });
      people.set(one.contact, joined(people.get(one.contact) ?? personIn(one), one, dossier));
    }
  }
  yield* people.values();
}

function personIn({ contact, name, emails, phones }: Opportunity): Person {
  const blank = Personal.blank;
  return personOf({ id: contact, name, emails, phones, headline: blank, location: undefined, isAnonymized: false });
}

function joined(person: Person, opportunity: Opportunity, dossier: Dossier): Person {
  const { lastInteractionAt, createdAt, archived } = opportunity;
  const times = [person.lastActivity, lastInteractionAt, createdAt, archived?.archivedAt].flatMap((time) => time ?? []);
  const last = Math.max(...times.map((time) => time.getTime()));
  return {
    ...person,
    ...(times.length === 0 ? {} : { lastActivity: new Date(last) }),
    cases: [...(person.cases ?? []), dossier],
  };
}
