import type { Reading, Spot } from '@lethe/core';
import { pMapIterable } from 'p-map';
import { answers, byThing } from './asked.ts';
import type { Asked } from './asked.ts';
import { ifThere } from '@lethe/http';
import { dossierOfIssue, issueSpots } from './issue-spots.ts';
import type { Known } from './known.ts';
import type { RestReading } from './listing.ts';
import * as api from '../api.ts';
import { AT_ONCE } from '../people.ts';
import type { Issue } from '../schema.ts';
import type { Transport } from '../call.ts';

/** Notes and history come with a single issue only. */
const singleOnly = ['note', 'change'];

/** Reads spots of issues again. */
export async function* rereadIssues(
  { transport }: RestReading,
  asked: readonly Asked[],
  known: Known,
): AsyncGenerator<Reading> {
  const issues = byThing(asked);
  const alone = issues.filter((some) => some.some(({ place }) => singleOnly.includes(place.part)));
  const listed = issues.filter((some) => !alone.includes(some));
  const readings = pMapIterable(alone, (some) => rereadOne(transport, some, known), { concurrency: AT_ONCE });
  for await (const some of readings) yield* some;
  const batches = pMapIterable(batchesOf(listed), (batch) => rereadBatch(transport, batch, known), {
    concurrency: AT_ONCE,
  });
  for await (const some of batches) yield* some;
}

async function rereadOne(transport: Transport, asked: readonly Asked[], known: Known): Promise<readonly Reading[]> {
  const issue = await ifThere(api.issueById(transport, asked[0]?.place.key ?? ''));
  return issue === undefined ? answers(asked, []) : answers(asked, spotsNow(issue, known), dossierOfIssue(issue));
}

function spotsNow(issue: Issue, known: Known): readonly Spot[] {
  return issueSpots(issue, { known, people: new Set() });
}

type OfIssue = readonly Asked[];

function batchesOf(issues: readonly OfIssue[]): readonly (readonly OfIssue[])[] {
  const count = Math.ceil(issues.length / api.PAGE);
  return Array.from({ length: count }, (_, at) => issues.slice(at * api.PAGE, (at + 1) * api.PAGE));
}

async function rereadBatch(transport: Transport, batch: readonly OfIssue[], known: Known): Promise<readonly Reading[]> {
  const numbers = batch.map((some) => some[0]?.place.key ?? '').join(',');
  const issues = await listed(transport, { issue_id: numbers, include: 'attachments' });
  const watched = await watchedIn(transport, batch, numbers);
  const readings: Reading[] = [];
  for (const some of batch) {
    const issue = issues.find((one) => String(one.id) === some[0]?.place.key);
    // A list leaves out what may not be seen: only the issue itself tells that from what is gone.
    if (issue === undefined) readings.push(...(await rereadOne(transport, some, known)));
    else readings.push(...readingsIn(issue, some, { known, watched }));
  }
  return readings;
}

function readingsIn(
  issue: Issue,
  asked: OfIssue,
  { known, watched }: { readonly known: Known; readonly watched: ReadonlySet<string> },
): readonly Reading[] {
  const watchers = asked.filter(({ place }) => place.part === 'watcher').map(({ place }) => Number(place.which));
  const still = watchers.filter((watcher) => watched.has(`${watcher} ${issue.id}`)).map((id) => ({ id }));
  return answers(asked, spotsNow({ ...issue, watchers: still }, known), dossierOfIssue(issue));
}

/** Who still watches which of the issues. */
async function watchedIn(
  transport: Transport,
  batch: readonly OfIssue[],
  numbers: string,
): Promise<ReadonlySet<string>> {
  const watchers = new Set(batch.flat().flatMap(({ place }) => (place.part === 'watcher' ? [place.which] : [])));
  const watched = new Set<string>();
  for (const watcher of watchers) {
    const issues = await listed(transport, { issue_id: numbers, watcher_id: watcher });
    for (const issue of issues) watched.add(`${watcher} ${issue.id}`);
  }
  return watched;
}

async function listed(transport: Transport, where: api.Where): Promise<readonly Issue[]> {
  const issues: Issue[] = [];
  for await (const page of api.issues(transport, where)) issues.push(...page);
  return issues;
}
