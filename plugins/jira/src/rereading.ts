import { HostError } from '@lethe/core';
import type { Content, Dossier, PersonId, Reading as Answer, Spot, SpotId } from '@lethe/core';
import pMap from 'p-map';
import { accountSpots } from './account-spots.ts';
import * as api from './api.ts';
import { ifThere } from './ask.ts';
import { dossierOf } from './dossier.ts';
import type { IssueView } from './issue-view.ts';
import { AT_ONCE } from './people.ts';
import { placeOf } from './place.ts';
import type { Place } from './place.ts';
import { isShort, spotsIn, viewOf } from './reading.ts';
import type { Beside, Reading } from './reading.ts';
import type { Issue } from './schema.ts';
import { issuesNow } from './searching.ts';

interface Asked<Where extends Place = Place> {
  readonly spot: SpotId;
  readonly place: Where;
}
type OnIssue = Asked<Extract<Place, { readonly issue: string }>>;
type OnAccount = Asked<Exclude<Place, { readonly issue: string }>>;
type Groups = ReadonlyMap<string, readonly OnIssue[]>;

/**
 * Reads spots again: a hundred issues in one call with all that comes along, and their changelogs in one; what does not come along in a call a
 * thousand; watchers in one an issue; an account once. Throws `HostError` for an account nobody knows any more.
 */
export async function* rereadSpots(reading: Reading, spots: readonly SpotId[]): AsyncGenerator<Answer> {
  const asked = spots.flatMap((spot): Asked[] => {
    const place = placeOf(spot);
    return place === undefined ? [] : [{ spot, place }];
  });
  const onIssues = asked.filter((one): one is OnIssue => 'issue' in one.place);
  const onAccounts = asked.filter((one): one is OnAccount => !('issue' in one.place));
  yield* rereadIssues(
    reading,
    grouped(onIssues, ({ place }) => place.issue),
  );
  for (const [person, some] of grouped(onAccounts, ({ place }) => place.person))
    yield* await rereadAccount(reading, person, some);
}

function grouped<Key, T>(all: readonly T[], keyOf: (one: T) => Key): ReadonlyMap<Key, readonly T[]> {
  const groups = new Map<Key, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group === undefined) groups.set(keyOf(one), [one]);
    else group.push(one);
  }
  return groups;
}

function answers(asked: readonly Asked[], contents: ReadonlyMap<SpotId, Content>, of?: Dossier): readonly Answer[] {
  const dossier = of === undefined ? {} : { dossier: of };
  return asked.map(({ spot }) => ({ spot, content: contents.get(spot) ?? 'gone', ...dossier }));
}

function contentsOf(spots: readonly Spot[]): ReadonlyMap<SpotId, Content> {
  return new Map(spots.map(({ id, content }) => [id, content]));
}

async function rereadAccount(
  { accounts, people, options }: Reading,
  person: PersonId,
  asked: readonly Asked[],
): Promise<readonly Answer[]> {
  const account = accounts.accountOf(person);
  if (account === undefined)
    throw new HostError('rejected', 'It is not known any more whose account this was: ask for what is left in issues.');
  const whole = await people.fresh(account);
  if (whole === undefined) return answers(asked, new Map());
  return answers(asked, contentsOf(accountSpots(whole, await people.personOf(whole), options)));
}

/** What did not come along with its issue, and the dossier it belongs to. */
interface Left {
  readonly one: OnIssue;
  readonly of: Dossier;
}

async function* rereadIssues(reading: Reading, groups: Groups): AsyncGenerator<Answer> {
  const left: Left[] = [];
  const missing = new Set(groups.keys());
  for await (const page of issuesNow(reading, [...groups.keys()])) {
    const beside = await besideFor(reading, groups, page);
    for (const issue of page) {
      missing.delete(issue.id);
      const view = await viewOf(reading, issue, beside);
      const contents = contentsOf(spotsIn(reading, view));
      const of = dossierOf(issue, view);
      const asked = grouped(groups.get(issue.id) ?? [], (one) => !contents.has(one.spot) && mayBeMore(view, one));
      left.push(...(asked.get(true) ?? []).map((one) => ({ one, of })));
      yield* answers(asked.get(false) ?? [], contents, of);
    }
  }
  yield* rereadLeft(reading, left);
  for (const issue of missing) yield* answers(groups.get(issue) ?? [], new Map());
}

function mayBeMore(view: IssueView, { place }: OnIssue): boolean {
  return (place.is === 'comment' || place.is === 'worklog') && isShort(view, place.is);
}

async function* rereadLeft({ line }: Reading, left: readonly Left[]): AsyncGenerator<Answer> {
  const numbers = (list: 'comment' | 'worklog'): readonly string[] =>
    left.flatMap(({ one: { place } }) => (place.is === list ? [place.number] : []));
  const contents = new Map<string, Content>();
  for (const some of thousands(numbers('comment')))
    for (const { id, body } of await api.commentsByNumber(line, some)) contents.set(`comment ${id}`, body);
  for (const some of thousands(numbers('worklog')))
    for (const { id, comment } of await api.worklogsByNumber(line, some)) contents.set(`worklog ${id}`, comment);
  for (const { one, of } of left) {
    const { spot, place } = one;
    const content = 'number' in place ? contents.get(`${place.is} ${place.number}`) : undefined;
    yield { spot, content: content ?? 'gone', dossier: of };
  }
}

function thousands(numbers: readonly string[]): readonly (readonly string[])[] {
  const count = Math.ceil(numbers.length / api.IDS_AT_ONCE);
  return Array.from({ length: count }, (_, at) => numbers.slice(at * api.IDS_AT_ONCE, (at + 1) * api.IDS_AT_ONCE));
}

/** Changelogs and watchers, of issues that are there and have a spot there. */
async function besideFor({ line, accounts }: Reading, groups: Groups, issues: readonly Issue[]): Promise<Beside> {
  const places = issues.flatMap(({ id }) => groups.get(id) ?? []).map(({ place }) => place);
  const on = (list: Place['is']): readonly string[] => [
    ...new Set(places.flatMap((place) => (place.is === list ? [place.issue] : []))),
  ];
  const persons = new Set(places.flatMap((place) => ('person' in place ? [place.person] : [])));
  const wanted = (person: PersonId): boolean => persons.has(person);
  const watching = async (issue: string): Promise<[string, readonly PersonId[]]> => {
    const people = (await ifThere(api.watchersOf(line, issue))) ?? [];
    return [issue, people.map(({ accountId }) => accounts.idOf(accountId)).filter(wanted)];
  };
  const watchers = new Map(await pMap(on('watch'), watching, { concurrency: AT_ONCE }));
  const logged = on('history');
  return {
    wanted,
    watchers,
    redacts: false,
    ...(logged.length > 0 ? { logs: await api.changelogsOf(line, logged) } : {}),
  };
}
