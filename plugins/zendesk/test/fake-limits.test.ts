import { describe, expect, it } from '@jest/globals';
import { at, withZendesk } from './fake/opened.ts';
import type { Opened, Reply, SettingUp } from './fake/opened.ts';
import type { LimitSettings } from './fake/limits.ts';

function limited(limits: Partial<LimitSettings> = {}, more: SettingUp['account'] = {}): SettingUp {
  return {
    account: { ...more, limits: { enforced: true, perMinute: 2500, highVolume: false, windows: 'fixed', ...limits } },
  };
}

/** Asks until it is refused; how often it was not. */
async function allowed(ask: () => Promise<Reply>): Promise<{ readonly count: number; readonly refused: Reply }> {
  for (let count = 0; count < 3000; count += 1) {
    const reply = await ask();
    if (reply.status === 429) return { count, refused: reply };
  }
  throw new RangeError('Nothing was refused.');
}

type Call = (opened: Opened) => () => Promise<Reply>;

const ticket: Call = ({ ask, seed }) => {
  const id = seed.ticket({ by: seed.admin, subject: 'One', comments: [{ by: seed.admin, text: 'x' }] });
  return () => ask('PUT', `/api/v2/tickets/${String(id)}`, { body: { ticket: { subject: 'Two' } } });
};
const tickets: Call = ({ ask, seed }) => {
  const next = (): number => seed.ticket({ by: seed.admin, subject: 'One', comments: [] });
  return () => ask('PUT', `/api/v2/tickets/${String(next())}`, { body: { ticket: { subject: 'Two' } } });
};
const comment: Call = ({ ask, seed }) => {
  const id = seed.ticket({ by: seed.admin, subject: 'One', comments: [{ by: seed.admin, html: '<p>x</p>' }] });
  const key = String(seed.zendesk.commentsOf(id)[0]?.id);
  return () => ask('PUT', `/api/v2/comment_redactions/${key}`, { body: { ticket_id: id, html_body: 'other' } });
};
const search: Call =
  ({ ask }) =>
  () =>
    ask('GET', '/api/v2/search/export?filter[type]=ticket&query=x');
const me: Call =
  ({ ask }) =>
  () =>
    ask('GET', '/api/v2/users/me.json');
const help: Call =
  ({ ask, seed }) =>
  () =>
    ask('GET', `/api/v2/community/users/${String(seed.admin)}/posts.json`);
const user: Call =
  ({ ask, seed, later }) =>
  async () => {
    await later(2);
    return ask('PUT', `/api/v2/users/${String(seed.admin)}`, { body: { user: { alias: 'x' } } });
  };

