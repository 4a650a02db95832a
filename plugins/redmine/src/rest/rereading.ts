import type { Reading, Spot, SpotId } from '@lethe/core';
import { accountSpots } from './account-spots.ts';
import { accountIn, answers, byThing } from './asked.ts';
import type { Asked } from './asked.ts';
import { ifThere } from '@lethe/http';
import { foundSpots } from './found-spots.ts';
import { rereadIssues } from './issue-rereading.ts';
import type { Known } from './known.ts';
import type { RestReading } from './listing.ts';
import { newsSpots } from './news-spots.ts';
import { projectFileSpots, projectSpots } from './project-spots.ts';
import { timeSpots } from './time-spots.ts';
import { Wanted, wantSearched } from './wanted.ts';
import { pageAt, wikiSpots } from './wiki-pages.ts';
import * as api from '../api.ts';
import { userIfThere } from '../people.ts';
import { placeOf } from '../place.ts';
import type { Owner, Place } from '../place.ts';

/** Reads spots again: an issue once for all of its spots, a hundred issues in one call where no notes are asked for. */
export async function* rereadOverRest(reading: RestReading, spots: readonly SpotId[]): AsyncGenerator<Reading> {
  if (spots.length === 0) return;
  const asked = spots.flatMap((spot): Asked[] => {
    const place = placeOf(spot);
    return place === undefined ? [] : [{ spot, place }];
  });
  const of = (owner: Owner): readonly Asked[] => asked.filter(({ place }) => place.owner === owner);
  const known = await reading.known.latest();
  yield* rereadIssues(reading, of('issue'), known);
  for (const owner of ['time', 'wiki', 'news', 'project', 'user'] as const) {
    for (const some of byThing(of(owner))) yield* answers(some, (await ifThere(spotsOf(some, reading, known))) ?? []);
  }
  yield* await rereadFound(reading, of('found'));
}

/** What only a search shows is searched for again; what it does not show any more cannot be seen. */
async function rereadFound({ transport, searched }: RestReading, asked: readonly Asked[]): Promise<readonly Reading[]> {
  if (asked.length === 0) return [];
  const wanted = new Wanted();
  await wantSearched(transport, searched.latest, wanted);
  const spots = [...wanted.found.values()].flatMap(({ hit, inFile }) => foundSpots(hit, inFile));
  return answers(asked, spots).map(({ spot, content }) => ({
    spot,
    content: content === 'gone' ? { form: 'hidden' } : content,
  }));
}

async function spotsOf(asked: readonly Asked[], reading: RestReading, known: Known): Promise<readonly Spot[]> {
  const place = asked[0]?.place;
  if (place === undefined) return [];
  const wantsFiles = asked.some((one) => one.place.part === 'file');
  return readers[place.owner](place, { ...reading, wantsFiles }, known);
}

type Rereading = Pick<RestReading, 'transport' | 'people'> & { readonly wantsFiles: boolean };
type Reader = (place: Place, reading: Rereading, known: Known) => Promise<readonly Spot[]>;

const readers: Readonly<Record<Owner, Reader>> = {
  time: readTime,
  wiki: async ({ key }, { transport }, known) => {
    const page = await pageAt(transport, key);
    return page === undefined ? [] : wikiSpots(transport, page, known);
  },
  news: async ({ key }, { transport }, known) => newsSpots(await api.newsById(transport, key), known),
  project: readProject,
  user: async ({ key }, { transport, people }, known) => {
    const user = await userIfThere(transport, key);
    return user === undefined ? [] : accountSpots(user, await people.personOf(user), known);
  },
  issue: async () => [],
  found: async () => [],
};

async function readTime(place: Place, { transport }: Rereading, known: Known): Promise<readonly Spot[]> {
  const spots: Spot[] = [];
  for await (const page of api.timeEntries(transport, { user_id: accountIn(place) })) {
    spots.push(...page.flatMap((entry) => timeSpots(entry, known)));
  }
  return spots;
}

async function readProject(
  { key }: Place,
  { transport, wantsFiles }: Rereading,
  known: Known,
): Promise<readonly Spot[]> {
  const files = wantsFiles ? await api.projectFiles(transport, key) : [];
  const project = await api.projectById(transport, key);
  return [...projectSpots(project, known), ...projectFileSpots(project.id, files, known)];
}
