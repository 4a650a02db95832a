import { describe, expect, it, jest } from '@jest/globals';
import type { Ending } from '@lethe/core';
import { carryOut, reviewOf, runOf, virtualClock } from '@lethe/core/testing';
import type { VirtualClock } from '@lethe/core/testing';
import type { LimitSettings } from './fake/limits.ts';
import { Seed } from './fake/seed.ts';
import { FakeZendesk } from './fake/server.ts';
import { inTheApp, overHttp } from './ways.ts';
import type { Way } from './ways.ts';
import { governed } from '../src/governor/governor.ts';
import { appLimits, oauthLimits } from '../src/governor/limits.ts';
import { timeNeeded } from '../src/governor/time-needed.ts';
import { personIdOf, zendeskHost } from '../src/index.ts';
import type { HttpPort } from '../src/index.ts';

jest.setTimeout(60_000);

/** What came of anonymizing somebody behind a governor. */
interface Governed {
  readonly ending: Ending;
  readonly refused: number;
  readonly calls: number;
  /** Of the run, in seconds of the account's clock. */
  readonly seconds: number;
}

/** A person with tickets of so many comments of theirs each. */
function fill(seed: Seed, comments: readonly number[]): number {
  const person = seed.user({ name: 'Ada Quellstone', emails: ['ada@quellstone.test'] });
  for (const count of comments) {
    const written = Array.from({ length: count }, () => ({
      by: person,
      text: 'Ada again.',
      via: { channel: 'email' },
    }));
    seed.ticket({ by: person, subject: 'Printer', comments: written, via: { channel: 'email' } });
  }
  return person;
}

interface Account {
  readonly way: Way;
  readonly limits: Partial<LimitSettings>;
  readonly saysRetryAfter?: boolean;
  readonly comments: readonly number[];
  /** Calls somebody else makes with the account whenever we make one. */
  readonly others?: number;
}

async function anonymized({ way, limits, saysRetryAfter = true, comments, others = 0 }: Account): Promise<Governed> {
  const clock = virtualClock();
  const seed = new Seed(clock);
  const person = fill(seed, comments);
  const strict = { enforced: true, perMinute: 700, highVolume: false, windows: 'sliding', ...limits } as const;
  seed.zendesk.account = { ...seed.zendesk.account, saysRetryAfter, limits: strict };
  const statuses: number[] = [];
  const watch = ({ status }: { readonly status: number }): void => void statuses.push(status);
  const fake = await FakeZendesk.start(seed.zendesk, { clock, watch, ...way.opening(seed) });
  const port = way.portTo(fake);
  const crowd = others === 0 ? undefined : crowdOf(seed, others);
  try {
    return await run(port, { clock, way, person: personIdOf(person), statuses, crowd });
  } finally {
    await fake.close();
  }
}

/** Others make so many calls with the account, or as many as it lets them. */
function crowdOf({ zendesk, owner }: Seed, calls: number): () => void {
  return () => {
    for (let one = 0; one < calls; one += 1) {
      try {
        zendesk.limits.take({ user: owner, app: false, helpCenter: false });
      } catch {
        return;
      }
    }
  };
}

interface Around {
  readonly clock: VirtualClock;
  readonly way: Way;
  readonly person: ReturnType<typeof personIdOf>;
  readonly statuses: readonly number[];
  /** Comes in between our calls, once the review is over. */
  readonly crowd: (() => void) | undefined;
}

async function run(port: HttpPort, { clock, way, person, statuses, crowd }: Around): Promise<Governed> {
  const limits = way === inTheApp ? appLimits() : oauthLimits();
  const state = { reviewed: false };
  const crowded: HttpPort = async (call) => {
    if (state.reviewed) crowd?.();
    return port(call);
  };
  const host = zendeskHost(governed(crowded, { clock, limits }), { clock });
  const review = await reviewOf(host, person);
  state.reviewed = true;
  const began = clock.now().getTime();
  const { ending } = await carryOut(runOf(host, review, { clock }));
  const seconds = (clock.now().getTime() - began) / 1000;
  return { ending, refused: statuses.filter((status) => status === 429).length, calls: statuses.length, seconds };
}

describe('a run behind the governor', () => {
  it.each([
    ['in the app', 'sliding', inTheApp],
    ['in the app', 'fixed', inTheApp],
    ['with a token', 'sliding', overHttp],
  ] as const)('%s is never refused, however long a ticket is (windows: %s)', async (...[, windows, way]) => {
    const { ending, refused } = await anonymized({ way, limits: { windows }, comments: [70, 3, 3, 25] });
    expect(ending.state).not.toBe('stopped');
    expect(refused).toBe(0);
  });

  it('goes on with others while a long ticket waits, and takes as long as was foretold', async () => {
    const comments = [40, ...Array.from({ length: 60 }, () => 6)];
    const { seconds, refused } = await anonymized({ way: inTheApp, limits: {}, comments });
    const reads = 2 * (comments.length + 6);
    const work = { reads, searches: 4, redactionsByTicket: comments, ticketUpdates: 1, userUpdates: 2, identities: 3 };
    expect(refused).toBe(0);
    expect(seconds).toBeGreaterThanOrEqual(600);
    expect(Math.abs(seconds - timeNeeded(work, appLimits(), 0))).toBeLessThanOrEqual(60);
  });

  it('keeps below an account that allows less than its plan, as the headers tell', async () => {
    const { ending, refused } = await anonymized({ way: overHttp, limits: { perMinute: 40 }, comments: [5, 5, 5] });
    expect(ending.state).not.toBe('stopped');
    expect(refused).toBe(0);
  });

  it.each([true, false])('ends well while others use the account up (Retry-After: %s)', async (saysRetryAfter) => {
    const busy = { way: overHttp, limits: { perMinute: 60 }, comments: [6, 6, 6], others: 3, saysRetryAfter };
    const { ending, refused } = await anonymized(busy);
    expect(ending.state).not.toBe('stopped');
    expect(refused).toBeGreaterThan(0);
  });
});