describe('limits of the fake', () => {
  it.each([
    { what: 'an account in a minute', call: me, total: 200, seconds: 60, setup: limited({ perMinute: 200 }) },
    { what: 'the Help Center in a minute', call: help, total: 200, seconds: 60, setup: limited({ perMinute: 200 }) },
    { what: 'the search in a minute', call: search, total: 100, seconds: 60, setup: limited() },
    { what: 'one ticket in ten minutes', call: ticket, total: 30, seconds: 600, setup: limited() },
    { what: 'redactions of one ticket in ten minutes', call: comment, total: 30, seconds: 600, setup: limited() },
    { what: 'all tickets in a minute', call: tickets, total: 100, seconds: 60, setup: limited() },
    {
      what: 'all tickets with the add-on',
      call: tickets,
      total: 300,
      seconds: 60,
      setup: limited({ highVolume: true }),
    },
    { what: 'one user in a minute', call: user, total: 5, seconds: 60, setup: limited() },
  ])('end $what, and begin anew', async ({ call, total, seconds, setup }) => {
    await withZendesk(async (opened) => {
      const ask = call(opened);
      const { count, refused } = await allowed(ask);
      expect(count).toBe(total);
      const wait = Number(refused.headers.get('retry-after'));
      expect(wait).toBeGreaterThan(0);
      expect(wait).toBeLessThanOrEqual(seconds);
      await opened.later(wait);
      expect((await ask()).status).not.toBe(429);
    }, setup);
  });

  it('end one user a second', async () => {
    await withZendesk(async ({ ask, seed, later }) => {
      const put = (id: number): Promise<Reply> =>
        ask('PUT', `/api/v2/users/${String(id)}`, { body: { user: { alias: 'x' } } });
      expect((await put(seed.admin)).status).toBe(200);
      expect((await put(seed.owner)).status).toBe(429);
      await later(1);
      expect((await put(seed.owner)).status).toBe(200);
    }, limited());
  });

  it('count each agent by themselves where they are by agent, and the account as one', async () => {
    await withZendesk(async (opened) => {
      const { seed, ask } = opened;
      seed.token(seed.owner, 'owner');
      const put = ticket(opened);
      await allowed(put);
      const id = String(seed.zendesk.tickets.all()[0]?.id);
      const other = { body: { ticket: { subject: 'x' } }, token: 'owner' };
      expect((await ask('PUT', `/api/v2/tickets/${id}`, other)).status).toBe(200);
      await allowed(search(opened));
      expect((await ask('GET', '/api/v2/search/export?filter[type]=ticket&query=x', { token: 'owner' })).status).toBe(
        429,
      );
    }, limited());
  });

  it('end an app in a browser: a hundred in a minute, seven hundred in five', async () => {
    await withZendesk(async ({ ask, fake, seed, later }) => {
      fake.signIn(seed.admin);
      const app = (): Promise<Reply> => ask('GET', '/api/v2/users/me.json', { token: '' });
      expect((await allowed(app)).count).toBe(100);
      expect((await ask('GET', '/api/v2/users/me.json')).status).toBe(200);
      await later(60);
      expect((await allowed(app)).count).toBe(100);
    }, limited());
  });

  it('make later rows of a job fail for a ticket that has had its thirty', async () => {
    await withZendesk(async (opened) => {
      const put = ticket(opened);
      await allowed(put);
      const id = opened.seed.zendesk.tickets.all()[0]?.id;
      const job = await opened.ask('PUT', '/api/v2/tickets/update_many', { body: { tickets: [{ id, subject: 'x' }] } });
      await opened.later(2);
      const { json } = await opened.ask('GET', `/api/v2/job_statuses/${String(at(job.json, 'job_status.id'))}`);
      expect(at(json, 'job_status.results.0.success')).toBe(false);
    }, limited());
  });

  it('slide where the account is like that: a call comes free when the oldest is a minute old', async () => {
    await withZendesk(
      async (opened) => {
        const ask = me(opened);
        await ask();
        await opened.later(40);
        await ask();
        expect((await ask()).status).toBe(429);
        await opened.later(20);
        expect((await ask()).status).toBe(200);
        expect((await ask()).status).toBe(429);
      },
      limited({ perMinute: 2, windows: 'sliding' }),
    );
  });

  it('are told in headers, and need not say when to come back', async () => {
    await withZendesk(
      async (opened) => {
        const first = await search(opened)();
        const shown = (name: string): string | null => first.headers.get(name);
        expect([shown('x-rate-limit'), shown('x-rate-limit-remaining'), shown('ratelimit-reset')]).toEqual([
          '2500',
          '2499',
          '60',
        ]);
        expect(shown('zendesk-ratelimit-search-export')).toBe('total=100; remaining=99; resets=60');
        const { refused } = await allowed(search(opened));
        expect(refused.headers.get('retry-after')).toBeNull();
        expect(at(refused.json, 'error')).toBe('APIRateLimitExceeded');
      },
      limited({}, { saysRetryAfter: false }),
    );
  });

  it('are told and not held where they are switched off', async () => {
    await withZendesk(
      async (opened) => {
        const ask = me(opened);
        for (let count = 0; count < 5; count += 1) expect((await ask()).status).toBe(200);
        expect((await ask()).headers.get('x-rate-limit-remaining')).toBe('0');
      },
      limited({ enforced: false, perMinute: 3 }),
    );
  });
});
