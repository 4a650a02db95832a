import assert from 'node:assert/strict';
import type { Host } from '@lethe/core';
import { carryOut, reviewOf, runOf, virtualClock } from '@lethe/core/testing';
import type { Review } from '@lethe/core/testing';
import { Seed } from './fake/seed.ts';
import { FakeJira } from './fake/server.ts';
import type { Made } from './fake/server.ts';
import type { Sizes } from './fewest-calls.ts';
import { overHttp } from './ways.ts';
import { jiraHost, personIdOf } from '../src/index.ts';

/** A customer whose every request came by mail, as the examples of the bound want it. */
export interface Example {
  readonly issues: number;
  readonly comments: number;
  readonly files: number;
  /** Requests where the customer is one of several participants. */
  readonly lists: number;
  /** Requests with more comments than come along with them. */
  readonly overlong: number;
}

/** The worked examples, with the fewest calls each needs. The last one takes a while: the bench alone measures it. */
export const examples: readonly (readonly [Example, number])[] = [
  [{ issues: 1, comments: 2, files: 0, lists: 0, overlong: 0 }, 7],
  [{ issues: 10, comments: 25, files: 2, lists: 1, overlong: 0 }, 35],
  [{ issues: 50, comments: 120, files: 10, lists: 5, overlong: 2 }, 144],
  [{ issues: 200, comments: 600, files: 40, lists: 20, overlong: 8 }, 676],
  [{ issues: 1000, comments: 3000, files: 150, lists: 100, overlong: 40 }, 3306],
];

/** Comments that come along with an issue. */
const ALONG = 20;

/** How many comments each request has: more than come along in those that are overlong, the others alike. */
function commentsEach({ issues, comments, overlong }: Example): readonly number[] {
  const left = comments - overlong * (ALONG + 1);
  const others = issues - overlong;
  return Array.from({ length: issues }, (_, at) => {
    if (at < overlong) return ALONG + 1;
    const turn = at - overlong;
    return Math.floor(left / others) + (turn < left % others ? 1 : 0);
  });
}

/** What the bound of an example is counted from. */
export function sizesOf(example: Example): Sizes {
  const { files, lists, overlong } = example;
  return {
    issues: commentsEach(example).map((comments) => ({ changed: true, comments })),
    ...{ files, worklogs: 0, overlong, details: 1 },
    lists: { issues: lists, different: lists },
  };
}

/** Puts the example into a Jira; answers the customer's account. */
function fill(seed: Seed, example: Example): string {
  const person = seed.user({ name: 'Ada Quellstone', email: 'ada@quill.test', details: { Plan: ['Gold'] } });
  const agent = seed.user({ name: 'Bo Lund', email: 'bo.lund@desk.test', accountType: 'atlassian' });
  commentsEach(example).forEach((comments, at) => {
    const issue = seed.issue({
      ...{ summary: 'Broken printer', description: 'My printer does not print.', reporter: person, channel: 'email' },
      ...(at < example.lists
        ? { participants: [person, seed.user({ name: `Colleague ${String(at)}`, email: `c${String(at)}@quill.test` })] }
        : {}),
    });
    for (let comment = 0; comment < comments; comment += 1)
      seed.comment(issue, { by: comment % 2 === 0 ? person : agent, body: 'It still does not print.' });
    for (let file = at; file < example.files; file += example.issues)
      seed.attachment(issue, { by: person, name: 'printer.png' });
  });
  return person;
}

/** Calls of some sort, and their points. */
export interface Cost {
  readonly calls: number;
  readonly points: number;
}

/** What a run took: what the bound counts, and what comes on top. */
export interface Counted {
  readonly counted: Cost;
  /** Rights, on the site and on issues. */
  readonly preflight: Cost;
  /** What counts the texts that the changelog keeps. */
  readonly changelog: Cost;
  readonly proving: Cost;
  readonly review: Review;
}

/** What a run is counted with. */
export interface Counting {
  /** Whether the run is another process's than the review: then what the review knew has to be found out again. */
  readonly isFresh?: boolean;
}

/** Reviews a customer and counts the calls of the run that follows. Its issues are marked. */
export async function counted(seed: Seed, account: string, { isFresh = false }: Counting = {}): Promise<Counted> {
  const clock = virtualClock();
  const fake = await FakeJira.start(seed, { clock });
  const { port, close } = await overHttp.open(fake);
  try {
    const host = jiraHost(port, { marker: 'erasure-1', clock });
    const review = await reviewOf(host, personIdOf(account));
    const before = fake.made.length;
    const running = isFresh ? jiraHost(port, { marker: 'erasure-1', clock }) : host;
    const proof = new Set<Made>();
    const { ending } = await carryOut(runOf(countingProof(running, fake, proof), review, { clock }));
    assert.notEqual(ending.state, 'stopped');
    assert.deepEqual(ending.tallies.changed, []);
    return { ...sorted(fake.made.slice(before), proof), review };
  } finally {
    close();
    await fake.close();
  }
}

function sorted(made: readonly Made[], proof: ReadonlySet<Made>): Omit<Counted, 'review'> {
  const rest = made.filter((call) => !proof.has(call));
  const isPreflight = ({ url }: Made): boolean => url.startsWith('/rest/api/3/permissions/check');
  const isChangelog = ({ url }: Made): boolean => url.startsWith('/rest/api/3/changelog/bulkfetch');
  return {
    counted: costOf(rest.filter((call) => !isPreflight(call) && !isChangelog(call))),
    preflight: costOf(rest.filter(isPreflight)),
    changelog: costOf(rest.filter(isChangelog)),
    proving: costOf([...proof]),
  };
}

function costOf(made: readonly Made[]): Cost {
  return { calls: made.length, points: made.reduce((sum, { points }) => sum + points, 0) };
}

function countingProof(host: Host, { made }: FakeJira, proof: Set<Made>): Host {
  return {
    ...host,
    reread: async function* (spots) {
      const before = made.length;
      yield* host.reread(spots);
      for (const call of made.slice(before)) proof.add(call);
    },
  };
}

/** A Jira with the example in it, and whom it is about. */
export function seeded(example: Example): { readonly seed: Seed; readonly account: string } {
  const seed = new Seed(virtualClock());
  return { seed, account: fill(seed, example) };
}
