import { describe, expect, it } from '@jest/globals';
import { finderFor, identifiersFrom, peopleWith } from '@lethe/core';
import type { Host, PlainIdentifiers } from '@lethe/core';
import type { Seed } from './fake/seed.ts';
import { ada, candidacy, withLever } from './journeys.ts';
import { personIdOf } from '../src/index.ts';

async function foundBy(host: Host, plain: PlainIdentifiers): Promise<readonly string[]> {
  const who = identifiersFrom(plain);
  const found = await peopleWith(host, { who, finder: finderFor(who) });
  return found.map(({ id }) => id);
}

describe('a candidate', () => {
  it.each<[string, PlainIdentifiers]>([
    ['the first address', { addresses: [ada.emails[0]] }],
    ['every other address', { addresses: [ada.emails[1]] }],
    ['an address in capitals', { addresses: ['ADA@QUILL.TEST'] }],
    ['one of several addresses', { addresses: ['nobody@nowhere.test', ada.emails[0]] }],
    ['the name, though Lever has no search for it', { names: ['Ada Quellstone'] }],
    ['the phone, in another writing', { phones: ['00372 555 12 34'] }],
  ])('is found by %s', async (_, plain) => {
    await withLever(candidacy, async ({ host, contact }) => {
      expect(await foundBy(host, plain)).toEqual([personIdOf(contact)]);
    });
  });

  it.each<[string, PlainIdentifiers]>([
    ['an address that only ends like hers', { addresses: ['nada@quill.test'] }],
    ['a part of her name', { names: ['Ada'] }],
    ['nothing at all', {}],
  ])('is not found by %s', async (_, plain) => {
    await withLever(candidacy, async ({ host }) => {
      expect(await foundBy(host, plain)).toEqual([]);
    });
  });

  it('is one with several contacts where two go by the same address', async () => {
    const fill = (seed: Seed) => {
      const filled = candidacy(seed);
      const other = seed.contact({ name: 'A. Quellstone', emails: [ada.emails[0]] });
      seed.opportunity(other);
      return { ...filled, other };
    };
    await withLever(fill, async ({ host, contact, other }) => {
      expect(await foundBy(host, { addresses: [ada.emails[0]] })).toEqual([contact, other].map(personIdOf));
    });
  });

  it('is not looked for among all opportunities where the customer does not want that', async () => {
    await withLever(
      candidacy,
      async ({ fake, host }) => {
        expect(await foundBy(host, { names: ['Ada Quellstone'] })).toEqual([]);
        expect(fake.made).toEqual([]);
      },
      { options: { lookThroughAll: false } },
    );
  });

  it('is searched for by each address in a call, and by nothing else where there is one', async () => {
    await withLever(candidacy, async ({ fake, host }) => {
      await foundBy(host, { addresses: [...ada.emails], names: ['Ada Quellstone'] });
      const searches = fake.made.filter(({ url }) => url.startsWith('/opportunities?') && !url.includes('limit=1&'));
      const emails = searches.map(({ url }) => new URLSearchParams(url.split('?')[1]).get('email'));
      expect(emails.filter((email) => email !== null)).toEqual([...ada.emails]);
    });
  });

  it('cannot sign in, and is no user of Lever', async () => {
    await withLever(candidacy, async ({ host, contact }) => {
      for await (const person of host.findPeople({ by: 'id', person: personIdOf(contact) }))
        expect(person).toMatchObject({ kind: 'candidate', active: false, self: false, lastAdministrator: false });
    });
  });

  it('that there is not is nobody', async () => {
    await withLever(candidacy, async ({ host }) => {
      const found = [];
      for (const id of ['c9999999-0000-4000-8000-000000000000', '../archive_reasons'])
        for await (const person of host.findPeople({ by: 'id', person: personIdOf(id) })) found.push(person);
      expect(found).toEqual([]);
    });
  });
});
