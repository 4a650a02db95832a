import { describe, expect, it } from '@jest/globals';
import { virtualClock } from '@lethe/core/testing';
import { Refused } from './fake/answer.ts';
import { Limits } from './fake/limits.ts';
import type { Asked, LimitSettings } from './fake/limits.ts';
import { at, withZendesk } from './fake/opened.ts';
import type { Opened, Reply, SettingUp } from './fake/opened.ts';

const strict: LimitSettings = { enforced: true, perMinute: 2500, highVolume: false, windows: 'fixed' };

function limited(limits: Partial<LimitSettings> = {}, more: SettingUp['account'] = {}): SettingUp {
  return { account: { ...more, limits: { ...strict, ...limits } } };
}

/** Counts until it is refused; how often it was not, and in how many seconds it will not be. */
function drained(
  limits: Limits,
  asked: (count: number) => Asked,
): { readonly count: number; readonly seconds: number } {
  for (let count = 0; count < 3000; count += 1) {
    try {
      limits.take(asked(count));
    } catch (error) {
      if (error instanceof Refused) return { count, seconds: Number(error.headers['Retry-After']) };
      throw error;
    }
  }
  throw new RangeError('Nothing was refused.');
}

const call: Asked = { user: 1, app: false, helpCenter: false };

describe('a limit of the fake', () => {
  const cases: readonly {
    readonly what: string;
    readonly asked: (count: number) => Asked;
    readonly total: number;
    readonly seconds: number;
    readonly limits?: Partial<LimitSettings>;
  }[] = [
    { what: 'an account', asked: () => call, total: 200, seconds: 60, limits: { perMinute: 200 } },
    {
      what: 'the Help Center',
      asked: () => ({ ...call, helpCenter: true }),
      total: 200,
      seconds: 60,
      limits: { perMinute: 200 },
    },
    { what: 'an app in a browser', asked: () => ({ ...call, app: true }), total: 100, seconds: 60 },
    {
      what: 'an app at the API',
      asked: () => ({ ...call, app: true }),
      total: 700,
      seconds: 300,
      limits: { appClient: false },
    },
    { what: 'the search', asked: () => ({ ...call, endpoint: 'search-export' }), total: 100, seconds: 60 },
    {
      what: 'one ticket',
      asked: () => ({ ...call, endpoint: 'update-ticket', subject: '7' }),
      total: 30,
      seconds: 600,
    },
    { what: 'rows of jobs', asked: () => ({ ...call, endpoint: 'update-row', subject: '7' }), total: 30, seconds: 600 },
    {
      what: 'all tickets',
      asked: (count) => ({ ...call, endpoint: 'update-ticket', subject: String(count) }),
      total: 100,
      seconds: 60,
    },
    { what: 'calls for many tickets', asked: () => ({ ...call, endpoint: 'update-many' }), total: 100, seconds: 60 },
    {
      ...{ what: 'all tickets with the add-on', total: 300, seconds: 60, limits: { highVolume: true } },
      asked: (count) => ({ ...call, endpoint: 'update-ticket', subject: String(count) }),
    },
    { what: 'all users', asked: () => ({ ...call, endpoint: 'update-user', subject: '7' }), total: 1, seconds: 1 },
    {
      what: 'deleting users for good',
      asked: () => ({ ...call, endpoint: 'delete-user-for-good' }),
      total: 700,
      seconds: 600,
    },
    { what: 'deleting tickets', asked: () => ({ ...call, endpoint: 'delete-tickets' }), total: 400, seconds: 60 },
  ];

  it.each(cases)(
    'ends $what at $total in $seconds seconds, and begins anew',
    async ({ asked, total, seconds, limits = {} }) => {
      const clock = virtualClock();
      const counted = new Limits(
        () => clock.now().getTime(),
        () => ({ ...strict, ...limits }),
        () => true,
      );
      expect(drained(counted, asked)).toEqual({ count: total, seconds });
      await clock.wait(seconds * 1000 - 1);
      expect(drained(counted, asked).count).toBe(0);
      await clock.wait(1);
      expect(drained(counted, asked).count).toBe(total);
    },
  );

  it('counts each agent by themselves where it is by agent, and the account as one', () => {
    const clock = virtualClock();
    const counted = new Limits(
      () => clock.now().getTime(),
      () => strict,
      () => true,
    );
    drained(counted, () => ({ ...call, endpoint: 'update-row', subject: '7' }));
    drained(counted, () => ({ ...call, endpoint: 'search-export' }));
    expect(drained(counted, () => ({ ...call, user: 2, endpoint: 'update-row', subject: '7' })).count).toBe(30);
    expect(drained(counted, () => ({ ...call, user: 2, endpoint: 'search-export' })).count).toBe(0);
    drained(counted, () => ({ ...call, app: true }));
    expect(drained(counted, () => ({ ...call, user: 2, app: true })).count).toBe(100);
    drained(counted, () => ({ ...call, helpCenter: true }));
    expect(counted.take(call)['X-Rate-Limit-Remaining']).not.toBe('0');
  });

  it('ends one user at five a minute, however slowly they come', async () => {
    const clock = virtualClock();
    const counted = new Limits(
      () => clock.now().getTime(),
      () => strict,
      () => true,
    );
    const asked: Asked = { ...call, endpoint: 'update-user', subject: '7' };
    for (let count = 0; count < 5; count += 1) {
      counted.take(asked);
      await clock.wait(2000);
    }
    expect(drained(counted, () => asked)).toEqual({ count: 0, seconds: 50 });
    counted.take({ ...asked, subject: '8' });
  });

  it('slides where the account is like that: a call comes free when the oldest is a minute old', async () => {
    const clock = virtualClock();
    const settings: LimitSettings = { ...strict, perMinute: 2, windows: 'sliding' };
    const counted = new Limits(
      () => clock.now().getTime(),
      () => settings,
      () => true,
    );
    counted.take(call);
    await clock.wait(40_000);
    counted.take(call);
    expect(drained(counted, () => call)).toEqual({ count: 0, seconds: 20 });
    await clock.wait(20_000);
    expect(drained(counted, () => call).count).toBe(1);
  });
});

