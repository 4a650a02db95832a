import { describe, expect, it } from '@jest/globals';
import type { Host, Person, PlainIdentifiers } from '@lethe/core';
import { identifiersFrom } from '@lethe/core';
import { ada, bo } from './journeys.ts';
import { ways, withRequestTracker } from './fake.ts';
import type { NewUser, Seed } from './fake/seed.ts';
import { personIdOf } from '../src/ids.ts';
import { requestTrackerHost, requestTrackerTransport } from '../src/index.ts';

async function found(host: Host, who: PlainIdentifiers): Promise<readonly Person[]> {
  const people: Person[] = [];
  for await (const person of host.findPeople({ by: 'identifiers', who: identifiersFrom(who) })) people.push(person);
  return people;
}

async function personAt(host: Host, account: number): Promise<Person | undefined> {
  for await (const person of host.findPeople({ by: 'id', person: personIdOf(account) })) return person;
  return undefined;
}

/** The first account after RT's own and the one of the token. */
const first = 9;
const zoe: NewUser = { Name: 'zoe', EmailAddress: 'zoe@mail.test', RealName: 'Zoë Ångström' };

describe.each(ways)('findPeople of Request Tracker $name', ({ inside }) => {
  const queries: readonly (readonly [string, PlainIdentifiers])[] = [
    ['an address', { addresses: ['ADA.quell@mail.test'] }],
    ['a login', { logins: ['ada.quell@mail.test'] }],
    ['a full name', { names: ['Ada Quellstone'] }],
    ['a telephone number written in another way', { phones: ['00372-5551234'] }],
    ['a telephone number in a custom field', { phones: ['+372 5559876'] }],
    ['a customer number', { externalIds: ['KD-1701'] }],
  ];

  it.each(queries)(
    'finds by %s, and does not take all for it where RT passes over what it cannot search by',
    async (_, who) => {
      const fill = (seed: Seed): void => {
        seed.user(bo);
        seed.user(ada);
      };
      await withRequestTracker({ inside, fill }, async ({ host }) => {
        const ids = (await found(host, who)).map(({ id }) => id);
        expect(ids).toContain(String(first + 1));
        expect(ids).not.toContain(String(first));
      });
    },
  );

  it.each([false, true])(
    'disabled accounts are missing from lists: finds one that is disabled: %s',
    async (disabled) => {
      const fill = (seed: Seed): void => void seed.user({ ...ada, disabled });
      await withRequestTracker({ inside, fill }, async ({ host }) => {
        const [person] = await found(host, { addresses: ['ada.quell@mail.test'] });
        expect(person?.active).toBe(!disabled);
      });
    },
  );

  it('finds letters beyond ASCII in any case and composition', async () => {
    await withRequestTracker({ inside, fill: (seed) => void seed.user(zoe) }, async ({ host }) => {
      for (const name of ['Zoë Ångström', 'ZOË ÅNGSTRÖM'.toLowerCase(), 'Zoë Ångström'.normalize('NFD')])
        expect((await found(host, { names: [name] })).map(({ id }) => id)).toEqual([String(first)]);
    });
  });

  it('states what core judges by, and takes an address an account is called by for no login', async () => {
    const fill = (seed: Seed): void => {
      const by = seed.user(ada);
      seed.ticket({ by, Subject: 'One' });
      seed.ticket({ by, Subject: 'Two', Status: 'resolved' });
    };
    await withRequestTracker({ inside, fill }, async ({ host }) => {
      const [person] = await found(host, { addresses: ['ada.quell@mail.test'] });
      const facts = { kind: 'end-user', active: true, self: false, lastAdministrator: false, company: 'Acme' };
      expect(person).toMatchObject({ ...facts, dossiers: 2 });
      const { addresses = [], phones = [], logins = [], names = [], externalIds = [] } = person?.identifiers ?? {};
      const known = [addresses, phones, logins, names, externalIds].map((some) => some.map((text) => text.reveal()));
      expect(known).toEqual([
        ['ada.quell@mail.test'],
        ['+372 555 1234', '+372 555 9876'],
        [],
        ['Ada Quellstone'],
        ['KD-1701'],
      ]);
    });
  });

  it('HD-06 tells agents from end users by the mark Privileged, which lists leave blank', async () => {
    const fill = (seed: Seed): void => {
      seed.user(ada);
      seed.user(bo);
    };
    await withRequestTracker({ inside, fill }, async ({ host }) => {
      expect((await personAt(host, first))?.kind).toBe('end-user');
      expect((await personAt(host, first + 1))?.kind).toBe('agent');
    });
  });

  it('HD-06 an account with the right SuperUser is an administrator: the part sees it, over REST the settings have to name it', async () => {
    const fill = (seed: Seed): void => void seed.user({ ...bo, superUser: true });
    await withRequestTracker({ inside, fill }, async ({ host, transport }) => {
      expect((await personAt(host, first))?.kind).toBe(inside ? 'administrator' : 'agent');
      const told = await requestTrackerHost(transport, { administrators: ['BO.lund'] });
      expect((await personAt(told, first))?.kind).toBe('administrator');
    });
  });

  it('the account of the token is itself, once it did anything', async () => {
    const fill = (seed: Seed): void => void seed.ticket({ by: seed.service, Subject: 'One' });
    await withRequestTracker({ inside, fill }, async ({ host, seed }) => {
      expect(await personAt(host, seed.service)).toMatchObject({ self: true });
    });
  });

  it('RT_System, Nobody and root are nobody', async () => {
    await withRequestTracker({ inside }, async ({ host, seed }) => {
      const root = seed.tracker.user('root')?.id ?? 0;
      for (const number of [1, 6, root]) expect(await personAt(host, number)).toBeUndefined();
      expect(await found(host, { names: ['Enoch Root'], logins: ['root', 'Nobody'] })).toEqual([]);
    });
  });

  it('finds nobody by a number that leads nowhere, or to a group', async () => {
    await withRequestTracker({ inside }, async ({ host }) => {
      for (const number of [3, 999]) expect(await personAt(host, number)).toBeUndefined();
    });
  });
});

describe('preflight', () => {
  it.each(ways)('has nothing against the token of a SuperUser, $name', async ({ inside }) => {
    await withRequestTracker({ inside }, async ({ host }) => {
      expect(await host.preflight()).toEqual([]);
    });
  });

  it('wants a SuperUser: RT says nothing and shows less', async () => {
    await withRequestTracker({ inside: true, fill: (seed) => void seed.user(bo) }, async ({ seed, server }) => {
      seed.token(first, 'his');
      const transport = requestTrackerTransport({ address: server.address, token: 'his', timeoutSeconds: 5 });
      const host = await requestTrackerHost(transport);
      expect(await host.preflight()).toMatchObject([{ code: 'host-right-missing' }]);
    });
  });

  it('says that the token does not work', async () => {
    await withRequestTracker({ inside: false }, async ({ server }) => {
      const transport = requestTrackerTransport({ address: server.address, token: 'wrong', timeoutSeconds: 5 });
      const host = await requestTrackerHost(transport);
      await expect(host.preflight()).rejects.toMatchObject({ code: 'signed-out' });
    });
  });
});
