import type { Person, PersonQuery } from '@lethe/core';
import pMap from 'p-map';
import * as api from './api.ts';
import { ifThere } from './ask.ts';
import { personOf } from './contact-spots.ts';
import { mayBeOf, wordsIn } from './form.ts';
import { contactOf } from './ids.ts';
import { AT_ONCE } from './reading.ts';
import { everybody } from './everybody.ts';
import type { Reading } from './reading.ts';

/**
 * Candidates, each once; too many rather than too few. Lever finds them by address alone: where there is none to go by, all
 * opportunities are looked through.
 */
export async function* findPeople(reading: Reading, query: PersonQuery): AsyncGenerator<Person> {
  if (query.by === 'everybody') {
    yield* everybody(reading);
    return;
  }
  const contacts = query.by === 'id' ? [contactOf(query.person) ?? '0'] : await contactsWith(reading, query.who);
  const found = await pMap(contacts, (id) => ifThere(api.contactById(reading.line, id)), { concurrency: AT_ONCE });
  for (const contact of found) if (contact !== undefined) yield personOf(contact);
}

type Who = Extract<PersonQuery, { by: 'identifiers' }>['who'];

async function contactsWith(reading: Reading, who: Who): Promise<readonly string[]> {
  const { addresses, names, phones } = wordsIn(who);
  const isKnownOtherwise = names.length + phones.length > 0 && reading.options.lookThroughAll;
  const searches = addresses.length > 0 ? addresses.map((email) => ({ email })) : isKnownOtherwise ? [{}] : [];
  const found = await pMap(searches, (search) => contactsIn(reading, who, search), { concurrency: AT_ONCE });
  return [...new Set(found.flat())];
}

/** Whose the opportunities are that a search gives. Lever is not trusted to have understood it: it might give everybody's. */
async function contactsIn(
  { line, known }: Reading,
  who: Who,
  search: { readonly email?: string },
): Promise<readonly string[]> {
  const contacts: string[] = [];
  for await (const page of api.opportunities(line, { ...search, ...(await known.confidentiality()) }))
    contacts.push(...page.filter((one) => mayBeOf(who, one)).map(({ contact }) => contact));
  return contacts;
}
