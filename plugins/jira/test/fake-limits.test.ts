import { describe, expect, it } from '@jest/globals';
import { docOf } from './fake/adf.ts';
import { plainLimits } from './fake/limits.ts';
import type { LimitSettings } from './fake/limits.ts';
import { withToken } from './fake/opened.ts';
import type { Answered } from './fake/opened.ts';
import { api, withRequest } from './fake/scene.ts';
import type { Scene } from './fake/scene.ts';

function withLimits(act: (scene: Scene) => Promise<void>, limits: Partial<LimitSettings> = {}): Promise<void> {
  return withRequest(act, { site: { limits: { ...plainLimits, enforced: true, ...limits } } });
}

function toldIn({ headers }: Answered): unknown {
  return ['ratelimit-reason', 'retry-after', 'x-ratelimit-remaining'].map((name) => headers.get(name));
}

/** How many of so many calls were let through. */
async function passed(count: number, call: () => Promise<Answered>): Promise<number> {
  let passing = 0;
  for (let at = 0; at < count; at += 1) passing += (await call()).status === 429 ? 0 : 1;
  return passing;
}

describe('limits of the fake', () => {
  it('are not kept unless asked for', async () => {
    await withRequest(async ({ ask }) => {
      expect(await passed(110, () => ask('GET', `${api}/myself`))).toBe(110);
    });
  });

  it('let so many calls a second to an endpoint, whatever goes on elsewhere', async () => {
    await withLimits(async ({ ask, later, path, seed }) => {
      expect(await passed(110, () => ask('GET', `${api}/myself`))).toBe(100);
      const refused = await ask('GET', `${api}/myself`);
      expect([refused.status, toldIn(refused)]).toEqual([429, ['jira-burst-based', '1', '0']]);
      expect(refused.headers.get('x-ratelimit-reset')).toBe('2026-04-01T08:00Z');
      expect((await ask('GET', path)).status).toBe(200);
      expect(await passed(60, () => ask('DELETE', `${api}/attachment/9`))).toBe(50);
      const others = seed.issue({ summary: 'Other' });
      expect(await passed(3, () => ask('DELETE', `${api}/issue/${others}/watchers?accountId=${seed.admin}`))).toBe(3);
      await later(0.5);
      expect(await passed(110, () => ask('GET', `${api}/myself`))).toBe(50);
    });
  });

  it('let five searches for customers through, and more reads of an issue than of others', async () => {
    await withLimits(async ({ ask, path }) => {
      expect(await passed(9, () => ask('GET', '/rest/servicedeskapi/servicedesk/1/customer?query=ada'))).toBe(5);
      expect(await passed(160, () => ask('GET', path))).toBe(150);
    });
  });

  it('let twenty writes to an issue through within two seconds and a hundred within thirty, others go on', async () => {
    await withLimits(async ({ ask, later, path, comment, seed }) => {
      const write = (): Promise<Answered> => ask('PUT', `${path}/comment/${comment}`, { body: { body: docOf('x') } });
      expect(await passed(25, write)).toBe(20);
      expect(toldIn(await write())).toEqual(['jira-per-issue-on-write', '2', '0']);
      const other = seed.issue({ summary: 'Other' });
      expect((await ask('PUT', `${api}/issue/${other}`, { body: { fields: { summary: 'x' } } })).status).toBe(204);
      for (let round = 0; round < 4; round += 1) {
        await later(2);
        expect(await passed(20, write)).toBe(20);
      }
      await later(2);
      expect(toldIn(await write())).toEqual(['jira-per-issue-on-write', '20', '0']);
      await later(20);
      expect((await write()).status).toBe(200);
    });
  });

  it.each<[string, Partial<LimitSettings>]>([
    ['jira-quota-global-based', { globalPoints: 1000, usedElsewhere: 990 }],
    ['jira-quota-tenant-based', { tenantPoints: 10 }],
  ])('let points go until the hour is over: %s', async (reason, limits) => {
    await withLimits(async ({ ask, later, path, fake }) => {
      await later(900);
      expect((await ask('GET', path)).status).toBe(200);
      expect(await passed(10, () => ask('PUT', path, { body: { fields: {} } }))).toBe(8);
      expect(toldIn(await ask('GET', path))).toEqual([reason, '2700', '0']);
      expect(fake.state.limits.points).toBe(10);
      expect((await ask('GET', path, { authorization: withToken })).status).toBe(200);
      await later(2700);
      // The others begin again too.
      expect(await passed(10, () => ask('PUT', path, { body: { fields: {} } }))).toBe(10);
      expect((await ask('GET', path)).status).toBe(reason === 'jira-quota-global-based' ? 200 : 429);
    }, limits);
  });

  it('say what is left, and when it is little', async () => {
    await withLimits(
      async ({ ask, path }) => {
        const told = ({ headers }: Answered): unknown[] =>
          ['limit', 'remaining', 'nearlimit'].map((name) => headers.get(`x-ratelimit-${name}`));
        expect(told(await ask('GET', path))).toEqual(['100', '25', null]);
        await ask('GET', path);
        await ask('GET', path);
        expect(told(await ask('GET', path))).toEqual(['100', '19', 'true']);
      },
      { globalPoints: 100, usedElsewhere: 75 },
    );
  });

  it.each([
    ['as-reads', 3],
    ['as-writes', 1],
  ] as const)('count what a search gives, or not: %s', async (postReads, points) => {
    await withLimits(
      async ({ ask, seed, fake, ada }) => {
        seed.issue({ summary: 'Other', reporter: ada });
        await ask('POST', `${api}/search/jql`, { body: { jql: `reporter = "${ada}"` } });
        expect([fake.made[0]?.points, fake.state.limits.points]).toEqual([points, points]);
      },
      { postReads },
    );
  });
});
