import { describe, expect, it } from '@jest/globals';
import { identifiersFrom, peopleWith, finderFor } from '@lethe/core';
import type { Host, Person, PlainIdentifiers, Spot } from '@lethe/core';
import { ada, bo, ida, withHost } from './journeys.ts';
import type { Seed } from './fake/seed.ts';
import type { AccountBook } from '../src/account-book.ts';
import { personIdOf } from '../src/index.ts';

async function found(host: Host, who: PlainIdentifiers): Promise<readonly Person[]> {
  const people: Person[] = [];
  for await (const person of host.findPeople({ by: 'identifiers', who: identifiersFrom(who) })) people.push(person);
  return people;
}

async function byId(host: Host, account: string): Promise<Person | undefined> {
  for await (const person of host.findPeople({ by: 'id', person: personIdOf(account) })) return person;
  return undefined;
}

async function ofAccount(host: Host, account: string): Promise<readonly Spot[]> {
  const spots: Spot[] = [];
  for await (const spot of host.spots([{ by: 'person', person: personIdOf(account) }]))
    if (spot.of.type === 'person') spots.push(spot);
  return spots;
}

const texts = (some: readonly { reveal(): string }[] | undefined): readonly string[] =>
  (some ?? []).map((text) => text.reveal());

const people = (seed: Seed) => ({
  person: seed.user(ada),
  other: seed.user(ida),
  same: seed.user({ ...bo, name: 'Ada Q.', email: 'ada@quill.test', groups: [] }),
  hidden: seed.user({ name: 'Nobody known', email: 'ada@quill.test', emailHidden: true }),
  app: seed.user({ name: 'Ada Bot', accountType: 'app', email: 'ada@quill.test' }),
});

describe('looking accounts up', () => {
  it('finds every account of an address, hidden ones too, and no app', async () => {
    await withHost(people, async ({ host, person, same, hidden }) => {
      const all = await found(host, { addresses: ['ada@quill.test'] });
      expect(new Set(all.map(({ id }) => id))).toEqual(new Set([person, same, hidden].map(personIdOf)));
      // Core drops who does not go by what was asked for: a hidden address must not cost an account.
      const who = identifiersFrom({ addresses: ['ada@quill.test'] });
      expect(await peopleWith(host, { who, finder: finderFor(who) })).toHaveLength(3);
    });
  });

  it('knows a hidden address of an Atlassian account by what it was found by, and by nothing else', async () => {
    const fill = (seed: Seed) => ({
      person: seed.user({ ...bo, name: 'Ada', email: 'ada@quill.test', emailHidden: true }),
      alike: seed.user({ ...bo, name: 'ada@quill.test', email: null }),
    });
    await withHost(fill, async ({ host, person }) => {
      const all = await found(host, { addresses: ['ada@quill.test'] });
      const addresses = new Map(all.map(({ id, identifiers }) => [id, texts(identifiers.addresses)]));
      expect(addresses.get(personIdOf(person))).toEqual(['ada@quill.test']);
      expect([...addresses.values()].flat()).toHaveLength(1);
      expect((await byId(host, person))?.identifiers.addresses).toEqual([]);
    });
  });

  it.each<readonly [string, PlainIdentifiers]>([
    ['the name', { names: ['Ida Falk'] }],
    ['the address', { addresses: ['ida.falk@falk.test'] }],
  ])('finds an account by %s, and nobody else', async (_what, who) => {
    await withHost(people, async ({ host, other }) => {
      expect((await found(host, who)).map(({ id }) => id)).toEqual([personIdOf(other)]);
    });
  });

  it('finds an account by its id among other numbers, without asking for those', async () => {
    await withHost(people, async ({ host, fake, other }) => {
      const all = await found(host, { externalIds: ['KD-7', other] });
      expect(all.map(({ id }) => id)).toEqual([personIdOf(other)]);
      expect(fake.made.filter(({ url }) => url.includes('KD-7'))).toEqual([]);
    });
  });

  it('says what a customer is, with details that say who somebody is where they are told', async () => {
    await withHost(
      people,
      async ({ host, person }) => {
        const one = await byId(host, person);
        expect(one).toMatchObject({ kind: 'end-user', active: true, self: false, lastAdministrator: false });
        expect(texts(one?.identifiers.phones)).toEqual(['+372 555 1234']);
        expect(texts(one?.identifiers.externalIds)).toEqual([person]);
        expect(texts(one?.identifiers.names)).toEqual(['Ada Quellstone']);
      },
      { options: { details: { phone: ['Phone'] } } },
    );
  });

  it('does not take a deleted customer for somebody, nor one who is only locked out for nobody', async () => {
    await withHost(people, async ({ host, seed, person, other }) => {
      const row = (account: string): number => seed.jira.known(account).id;
      seed.jira.users.update(row(person), { displayName: 'Former user', email: null, active: false, deleted: true });
      seed.jira.users.update(row(other), { active: false });
      expect(await byId(host, person)).toBeUndefined();
      expect(await byId(host, other)).toMatchObject({ active: false });
      expect(await byId(host, 'qm:nobody')).toBeUndefined();
    });
  });

  it('knows the account it is used with', async () => {
    await withHost(people, async ({ host, seed, same }) => {
      expect(await byId(host, seed.app)).toMatchObject({ self: true, kind: 'other' });
      expect(await byId(host, same)).toMatchObject({ self: false });
    });
  });

  it('calls accounts what the book calls them, everywhere', async () => {
    const aliases: AccountBook = {
      idOf: (account) => personIdOf(`alias-${String(account.length)}-${account.slice(-4)}`),
      accountOf: () => undefined,
    };
    await withHost(
      people,
      async ({ host }) => {
        const all = await found(host, { addresses: ['ada@quill.test'] });
        expect(all).toHaveLength(3);
        for (const { id } of all) expect(id).toMatch(/^alias-/);
        expect(await byId(host, 'alias-9')).toBeUndefined();
      },
      { options: { accounts: aliases } },
    );
  });
});

