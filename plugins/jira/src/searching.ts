import { HostError } from '@lethe/core';
import type { Scope } from '@lethe/core';
import { isCustomer } from './account.ts';
import type { WholeAccount } from './account.ts';
import * as api from './api.ts';
import { issueNumberOf } from './ids.ts';
import { fieldsToRead } from './issue-fields.ts';
import type { FieldCatalog } from './issue-fields.ts';
import type { Reading } from './reading.ts';
import type { Issue } from './schema.ts';
import * as jql from './search-jql.ts';

/** An account that is asked for, and what is left of it. */
export interface Asked {
  readonly account: string;
  readonly whole: WholeAccount | undefined;
}

/** Issues that scopes and accounts lead to, a page at a time, each once. */
export async function* issuesOf(
  reading: Reading,
  scopes: readonly Scope[],
  asked: readonly Asked[],
): AsyncGenerator<readonly Issue[]> {
  const met = new Set<string>();
  const named = scopes.flatMap((scope) => (scope.by === 'dossier' ? (issueNumberOf(scope.dossier) ?? []) : []));
  for (const find of [issuesNow(reading, named), issuesSearched(reading, scopes, asked)]) {
    for await (const page of find) {
      const fresh = page.filter(({ id }) => !met.has(id));
      for (const { id } of fresh) met.add(id);
      yield fresh;
    }
  }
}

/** Issues by number as they are at this moment, a hundred at a time. */
export async function* issuesNow(
  { line, known }: Reading,
  numbers: readonly string[],
): AsyncGenerator<readonly Issue[]> {
  for (let at = 0; at < numbers.length; at += api.ISSUES_AT_ONCE) {
    const some = numbers.slice(at, at + api.ISSUES_AT_ONCE);
    yield await api.issuesByNumber(line, some, fieldsToRead(await known.fields()));
  }
}

/** One search for everything. Jira may not take the ids of accounts that are gone: then there is no searching for them. */
async function* issuesSearched(
  { line, known }: Reading,
  scopes: readonly Scope[],
  asked: readonly Asked[],
): AsyncGenerator<readonly Issue[]> {
  if (scopes.every(({ by }) => by === 'dossier')) return;
  const catalog = await known.fields();
  const fields = fieldsToRead(catalog);
  const others = scopes.flatMap((scope) => clausesOf(scope, catalog));
  const all = [...asked.flatMap((one) => clausesFor(one, catalog)), ...others];
  const there = asked.filter(({ whole }) => whole !== undefined);
  const left = [...there.flatMap((one) => clausesFor(one, catalog)), ...others];
  try {
    if (all.length > 0) yield* api.issuesFound(line, { jql: jql.anyOf(all), fields });
  } catch (error) {
    if (!(error instanceof HostError) || error.code !== 'rejected' || left.length === all.length) throw error;
    if (left.length > 0) yield* api.issuesFound(line, { jql: jql.anyOf(left), fields });
  }
}

function clausesFor({ account, whole }: Asked, catalog: FieldCatalog): readonly string[] {
  const watches = whole !== undefined && !isCustomer(whole.user) ? [jql.watchedBy(account)] : [];
  return [...jql.takingPart(account, catalog), ...watches];
}

function clausesOf(scope: Scope, catalog: FieldCatalog): readonly string[] {
  if (scope.by === 'mention') return jql.mentionsOf(scope.who, catalog);
  return scope.by === 'everything' ? [jql.changedSince(scope.since)] : [];
}
