import type { PersonId, Scope, Spot } from '@lethe/core';
import { accountSpots } from './account-spots.ts';
import { isCustomer } from './account.ts';
import * as api from './api.ts';
import { barredOn } from './issue-reach.ts';
import { spotsIn, viewsOf } from './reading.ts';
import type { Beside, Reading } from './reading.ts';
import type { Issue } from './schema.ts';
import { issuesOf, issuesUnseen } from './searching.ts';
import type { Asked } from './searching.ts';
import { watchedBy } from './search-jql.ts';
import { unseenSpot } from './unseen-spots.ts';

/** A person that is asked for. */
interface AskedPerson extends Asked {
  readonly person: PersonId;
}

/** Spots of some scopes, each once, an issue read once whatever leads to it; an account's own last. */
export async function* listedSpots(reading: Reading, scopes: readonly Scope[]): AsyncGenerator<Spot> {
  const asked = await accountsOf(reading, scopes);
  const persons = new Set(asked.map(({ person }) => person));
  const watchers = await watchersAmong(reading, asked);
  const redacts = await reading.redaction.available();
  const beside = { wanted: (person: PersonId) => persons.has(person), watchers, redacts };
  const [search, met] = [{ scopes, asked }, new Set<string>()];
  for await (const issues of batchesOf(issuesOf(reading, search, met))) yield* spotsOfIssues(reading, issues, beside);
  yield* (await issuesUnseen(reading, search, met)).map(unseenSpot);
  for (const { whole } of asked)
    if (whole !== undefined) yield* accountSpots(whole, await reading.people.personOf(whole), reading.options);
}

/** Who is asked for; persons whose account nobody knows any more have left nothing that could be looked for. */
async function accountsOf({ accounts, people }: Reading, scopes: readonly Scope[]): Promise<readonly AskedPerson[]> {
  const persons = new Set(scopes.flatMap((scope) => (scope.by === 'person' ? [scope.person] : [])));
  const asked: AskedPerson[] = [];
  for (const person of persons) {
    const account = accounts.accountOf(person);
    if (account !== undefined) asked.push({ person, account, whole: await people.listed(account) });
  }
  return asked;
}

/** Who of them watches which issue: no field of an issue tells, and customers never watch. */
async function watchersAmong(
  { line }: Reading,
  asked: readonly AskedPerson[],
): Promise<ReadonlyMap<string, readonly PersonId[]>> {
  const watchers = new Map<string, PersonId[]>();
  for (const { account, person, whole } of asked) {
    if (whole === undefined || isCustomer(whole.user)) continue;
    for await (const page of api.numbersFound(line, watchedBy(account)))
      for (const { id } of page) watchers.set(id, [...(watchers.get(id) ?? []), person]);
  }
  return watchers;
}

/** As many as calls about several issues take. */
async function* batchesOf(pages: AsyncIterable<readonly Issue[]>): AsyncGenerator<readonly Issue[]> {
  let batch: readonly Issue[] = [];
  for await (const page of pages) {
    batch = [...batch, ...page];
    for (; batch.length >= api.IDS_AT_ONCE; batch = batch.slice(api.IDS_AT_ONCE)) yield batch.slice(0, api.IDS_AT_ONCE);
  }
  if (batch.length > 0) yield batch;
}

async function* spotsOfIssues(
  reading: Reading,
  issues: readonly Issue[],
  beside: Omit<Beside, 'barred' | 'logs'>,
): AsyncGenerator<Spot> {
  const { line, options, rights } = reading;
  const numbers = issues.map(({ id }) => id);
  const barred = await barredOn(rights, numbers);
  const logs = options.changelog === 'counted' ? await api.changelogsOf(line, numbers) : undefined;
  const views = await viewsOf(reading, issues, { ...beside, barred, ...(logs === undefined ? {} : { logs }) });
  for (const view of views) yield* spotsIn(reading, view);
}
