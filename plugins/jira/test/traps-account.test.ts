import { describe, expect, it } from '@jest/globals';
import { identifiersFrom } from '@lethe/core';
import { carryOut, runOf } from '@lethe/core/testing';
import type { Seed } from './fake/seed.ts';
import { ada, anonymize, desk, withHost } from './journeys.ts';
import type { Running } from './journeys.ts';
import { inForge, overHttp, ways } from './ways.ts';

/** Calls about the account that change it, in their order. */
function accountCalls({ fake }: Pick<Running, 'fake'>): readonly string[] {
  return fake.made
    .filter(({ isWrite, url, status }) => isWrite && status < 300 && /customer|\/user\b/.test(url))
    .map(
      ({ as, method, url }) =>
        `${as} ${method} ${/details|revoke|account\b/.exec(url.replace(/\?.*/, ''))?.[0] ?? 'user'}`,
    );
}

describe.each(ways)('the account of a customer, $name', (way) => {
  it('is renamed, emptied and deleted last, when all else is proven: Jira shows "Former user"', async () => {
    await withHost(
      desk,
      async (running) => {
        const { fake, person } = running;
        const { ending } = await anonymize(running, person);
        expect(ending.state).toBe('done-with-gaps');
        const methods = accountCalls(running).map((call) => call.replace(/^\w+ /, ''));
        expect(methods).toEqual(['PUT details', 'PUT details', 'PUT account', 'DELETE account']);
        expect(fake.state.known(person)).toMatchObject({ displayName: 'Former user', email: null, deleted: true });
        const last = fake.made.findLastIndex(({ isWrite, url }) => isWrite && url.includes('/issue/'));
        const first = fake.made.findIndex(({ isWrite, url }) => isWrite && url.includes('/jsm/csm/'));
        expect(first).toBeGreaterThan(last);
      },
      { way },
    );
  });

  it('kept as a shell is renamed and emptied; the address stays and is a gap with a way out', async () => {
    await withHost(
      desk,
      async (running) => {
        const { fake, person } = running;
        const { review, ending } = await anonymize(running, person);
        expect(ending.state).toBe('done-with-gaps');
        expect(fake.state.known(person)).toMatchObject({
          ...{ displayName: 'Anonymized', email: 'ada@quill.test', deleted: false },
          details: { Phone: [], Plan: [] },
        });
        const gap = review.plan.gaps.find(({ kind }) => kind === 'person.email');
        expect(gap?.instead).toContain('erased');
      },
      { way, options: { account: 'keep-shell', nobodySignedIn: way === inForge } },
    );
  });
});

describe('access to the portal', () => {
  it('is closed first where somebody is signed in who may', async () => {
    await withHost(
      desk,
      async (running) => {
        await anonymize(running, running.person);
        expect(running.fake.state.known(running.person)).toMatchObject({ portalAccess: false });
        expect(accountCalls(running)[0]).toMatch(/PUT revoke$/);
      },
      { way: overHttp, options: { account: 'keep-shell' } },
    );
  });

  it('is a gap with a way out where nobody is, as in the Forge app, and is not tried', async () => {
    await withHost(
      desk,
      async (running) => {
        const { review } = await anonymize(running, running.person);
        const gap = review.plan.gaps.find(({ kind }) => kind === 'person.access');
        expect(gap?.instead).toContain('by hand');
        expect(accountCalls(running).some((call) => call.includes('revoke'))).toBe(false);
      },
      { way: inForge, options: { account: 'keep-shell', nobodySignedIn: true } },
    );
  });
});