describe('what of an account is a spot', () => {
  const kinds = (spots: readonly Spot[]): readonly string[] =>
    spots.map(({ kind, ability }) => `${kind}${ability?.can === 'nothing' ? ' -' : ''}`);

  it('of a customer who is to be erased: details, name, and the address last', async () => {
    await withHost(people, async ({ host, person }) => {
      const spots = await ofAccount(host, person);
      expect(kinds(spots)).toEqual(['person.field', 'person.field', 'person.name', 'person.email']);
      expect(spots.map(({ id }) => id)).toContain(`u${person}/detail.Phone`);
    });
  });

  it('of a customer whose shell is to stay: also the way in, and the address is a gap', async () => {
    const options = { account: 'keep-shell' } as const;
    await withHost(
      people,
      async ({ host, person, hidden }) => {
        expect(kinds(await ofAccount(host, person))).toEqual([
          ...['person.field', 'person.field', 'person.access', 'person.name', 'person.email -'],
        ]);
        const address = (await ofAccount(host, hidden)).find(({ kind }) => kind === 'person.email');
        // The site shows its administrators what the person shows nobody.
        expect(address?.content).toMatchObject({ form: 'plain' });
      },
      { options },
    );
  });

  it('is listed with one reading of an account that was just looked up, and with a new one later', async () => {
    await withHost(people, async ({ host, fake, clock, person }) => {
      const readings = (): number => fake.made.filter(({ url }) => url.startsWith('/rest/api/3/user?')).length;
      await byId(host, person);
      expect(await ofAccount(host, person)).toHaveLength(4);
      expect(readings()).toBe(1);
      // What was looked up once is listed from it once.
      await ofAccount(host, person);
      expect(readings()).toBe(2);
      await byId(host, person);
      await clock.wait(61_000);
      await ofAccount(host, person);
      expect(readings()).toBe(4);
    });
  });

  it('of an Atlassian account: gaps alone', async () => {
    await withHost(people, async ({ host, same }) => {
      expect(kinds(await ofAccount(host, same))).toEqual(['person.photo -', 'person.name -', 'person.email -']);
    });
  });
});
