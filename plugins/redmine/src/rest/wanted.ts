import { HostError } from '@lethe/core';
import type { DossierId, Identifiers, PersonId, Scope } from '@lethe/core';
import pMap from 'p-map';
import type { Known } from './known.ts';
import * as api from '../api.ts';
import { AT_ONCE } from '../people.ts';
import type { Hit, TimeEntry, User } from '../schema.ts';
import { commentFiltersFor, searchesFor } from '../search-words.ts';
import type { Search } from '../search-words.ts';
import type { Transport } from '../call.ts';

/** What scopes lead to, each thing once and in the order it was found. */
export class Wanted {
  readonly issues = new Set<string>();
  readonly times = new Map<number, TimeEntry>();
  readonly news = new Set<string>();
  readonly projects = new Set<string>();
  /** Projects whose files are listed. */
  readonly shelves = new Set<string>();
  readonly pages = new Map<string, Hit>();
  /** Keys of pages that were asked for by themselves. */
  readonly pageKeys = new Set<string>();
  readonly found = new Map<string, Found>();
  readonly accounts: User[] = [];
  /** What was searched for. */
  readonly searches: Search[] = [];

  takeTimes(entries: readonly TimeEntry[]): void {
    for (const entry of entries) this.times.set(entry.id, entry);
  }

  /** Takes in what a search found. */
  takeHits(hits: readonly Hit[]): void {
    for (const hit of hits) this.#takeHit(hit);
  }

  #takeHit(hit: Hit): void {
    const id = String(hit.id);
    if (hit.type.startsWith('issue')) this.issues.add(id);
    else if (hit.type === 'news') this.news.add(id);
    else if (hit.type === 'wiki-page') this.pages.set(id, hit);
    else if (hit.type === 'project') {
      this.projects.add(id);
      this.shelves.add(id);
    } else this.found.set(keyOf(hit), { hit, ...this.found.get(keyOf(hit)) });
  }

  /** Takes in what a search found by the names of files. */
  takeFileHits(hits: readonly Hit[], { identifier }: Search): void {
    for (const hit of hits.filter((one) => this.found.has(keyOf(one))))
      this.found.set(keyOf(hit), { hit, inFile: identifier });
  }
}

/** What the REST API shows in the search only. */
export interface Found {
  readonly hit: Hit;
  /** The identifier one of its files is named after. */
  readonly inFile?: Search['identifier'];
}

function keyOf({ type, id }: Hit): string {
  return `${type}:${id}`;
}

/** Finds out what to read for some scopes. */
export async function wantedBy(transport: Transport, scopes: readonly Scope[], known: Known): Promise<Wanted> {
  const wanted = new Wanted();
  for (const scope of scopes) {
    if (scope.by === 'person') await wantPerson(transport, scope.person, { wanted, known });
    else if (scope.by === 'mention') await wantMentions(transport, scope.who, wanted);
    else if (scope.by === 'dossier') await wantDossier(transport, scope.dossier, wanted);
    else
      throw new HostError('rejected', 'Redmine cannot be asked for everything at once: ask by person or by mention.');
  }
  return wanted;
}

async function wantPerson(
  transport: Transport,
  person: PersonId,
  { wanted, known }: { readonly wanted: Wanted; readonly known: Known },
): Promise<void> {
  const user = await api.userById(transport, person);
  wanted.accounts.push(user);
  for (const { project } of user.memberships) wanted.shelves.add(String(project.id));
  const listings = rolesOf(person, known).map((where) => () => numbersIn(transport, where));
  const numbers = await pMap(listings, (list) => list(), { concurrency: AT_ONCE });
  for (const number of numbers.flat().sort((one, other) => one - other)) wanted.issues.add(String(number));
  wanted.takeTimes(await timesIn(transport, { user_id: person }));
}

/** One listing for each way of having to do with an issue: Redmine cannot be asked for one or the other. */
function rolesOf(person: PersonId, { fields }: Known): readonly api.Where[] {
  const references = [...fields.values()].filter(
    (field) => field.customized_type === 'issue' && field.field_format === 'user',
  );
  const roles = ['author_id', 'assigned_to_id', 'watcher_id', 'updated_by', ...references.map(({ id }) => `cf_${id}`)];
  return roles.map((role) => ({ [role]: person }));
}

async function numbersIn(transport: Transport, where: api.Where): Promise<readonly number[]> {
  const numbers: number[] = [];
  for await (const page of api.issues(transport, where)) numbers.push(...page.map((issue) => issue.id));
  return numbers;
}

async function timesIn(transport: Transport, where: api.Where): Promise<readonly TimeEntry[]> {
  const entries: TimeEntry[] = [];
  for await (const page of api.timeEntries(transport, where)) entries.push(...page);
  return entries;
}

async function wantMentions(transport: Transport, who: Identifiers, wanted: Wanted): Promise<void> {
  const searches = searchesFor(who);
  await wantSearched(transport, searches, wanted);
  wanted.searches.push(...searches);
  const comments = commentFiltersFor(who).map((q) => ({ 'f[]': 'comments', 'op[comments]': '~', 'v[comments][]': q }));
  const entries = await pMap(comments, (where) => timesIn(transport, where), { concurrency: AT_ONCE });
  wanted.takeTimes(entries.flat());
}

/** Searches, and searches the names of files alone where something turned up whose files are not shown. */
export async function wantSearched(transport: Transport, searches: readonly Search[], wanted: Wanted): Promise<void> {
  const hits = await pMap(searches, (search) => hitsOf(transport, search, '1'), { concurrency: AT_ONCE });
  wanted.takeHits(hits.flat());
  const beyond = searches.filter((_, at) => (hits[at] ?? []).some((hit) => wanted.found.has(keyOf(hit))));
  const inFiles = await pMap(beyond, (search) => hitsOf(transport, search, 'only'), { concurrency: AT_ONCE });
  beyond.forEach((search, at) => {
    wanted.takeFileHits(inFiles[at] ?? [], search);
  });
}

async function hitsOf(transport: Transport, search: Search, files: '1' | 'only'): Promise<readonly Hit[]> {
  const hits: Hit[] = [];
  for await (const page of api.search(transport, search, files)) hits.push(...page);
  return hits;
}

async function wantDossier(transport: Transport, dossier: DossierId, wanted: Wanted): Promise<void> {
  const [kind = '', key = ''] = dossier.split(':');
  if (kind === 'issue') {
    wanted.issues.add(key);
    wanted.takeTimes(await timesIn(transport, { issue_id: key }));
  } else if (kind === 'news') wanted.news.add(key);
  else if (kind === 'wiki') wanted.pageKeys.add(key);
  else if (kind === 'project') {
    wanted.projects.add(key);
    wanted.shelves.add(key);
  } else throw new HostError('rejected', 'The REST API of Redmine does not show this on its own: ask by mention.');
}