/** Which limit a call counts against, and how it is made. */
interface Wired {
  readonly what: string;
  readonly asked: (opened: Opened) => Asked;
  readonly ask: (opened: Opened) => Promise<Reply>;
}

const wired: readonly Wired[] = [
  { what: 'any call', asked: self, ask: ({ ask }) => ask('GET', '/api/v2/users/me.json') },
  {
    what: 'a call to the Help Center',
    asked: (opened) => ({ ...self(opened), helpCenter: true }),
    ask: ({ ask, seed }) => ask('GET', `/api/v2/community/users/${String(seed.admin)}/posts.json`),
  },
  {
    what: 'a search',
    asked: (opened) => ({ ...self(opened), endpoint: 'search-export' }),
    ask: ({ ask }) => ask('GET', '/api/v2/search/export?filter[type]=ticket&query=x'),
  },
  {
    what: 'an update of a ticket',
    asked: (opened) => ({ ...self(opened), endpoint: 'update-ticket', subject: '1' }),
    ask: ({ ask }) => ask('PUT', '/api/v2/tickets/1.json', { body: { ticket: { subject: 'x' } } }),
  },
  {
    what: 'a redaction of a comment of it',
    asked: (opened) => ({ ...self(opened), endpoint: 'update-ticket', subject: '1' }),
    ask: ({ ask }) => ask('PUT', '/api/v2/comment_redactions/5.json', { body: { ticket_id: 1, html_body: 'x' } }),
  },
  {
    what: 'an update of many tickets',
    asked: (opened) => ({ ...self(opened), endpoint: 'update-many' }),
    ask: ({ ask }) => ask('PUT', '/api/v2/tickets/update_many.json', { body: { tickets: [{ id: 1 }] } }),
  },
  {
    what: 'an update of a user',
    asked: (opened) => ({ ...self(opened), endpoint: 'update-user', subject: String(opened.seed.admin) }),
    ask: ({ ask, seed }) => ask('PUT', `/api/v2/users/${String(seed.admin)}.json`, { body: { user: { alias: 'x' } } }),
  },
  {
    what: 'deleting tickets',
    asked: (opened) => ({ ...self(opened), endpoint: 'delete-tickets' }),
    ask: ({ ask }) => ask('DELETE', '/api/v2/tickets/destroy_many.json?ids=1'),
  },
  {
    what: 'deleting a user for good',
    asked: (opened) => ({ ...self(opened), endpoint: 'delete-user-for-good' }),
    ask: ({ ask }) => ask('DELETE', '/api/v2/deleted_users/1.json'),
  },
  {
    what: 'a call of an app',
    asked: (opened) => ({ ...self(opened), app: true }),
    ask: ({ ask, seed, fake }) => {
      fake.signIn(seed.admin);
      return ask('GET', '/api/v2/users/me.json', { token: '' });
    },
  },
];

