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

/** What issues are looked for by. */
export interface Search {
  readonly scopes: readonly Scope[];
  readonly asked: readonly Asked[];
}

/** Issues a search leads to, a page at a time, each once; their numbers are put into `met`. */
export async function* issuesOf(reading: Reading, search: Search, met: Set<string>): AsyncGenerator<readonly Issue[]> {
  const named = search.scopes.flatMap((scope) => (scope.by === 'dossier' ? (issueNumberOf(scope.dossier) ?? []) : []));
  for (const find of [issuesNow(reading, named), issuesSearched(reading, search)]) {
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
async function* issuesSearched(reading: Reading, search: Search): AsyncGenerator<readonly Issue[]> {
  const { line, known } = reading;
  const all = await questionFor(reading, search);
  const left = await questionFor(reading, { ...search, asked: search.asked.filter(isThere) });
  const fields = fieldsToRead(await known.fields());
  try {
    if (all !== undefined) yield* api.issuesFound(line, { jql: all, fields });
  } catch (error) {
    if (!(error instanceof HostError) || error.code !== 'rejected' || left === all) throw error;
    if (left !== undefined) yield* api.issuesFound(line, { jql: left, fields });
  }
}

/** Issues whoever clicked is shown and the app is not; none where nobody is there to ask as. */
export async function issuesUnseen(
  reading: Reading,
  { scopes, asked }: Search,
  met: ReadonlySet<string>,
): Promise<readonly api.NamedIssue[]> {
  const question = await questionFor(reading, { scopes, asked: asked.filter(isThere) });
  if (question === undefined || !reading.options.lookAsUser) return [];
  const unseen: api.NamedIssue[] = [];
  try {
    for await (const page of api.numbersFound(reading.line, question, 'user'))
      unseen.push(...page.filter(({ id }) => !met.has(id)));
    return unseen;
  } catch (error) {
    if (error instanceof HostError && ['signed-out', 'not-permitted', 'rejected'].includes(error.code)) return unseen;
    throw error;
  }
}

function isThere({ whole }: Asked): boolean {
  return whole !== undefined;
}

async function questionFor({ known }: Reading, { scopes, asked }: Search): Promise<string | undefined> {
  const catalog = await known.fields();
  const clauses = [
    ...asked.flatMap((one) => clausesFor(one, catalog)),
    ...scopes.flatMap((scope) => clausesOf(scope, catalog)),
  ];
  return clauses.length === 0 ? undefined : jql.anyOf(clauses);
}

function clausesFor({ account, whole }: Asked, catalog: FieldCatalog): readonly string[] {
  const watches = whole !== undefined && !isCustomer(whole.user) ? [jql.watchedBy(account)] : [];
  return [...jql.takingPart(account, catalog), ...watches];
}

function clausesOf(scope: Scope, catalog: FieldCatalog): readonly string[] {
  if (scope.by === 'mention') return jql.mentionsOf(scope.who, catalog);
  return scope.by === 'everything' ? [jql.changedSince(scope.since)] : [];
}
