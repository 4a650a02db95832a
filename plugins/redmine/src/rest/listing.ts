import type { PersonId, Scope, Spot } from '@lethe/core';
import pMap, { pMapIterable } from 'p-map';
import { accountSpots } from './account-spots.ts';
import { foundSpots } from './found-spots.ts';
import { ifThere } from '@lethe/http';
import { issueSpots } from './issue-spots.ts';
import type { IssueReading } from './issue-spots.ts';
import type { Known, KnownOnce } from './known.ts';
import { newsSpots } from './news-spots.ts';
import { projectFileSpots, projectSpots } from './project-spots.ts';
import { timeSpots } from './time-spots.ts';
import type { Wanted } from './wanted.ts';
import { wantedBy } from './wanted.ts';
import { pageAt, pagesFor, wikiSpots } from './wiki-pages.ts';
import * as api from '../api.ts';
import { AT_ONCE } from '../people.ts';
import type { People } from '../people.ts';
import type { Search } from '../search-words.ts';
import type { Transport } from '../call.ts';

/** What reading over REST is done with. */
export interface RestReading {
  readonly transport: Transport;
  readonly known: KnownOnce;
  readonly people: People;
  readonly searched: LastSearches;
}

/** What was searched for last: what only a search shows can be read again by the same one. */
export class LastSearches {
  #searches: readonly Search[] = [];

  get latest(): readonly Search[] {
    return this.#searches;
  }

  keep(searches: readonly Search[]): void {
    if (searches.length > 0) this.#searches = searches;
  }
}

/** Spots of some scopes, each once; a person's own last. */
export async function* restSpots(reading: RestReading, scopes: readonly Scope[]): AsyncGenerator<Spot> {
  const known = await reading.known.fresh();
  const wanted = await wantedBy(reading.transport, scopes, known);
  reading.searched.keep(wanted.searches);
  yield* spotsOfIssues(reading.transport, [...wanted.issues], { known, people: peopleIn(scopes) });
  for (const entry of wanted.times.values()) yield* timeSpots(entry, known);
  yield* spotsOfWikis(reading.transport, wanted, known);
  yield* spotsOfPlaces(reading.transport, wanted, known);
  for (const { hit, inFile } of wanted.found.values()) yield* foundSpots(hit, inFile);
  for (const user of wanted.accounts) yield* accountSpots(user, await reading.people.personOf(user), known);
}

function peopleIn(scopes: readonly Scope[]): ReadonlySet<PersonId> {
  return new Set(scopes.flatMap((scope) => (scope.by === 'person' ? [scope.person] : [])));
}

async function* spotsOfIssues(
  transport: Transport,
  numbers: readonly string[],
  reading: IssueReading,
): AsyncGenerator<Spot> {
  const issues = pMapIterable(numbers, (number) => ifThere(api.issueById(transport, number)), { concurrency: AT_ONCE });
  for await (const issue of issues) {
    if (issue === undefined) continue;
    yield* issueSpots(issue, reading).filter(isWritten);
  }
}

/** Most changes come without a note. */
function isWritten({ kind, content }: Spot): boolean {
  return kind !== 'message.body' || content.form !== 'plain' || !content.text.isBlank;
}

async function* spotsOfWikis(transport: Transport, wanted: Wanted, known: Known): AsyncGenerator<Spot> {
  const found = await pagesFor(transport, [...wanted.pages.values()], known);
  const asked = await pMap([...wanted.pageKeys], (key) => pageAt(transport, key), { concurrency: AT_ONCE });
  const pages = new Map([...found, ...asked.filter((page) => page !== undefined)].map((page) => [page.key, page]));
  for (const page of pages.values()) yield* (await ifThere(wikiSpots(transport, page, known))) ?? [];
}

async function* spotsOfPlaces(transport: Transport, wanted: Wanted, known: Known): AsyncGenerator<Spot> {
  const news = pMapIterable([...wanted.news], (id) => ifThere(api.newsById(transport, id)), { concurrency: AT_ONCE });
  for await (const one of news) if (one !== undefined) yield* newsSpots(one, known);
  const projects = pMapIterable([...wanted.projects], (id) => ifThere(api.projectById(transport, id)), {
    concurrency: AT_ONCE,
  });
  for await (const project of projects) if (project !== undefined) yield* projectSpots(project, known);
  // A project without files answers that one may not see them.
  const shelf = async (id: string): Promise<readonly Spot[]> =>
    projectFileSpots(Number(id), (await ifThere(api.projectFiles(transport, id), 'not-permitted')) ?? [], known);
  for await (const files of pMapIterable([...wanted.shelves], shelf, { concurrency: AT_ONCE })) yield* files;
}
