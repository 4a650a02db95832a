import assert from 'node:assert/strict';
import type { Host } from '@lethe/core';
import { carryOut, reviewOf, runOf, virtualClock } from '@lethe/core/testing';
import type { Review } from '@lethe/core/testing';
import type { Seed } from './fake/seed.ts';
import { FakeZendesk } from './fake/server.ts';
import type { Sizes } from './fewest-calls.ts';
import { overHttp } from './ways.ts';
import { personIdOf, zendeskHost } from '../src/index.ts';
import { searchTermsFor } from '../src/search-terms.ts';

/** A user whose every ticket came by mail, as the examples of the bound want it. */
export interface Example {
  readonly tickets: number;
  readonly open: number;
  readonly comments: number;
  readonly addresses: number;
}

/** The worked examples, with the fewest calls each needs. The last one takes a minute: the bench alone measures it. */
export const examples: readonly (readonly [Example, number])[] = [
  [{ tickets: 10, open: 3, comments: 50, addresses: 2 }, 70],
  [{ tickets: 10, open: 10, comments: 50, addresses: 1 }, 68],
  [{ tickets: 100, open: 20, comments: 600, addresses: 2 }, 710],
  [{ tickets: 1, open: 0, comments: 1, addresses: 1 }, 8],
  [{ tickets: 1000, open: 200, comments: 6000, addresses: 3 }, 7022],
];

/** What the bound of an example is counted from. */
export function sizesOf({ tickets, open, comments, addresses }: Example): Sizes {
  return {
    requested: tickets,
    copied: 0,
    hits: Array.from({ length: addresses }, () => tickets),
    comments: Array.from({ length: tickets }, () => comments / tickets),
    redacted: Array.from({ length: comments }, () => 0),
    changed: open,
    identities: addresses,
  };
}

/** The name says nobody, so that there is one search for each address and no other. */
export function fill(seed: Seed, { tickets, open, comments, addresses }: Example): number {
  const emails = Array.from({ length: addresses }, (_, at) => `p${String(at)}.quellstone@quill.test`);
  const person = seed.user({ name: 'Customer', emails });
  const agent = seed.user({ name: 'Bo Lund', role: 'agent', emails: ['bo.lund@desk.test'] });
  for (let ticket = 0; ticket < tickets; ticket += 1) {
    seed.ticket({
      by: person,
      subject: 'Broken printer',
      status: ticket < open ? 'open' : 'closed',
      via: { channel: 'email' },
      comments: Array.from({ length: comments / tickets }, (_, at) => ({
        by: at % 2 === 0 ? person : agent,
        text: `My printer does not print. ${emails.join(' ')}`,
        via: { channel: 'email' },
      })),
    });
  }
  return person;
}

/** Calls of a run: all, and those that only prove what came of it. */
export interface Counted {
  readonly all: number;
  readonly proving: number;
  readonly terms: number;
  readonly retries: number;
}

/** What is looked for beside tickets: nothing, as the bound counts, or everything, as customers have it. */
export const bare = { sessions: false, suspendedTickets: false, helpCenter: false } as const;

/** What a run is counted with. */
export interface Counting {
  readonly options?: Partial<Record<keyof typeof bare, boolean>>;
  /** Sees the review before the run. */
  readonly look?: (review: Review) => void;
}

/** Reviews a user and counts the calls of the run that follows. */
export async function counted(
  seed: Seed,
  person: number,
  { options = bare, look = () => undefined }: Counting = {},
): Promise<Counted> {
  const clock = virtualClock();
  const fake = await FakeZendesk.start(seed.zendesk, { clock });
  try {
    const host = zendeskHost(overHttp.portTo(fake), { ...options, clock });
    const review = await reviewOf(host, personIdOf(person));
    look(review);
    const before = fake.made.length;
    const proof = { calls: 0 };
    const { ending } = await carryOut(runOf(countingProof(host, fake, proof), review, { clock }));
    assert.equal(ending.state, 'done-with-gaps');
    assert.deepEqual(ending.tallies.changed, []);
    const made = fake.made.slice(before);
    const single = made.filter(({ method, url }) => method === 'GET' && /\/tickets\/\d+(?:\.json)?$/.test(url));
    assert.deepEqual(single, [], 'A ticket was fetched singly.');
    return {
      all: made.length,
      proving: proof.calls,
      terms: searchTermsFor(review.who).length,
      retries: clock.waited.length,
    };
  } finally {
    await fake.close();
  }
}

function countingProof(host: Host, { made }: FakeZendesk, proof: { calls: number }): Host {
  return {
    ...host,
    reread: async function* (spots) {
      const before = made.length;
      yield* host.reread(spots);
      proof.calls += made.length - before;
    },
  };
}
