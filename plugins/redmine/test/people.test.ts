import { describe, expect, it } from '@jest/globals';
import type { Host, Person } from '@lethe/core';
import { identifiersFrom } from '@lethe/core';
import type { PlainIdentifiers } from '@lethe/core';
import { ada, bo } from './journeys.ts';
import { ways, withRedmine } from './fake.ts';
import { adminKey } from './fake/seed.ts';
import type { NewUser, Seed } from './fake/seed.ts';
import { personIdOf } from '../src/ids.ts';
import { redmineHost, redmineTransport } from '../src/index.ts';

async function found(host: Host, who: PlainIdentifiers): Promise<readonly Person[]> {
  const people: Person[] = [];
  for await (const person of host.findPeople({ by: 'identifiers', who: identifiersFrom(who) })) people.push(person);
  return people;
}

async function personAt(host: Host, account: number): Promise<Person | undefined> {
  for await (const person of host.findPeople({ by: 'id', person: personIdOf(account) })) return person;
  return undefined;
}

const zoe: NewUser = {
  login: 'zoe',
  firstname: 'Zoë',
  lastname: 'Ångström',
  addresses: ['zoe@mail.test'],
  role: 'Reporter',
};

describe.each(ways)('findPeople of Redmine $name', ({ inside }) => {
  const queries: readonly (readonly [string, PlainIdentifiers])[] = [
    ['an address', { addresses: ['ADA.quell@mail.test'] }],
    ['an additional address', { addresses: ['ada.private@mail.test'] }],
    ['a login', { logins: ['ada.quell'] }],
    ['a full name', { names: ['Ada Quellstone'] }],
    ['a telephone number written in another way', { phones: ['00372-5551234'] }],
    ['a customer number', { externalIds: ['KD-17'] }],
  ];

  it.each(queries)('finds by %s', async (_, who) => {
    const fill = (seed: Seed): void => {
      seed.user(bo);
      seed.user({ ...ada, fields: { ...ada.fields, 'Customer number': 'KD-17' } });
    };
    await withRedmine({ inside, fill }, async ({ host }) => {
      expect((await found(host, who)).map(({ id }) => id)).toEqual(['3']);
    });
  });

  it.each([1, 2, 3] as const)('locked users are missing from lists: finds accounts of status %i', async (status) => {
    const fill = (seed: Seed): void => void seed.user({ ...ada, status });
    await withRedmine({ inside, fill }, async ({ host }) => {
      const [person] = await found(host, { addresses: ['ada.quell@mail.test'] });
      expect(person?.active).toBe(status === 1);
    });
  });

  it('finds letters beyond ASCII in any case and composition', async () => {
    await withRedmine({ inside, fill: (seed) => void seed.user(zoe) }, async ({ host }) => {
      for (const name of ['Zoë Ångström', 'ZOË ÅNGSTRÖM'.toLowerCase(), 'Zoë Ångström'.normalize('NFD')]) {
        expect((await found(host, { names: [name] })).map(({ id }) => id)).toEqual(['2']);
      }
    });
  });

  it('states what core judges by', async () => {
    const fill = (seed: Seed): void => {
      const by = seed.user({ ...ada, lastLogin: '2026-02-03T04:05:06Z' });
      seed.issue({ by, subject: 'One' });
      seed.issue({ by, subject: 'Two', closed: true });
    };
    await withRedmine({ inside, fill }, async ({ host }) => {
      const [person] = await found(host, { logins: ['ada.quell'] });
      expect(person).toMatchObject({
        kind: 'end-user',
        active: true,
        self: false,
        lastAdministrator: false,
        company: 'Acme',
        dossiers: 2,
        lastActivity: new Date('2026-02-03T04:05:06Z'),
      });
      const { addresses = [], phones = [], logins = [], names = [] } = person?.identifiers ?? {};
      const known = [addresses, phones, logins, names].map((some) => some.map((text) => text.reveal()));
      const mails = inside ? ada.addresses : ada.addresses.slice(0, 1);
      expect(known).toEqual([mails, ['+372 555 1234'], ['ada.quell'], ['Ada Quellstone']]);
    });
  });

  it('HD-06 tells agents from end users by what their roles permit, and administrators by their mark', async () => {
    const fill = (seed: Seed): void => {
      seed.user(ada);
      seed.user(bo);
    };
    await withRedmine({ inside, fill }, async ({ host, seed, server }) => {
      expect((await personAt(host, 2))?.kind).toBe('end-user');
      expect((await personAt(host, 3))?.kind).toBe('agent');
      expect(await personAt(host, seed.admin)).toMatchObject({
        kind: 'administrator',
        self: true,
        lastAdministrator: true,
      });
      const told = await redmineHost(redmineTransport({ address: server.address, key: adminKey }), {
        agentRoles: ['reporter'],
      });
      expect((await personAt(told, 2))?.kind).toBe('agent');
      expect((await personAt(told, 3))?.kind).toBe('end-user');
    });
  });

  it('nobody is the last administrator while another active one is there', async () => {
    const fill = (seed: Seed): void => void seed.user({ ...bo, admin: true });
    await withRedmine({ inside, fill }, async ({ host, seed }) => {
      expect((await personAt(host, seed.admin))?.lastAdministrator).toBe(false);
      seed.redmine.rows.update('users', 2, { status: 3 });
      expect((await personAt(host, seed.admin))?.lastAdministrator).toBe(true);
    });
  });

  it('finds nobody by a number that leads nowhere', async () => {
    await withRedmine({ inside }, async ({ host }) => {
      expect(await personAt(host, 999)).toBeUndefined();
    });
  });
});

describe('preflight', () => {
  it('has nothing against the key of an administrator', async () => {
    await withRedmine({ inside: false }, async ({ host }) => {
      expect(await host.preflight()).toEqual([]);
    });
  });

  it('wants an administrator', async () => {
    await withRedmine({ inside: true, fill: (seed) => void seed.user(ada) }, async ({ seed, server }) => {
      seed.redmine.rows.insert('tokens', { user_id: 2, action: 'api', value: 'hers', created_on: seed.redmine.now() });
      const host = await redmineHost(redmineTransport({ address: server.address, key: 'hers' }));
      expect(await host.preflight()).toMatchObject([{ code: 'host-right-missing' }]);
    });
  });

  it('says that the key does not work', async () => {
    await withRedmine({ inside: false }, async ({ server }) => {
      const host = await redmineHost(redmineTransport({ address: server.address, key: 'wrong' }));
      await expect(host.preflight()).rejects.toMatchObject({ code: 'signed-out' });
    });
  });
});