describe('rights', () => {
  it('to lock an account only a site administrator has: without one the run stops, and can go on without it', async () => {
    const fill = (seed: Seed) => {
      const { users } = seed.jira;
      for (const { id, groups } of users.where(({ accountId }) => accountId === seed.admin))
        users.update(id, { groups: groups.filter((group) => group !== 'site-admins') });
      return desk(seed);
    };
    await withHost(
      fill,
      async (running) => {
        const { fake, host, clock, person } = running;
        const { review, ending, journal } = await anonymize(running, person);
        expect(ending).toMatchObject({ state: 'stopped', reason: 'unfinished-steps' });
        expect(fake.state.known(person).displayName).toBe('Ada Quellstone');
        const resumed = await carryOut(runOf(host, review, { clock, journal, acceptRefused: true }));
        expect(resumed.ending.state).toBe('done-with-gaps');
        expect(fake.state.known(person).displayName).toBe('Anonymized');
      },
      { way: overHttp, options: { account: 'keep-shell' } },
    );
  });

  it('where the app may not delete customers, whoever clicked does it with the older call', async () => {
    await withHost(
      desk,
      async (running) => {
        const { fake, person } = running;
        const refusal = { status: 403, body: { errors: [] } };
        fake.faults.aim({ at: 'DELETE /jsm/csm/api/v1/customer/account/', with: refusal, times: Infinity });
        const { ending } = await anonymize(running, person);
        expect(ending.state).toBe('done-with-gaps');
        expect(accountCalls(running).at(-1)).toMatch(/DELETE user$/);
        expect(fake.state.known(person).deleted).toBe(true);
      },
      { way: overHttp },
    );
  });

  it('to delete that neither has are a refusal that says what is missing, and the account is renamed all the same', async () => {
    await withHost(
      desk,
      async (running) => {
        const { fake, person } = running;
        for (const at of ['DELETE /jsm/csm/api/v1/customer/account/', 'DELETE /rest/api/3/user?'])
          fake.faults.aim({ at, with: { status: 403, body: { errors: [] } }, times: Infinity });
        const { ending, journal } = await anonymize(running, person);
        expect(ending).toMatchObject({ state: 'stopped', reason: 'unfinished-steps' });
        const refused = journal.changes.flatMap(({ settle }) => settle ?? []).filter(({ code }) => code !== undefined);
        expect(refused).toMatchObject([
          { code: 'not-permitted', remedy: expect.stringContaining('"Administer Jira"') },
        ]);
        expect(refused[0]?.remedy).toContain('delete a customer');
        expect(fake.state.known(person).displayName).toBe('Anonymized');
      },
      { way: overHttp },
    );
  });

  it('missing on the site are obstacles, each with its name and place, before anything is read', async () => {
    const fill = (seed: Seed) => {
      for (const right of ['ADMINISTER', 'USER_PICKER']) seed.revoke(right, 'atlassian-addons-admin');
      return desk(seed);
    };
    await withHost(fill, async ({ host, fake }) => {
      const obstacles = await host.preflight();
      expect(obstacles.map(({ code }) => code)).toEqual(['host-right-missing', 'host-right-missing']);
      expect(obstacles.map(({ remedy }) => /"[^"]+"/.exec(remedy)?.[0])).toEqual([
        '"Administer Jira"',
        '"Browse users and groups"',
      ]);
      expect(fake.made).toHaveLength(1);
    });
  });

  it('are all there for the app, and for an administrator with a token', async () => {
    for (const way of ways)
      await withHost(
        desk,
        async ({ host }) => {
          expect(await host.preflight()).toEqual([]);
        },
        { way },
      );
  });
});

describe('duplicates', () => {
  it('two accounts with one address are both found, each with its own spots; erasing one leaves the other findable', async () => {
    const fill = (seed: Seed) => ({ ...desk(seed), twin: seed.user({ ...ada, name: 'A. Quellstone' }) });
    await withHost(
      fill,
      async (running) => {
        const { host, person, twin } = running;
        const who = identifiersFrom({ addresses: ['ada@quill.test'] });
        const found = async (): Promise<readonly string[]> => {
          const ids: string[] = [];
          for await (const { id } of host.findPeople({ by: 'identifiers', who })) ids.push(id);
          return ids.toSorted();
        };
        expect(await found()).toEqual([person, twin].toSorted());
        await anonymize(running, person);
        expect(await found()).toEqual([twin]);
      },
      { way: overHttp },
    );
  });
});
