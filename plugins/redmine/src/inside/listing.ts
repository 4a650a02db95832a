import { HostError } from '@lethe/core';
import type { Person, PersonId, Scope, Spot, SpotId } from '@lethe/core';
import pMap from 'p-map';
import { traces } from './api.ts';
import type { Quest } from './api.ts';
import { accountOf, issueIn } from './homes.ts';
import type { Homes } from './homes.ts';
import { rowSpots } from './row-spots.ts';
import { rowsOf } from './rows.ts';
import type { Row } from './rows.ts';
import { termsFor } from '../search-words.ts';
import { personIdOf } from '../ids.ts';
import type { RedmineOptions } from '../options.ts';
import { AT_ONCE, userIfThere } from '../people.ts';
import type { People } from '../people.ts';
import type { Transport } from '../call.ts';

/** What reading through Lethe's part is done with. */
export interface InsideReading {
  readonly transport: Transport;
  readonly options: RedmineOptions;
  readonly people: People;
}

/** The most issues one quest may name. */
const MOST_ISSUES = 1000;

/** Spots of some scopes, each once; a person's own last. One walk through the database serves one person and all mentions. */
export async function* insideSpots(reading: InsideReading, scopes: readonly Scope[]): AsyncGenerator<Spot> {
  const homes = new GrowingHomes(reading, peopleIn(scopes));
  const seen = new Set<SpotId>();
  for (const quest of questsFor(scopes)) {
    for await (const rows of rowsOf(traces(reading.transport, quest))) {
      await homes.learn(rows);
      for (const row of rows)
        yield* rowSpots(row, { homes, options: reading.options }).filter((spot) => isNew(spot, seen));
    }
  }
}

/** A row may be found by several quests, and then with more or fewer of its texts. */
function isNew({ id }: Spot, seen: Set<SpotId>): boolean {
  const isFirst = !seen.has(id);
  seen.add(id);
  return isFirst;
}

function peopleIn(scopes: readonly Scope[]): ReadonlySet<PersonId> {
  return new Set(scopes.flatMap((scope) => (scope.by === 'person' ? [scope.person] : [])));
}

/** As few quests as there are people; mentions and issues go with the first. */
function questsFor(scopes: readonly Scope[]): readonly Quest[] {
  const people = [...peopleIn(scopes)];
  const mentions = scopes.flatMap((scope) => (scope.by === 'mention' ? [termsFor(scope.who)] : []));
  const issues = scopes.flatMap((scope) => (scope.by === 'dossier' ? [issueOf(scope.dossier)] : []));
  if (scopes.some((scope) => scope.by === 'everything'))
    throw new HostError('rejected', 'Redmine cannot be asked for everything at once: ask by person or by mention.');
  const rest: Quest = {
    issues,
    terms: mentions.flatMap(({ terms }) => terms),
    phones: mentions.flatMap(({ phones }) => phones),
  };
  const [first, ...others] = people.map((person): Quest => ({ person, whole_issues: true }));
  const quests = first === undefined ? [rest] : [{ ...first, ...rest }, ...others];
  return quests.filter(({ person, ...more }) => person !== undefined || Object.values(more).flat().length > 0);
}

function issueOf(dossier: Extract<Scope, { by: 'dossier' }>['dossier']): string {
  const issue = issueIn(dossier);
  if (issue === undefined) throw new HostError('rejected', 'Only issues can be listed on their own: ask by mention.');
  return issue;
}

/** What rows are filed under, learnt as they come: issues and accounts that were not in the walk are asked for once. */
class GrowingHomes implements Homes {
  readonly issues = new Map<string, Row>();
  readonly people = new Map<string, Person>();
  readonly listed: ReadonlySet<PersonId>;
  readonly #groups = new Set<string>();
  readonly #reading: InsideReading;

  constructor(reading: InsideReading, listed: ReadonlySet<PersonId>) {
    this.#reading = reading;
    this.listed = listed;
  }

  async learn(rows: readonly Row[]): Promise<void> {
    for (const row of rows.filter(({ table }) => table === 'issues')) this.issues.set(row.id, row);
    const issues = new Set(rows.flatMap(({ links }) => (links.issue === undefined ? [] : [links.issue])));
    for (const [id, row] of await issueRows(
      this.#reading.transport,
      [...issues].filter((id) => !this.issues.has(id)),
    ))
      this.issues.set(id, row);
    const accounts = new Set(rows.flatMap((row) => accountOf(row) ?? []));
    const unknown = [...accounts].filter((id) => !this.people.has(id) && !this.#groups.has(id));
    await pMap(unknown, (id) => this.#meet(id), { concurrency: AT_ONCE });
  }

  async #meet(id: string): Promise<void> {
    const user = await userIfThere(this.#reading.transport, personIdOf(id));
    if (user === undefined) this.#groups.add(id);
    else this.people.set(id, await this.#reading.people.personOf(user));
  }
}

/** The rows of issues themselves, by number. */
export async function issueRows(transport: Transport, issues: readonly string[]): Promise<ReadonlyMap<string, Row>> {
  const found = new Map<string, Row>();
  for (let at = 0; at < issues.length; at += MOST_ISSUES) {
    const quest = { issues: issues.slice(at, at + MOST_ISSUES), tables: ['issues'] };
    for await (const rows of rowsOf(traces(transport, quest))) for (const row of rows) found.set(row.id, row);
  }
  return found;
}
