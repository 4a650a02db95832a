import type { Person, PersonQuery } from '@lethe/core';
import pMap from 'p-map';
import * as api from './api.ts';
import { ifThere } from './ask.ts';
import { personOf } from './candidate-spots.ts';
import { mayBe, wordsIn } from './form.ts';
import { candidateOf } from './ids.ts';
import { AT_ONCE } from './reading.ts';
import type { Source } from './reading.ts';
import type { Entry } from './schema.ts';

/** Candidates, each once; too many rather than too few. */
export async function* findPeople(source: Source, query: PersonQuery): AsyncGenerator<Person> {
  if (query.by === 'everybody') {
    for await (const { rows } of api.listedCandidates(source.line)) yield* rows.map(personOf);
    return;
  }
  const ids = query.by === 'id' ? [candidateOf(query.person) ?? '0'] : await candidatesWith(source, query.who);
  // Whoever is in a list may have been merged into another one meanwhile.
  const found = await pMap(ids, (id) => ifThere(api.candidateById(source.line, id)), { concurrency: AT_ONCE });
  for (const candidate of found) if (candidate !== undefined) yield personOf(candidate);
}

type Who = Extract<PersonQuery, { by: 'identifiers' }>['who'];

/** Who may be meant. A search tells at most a hundred and not whether there are more: then all candidates are looked through. */
async function candidatesWith(source: Source, who: Who): Promise<readonly string[]> {
  const { addresses, names, phones } = wordsIn(who);
  const searches = [...addresses.map((email) => ({ email })), ...names.map((name) => ({ name }))];
  const found = source.options.lookup === 'listed' ? undefined : await searched(source, searches);
  const isByPhoneAlone = searches.length === 0 && phones.length > 0 && source.options.lookThroughAll;
  const isPartial = found === undefined ? searches.length > 0 || phones.length > 0 : isByPhoneAlone;
  const entries = isPartial ? await source.directory.entries() : (found ?? []);
  return [...new Set(entries.filter((entry) => mayBe(who, entry)).map(({ id }) => id))];
}

/** What searches give; nothing if one of them may have given less than there is. */
async function searched(
  { line }: Source,
  searches: readonly Parameters<typeof api.searchedCandidates>[1][],
): Promise<readonly Entry[] | undefined> {
  const answers = await pMap(searches, (by) => api.searchedCandidates(line, by), { concurrency: AT_ONCE });
  return answers.some((entries) => entries.length >= api.SEARCH_CAP) ? undefined : answers.flat();
}
