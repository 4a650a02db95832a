import { describe, expect, it } from '@jest/globals';
import type { FakeJira } from './fake/server.ts';
import type { Seed } from './fake/seed.ts';
import { ada, anonymize, bo, withHost } from './journeys.ts';
import { plainLimits } from './fake/limits.ts';

/** Ada's requests: one with many comments, others with one each. */
function busy(seed: Seed): { readonly person: string; readonly issues: readonly number[] } {
  const person = seed.user(ada);
  seed.user(bo);
  const issues = [60, 1, 1].map((comments, at) => {
    const issue = seed.issue({ summary: `Ada ${String(at)}`, reporter: person, channel: 'email' });
    for (let comment = 0; comment < comments; comment += 1) seed.comment(issue, { by: person, body: 'Ada.' });
    return issue;
  });
  return { person, issues };
}

const refusal = (reason: string, seconds?: number) => ({
  status: 429,
  body: { errorMessages: ['Rate limit exceeded.'] },
  headers: { 'RateLimit-Reason': reason, ...(seconds === undefined ? {} : { 'Retry-After': String(seconds) }) },
});

function commentsWritten({ made }: FakeJira): readonly string[] {
  const written = made.filter(
    ({ method, url, status }) => method === 'PUT' && url.includes('/comment/') && status < 300,
  );
  return written.map(({ url }) => /issue\/(\d+)/.exec(url)?.[1] ?? '');
}

describe('Jira asks to wait', () => {
  it('with one issue: what is left of it comes back in its time, and nothing is written twice', async () => {
    await withHost(busy, async (running) => {
      const { fake, person, issues, clock } = running;
      const [first = 0] = issues;
      fake.faults.aim({
        at: `PUT /rest/api/3/issue/${String(first)}/comment/`,
        with: refusal('jira-per-issue-on-write', 30),
      });
      expect((await anonymize(running, person)).ending.state).toBe('done-with-gaps');
      expect(commentsWritten(fake)).toHaveLength(62);
      expect(clock.waited).toContain(30_000);
    });
  });

  it('with its own limits on: all is done, no change twice', async () => {
    await withHost(
      busy,
      async (running) => {
        const { fake, person } = running;
        expect((await anonymize(running, person)).ending.state).toBe('done-with-gaps');
        expect(commentsWritten(fake)).toHaveLength(62);
        expect(fake.made.some(({ status }) => status === 429)).toBe(true);
      },
      { site: { limits: { ...plainLimits, enforced: true } } },
    );
  });

  it.each([
    ['jira-burst-based', 2, 2_000],
    ['jira-quota-global-based', undefined, 3_600_000],
    ['jira-quota-tenant-based', 900, 900_000],
  ] as const)('%s: everybody waits, as long as it takes', async (reason, seconds, milliseconds) => {
    await withHost(busy, async (running) => {
      const { fake, person, clock } = running;
      fake.faults.aim({ at: /^PUT .*\/comment\//, with: refusal(reason, seconds) });
      expect((await anonymize(running, person)).ending.state).toBe('done-with-gaps');
      expect(clock.waited).toContain(milliseconds);
      expect(commentsWritten(fake)).toHaveLength(62);
    });
  });
});