function self({ seed }: Opened): Asked {
  return { user: seed.admin, app: false, helpCenter: false };
}

describe('limits of the fake', () => {
  it.each(wired)('hold for $what: it is counted, and refused once they are used up', async ({ asked, ask }) => {
    await withZendesk(
      async (opened) => {
        const { limits } = opened.seed.zendesk;
        expect((await ask(opened)).status).not.toBe(429);
        await opened.later(3600);
        const whole = drained(limits, () => asked(opened)).count;
        await opened.later(3600);
        await ask(opened);
        expect(drained(limits, () => asked(opened)).count).toBe(whole - 1);
        const refused = await ask(opened);
        expect(refused.status).toBe(429);
        expect(at(refused.json, 'error')).toBe('APIRateLimitExceeded');
      },
      limited({ perMinute: 1000 }),
    );
  });

  it('make a row of a job fail for a ticket that has had its thirty', async () => {
    await withZendesk(async (opened) => {
      const { ask, seed, later } = opened;
      const id = seed.ticket({ by: seed.admin, subject: 'One', comments: [] });
      drained(seed.zendesk.limits, () => ({ ...self(opened), endpoint: 'update-row', subject: String(id) }));
      const job = await ask('PUT', '/api/v2/tickets/update_many', { body: { tickets: [{ id, subject: 'x' }] } });
      await later(2);
      const { json } = await ask('GET', `/api/v2/job_statuses/${String(at(job.json, 'job_status.id'))}`);
      expect(at(json, 'job_status.results.0.success')).toBe(false);
    }, limited());
  });

  it('do not count redactions where the account is like that', async () => {
    await withZendesk(
      async (opened) => {
        const { ask, seed } = opened;
        const id = seed.ticket({ by: seed.admin, subject: 'One', comments: [{ by: seed.admin, html: '<p>x</p>' }] });
        drained(seed.zendesk.limits, () => ({ ...self(opened), endpoint: 'update-row', subject: String(id) }));
        const path = `/api/v2/comment_redactions/${String(seed.zendesk.commentsOf(id)[0]?.id)}.json`;
        const body = { ticket_id: id, html_body: '<p><redact>x</redact></p>' };
        expect((await ask('PUT', path, { body })).status).toBe(200);
      },
      limited({}, { redactionCountsAsUpdate: false }),
    );
  });

  it('are told in headers, of refusals too, and need not say when to come back', async () => {
    await withZendesk(
      async (opened) => {
        const { ask, seed } = opened;
        const search = (): Promise<Reply> => ask('GET', '/api/v2/search/export?filter[type]=ticket&query=x');
        const first = await search();
        const shown = (name: string): string | null => first.headers.get(name);
        expect([shown('x-rate-limit'), shown('x-rate-limit-remaining'), shown('ratelimit-reset')]).toEqual([
          ...['2500', '2499', '60'],
        ]);
        expect(shown('zendesk-ratelimit-search-export')).toBe('total=100; remaining=99; resets=60');
        drained(seed.zendesk.limits, () => ({ ...self(opened), endpoint: 'search-export' }));
        const refused = await search();
        expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, null]);
        const missing = await ask('GET', '/api/v2/tickets/1.json');
        expect([missing.status, missing.headers.get('x-rate-limit')]).toEqual([404, '2500']);
      },
      limited({}, { saysRetryAfter: false }),
    );
  });

  it('are told and not held where they are switched off', async () => {
    await withZendesk(
      async ({ ask }) => {
        const left: (string | null)[] = [];
        for (let count = 0; count < 4; count += 1) {
          const { status, headers } = await ask('GET', '/api/v2/users/me.json');
          expect(status).toBe(200);
          left.push(headers.get('x-rate-limit-remaining'));
        }
        expect(left).toEqual(['1', '0', '0', '0']);
      },
      limited({ enforced: false, perMinute: 2 }),
    );
  });
});
