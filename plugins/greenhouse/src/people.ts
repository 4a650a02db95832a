import type { Person, PersonQuery } from '@lethe/core';
import pMap from 'p-map';
import { mayBe, wordsIn } from './form.ts';
import { candidateOf } from './ids.ts';
import { personOf } from './person.ts';
import type { Reading } from './reading.ts';
import type { Candidate } from './record.ts';

const AT_ONCE = 4;

/** The candidate another one was merged into, as far as it is known. */
export type MergedInto = (candidate: string) => string | undefined;

/**
 * Candidates, each once; too many rather than too few. Greenhouse finds them by address alone: where there is none to go by, all are
 * looked through. For the number of one that was merged the surviving one is given.
 */
export async function* findPeople(
  reading: Reading,
  query: PersonQuery,
  mergedInto: MergedInto,
): AsyncGenerator<Person> {
  if (query.by === 'everybody') {
    for await (const page of reading.harvest.candidates()) yield* page.map(personOf);
    return;
  }
  const found =
    query.by === 'id' ? await byId(reading, candidateOf(query.person), mergedInto) : await byWords(reading, query.who);
  const seen = new Set<string>();
  for (const candidate of found) {
    if (!seen.has(candidate.id)) yield personOf(candidate);
    seen.add(candidate.id);
  }
}

async function byId(
  { harvest }: Reading,
  id: string | undefined,
  mergedInto: MergedInto,
): Promise<readonly Candidate[]> {
  if (id === undefined) return [];
  const found = await harvest.candidate(surviving(id, mergedInto));
  return found === undefined ? [] : [found];
}

/** Follows merges of merges; a circle, which only wrong events could make, ends where it began. */
function surviving(id: string, mergedInto: MergedInto): string {
  const met = new Set<string>();
  let last = id;
  for (let next = mergedInto(last); next !== undefined && !met.has(next); next = mergedInto(last)) {
    met.add(last);
    last = next;
  }
  return last;
}

type Who = Extract<PersonQuery, { by: 'identifiers' }>['who'];

async function byWords({ harvest, options }: Reading, who: Who): Promise<readonly Candidate[]> {
  const { addresses, names, phones } = wordsIn(who);
  const isKnownOtherwise = names.length + phones.length > 0 && options.lookThroughAll;
  const searches = addresses.length > 0 ? addresses : isKnownOtherwise ? [undefined] : [];
  const found = await pMap(
    searches,
    async (email) => {
      const some: Candidate[] = [];
      for await (const page of harvest.candidates(email)) some.push(...page.filter((one) => mayBe(who, one)));
      return some;
    },
    { concurrency: AT_ONCE },
  );
  return found.flat();
}
