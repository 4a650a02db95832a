import { describe, expect, it } from '@jest/globals';
import { identifiersFrom } from '@lethe/core';
import type { Host, PlainIdentifiers } from '@lethe/core';
import type { Seed } from './fake/seed.ts';
import type { FakeAshby } from './fake/server.ts';
import { ada, anonymize, candidacy, withAshby } from './journeys.ts';
import { personIdOf } from '../src/index.ts';

async function found(host: Host, who: PlainIdentifiers): Promise<readonly string[]> {
  const ids: string[] = [];
  for await (const { id } of host.findPeople({ by: 'identifiers', who: identifiersFrom(who) })) ids.push(id);
  return ids;
}

function lists({ made }: FakeAshby): readonly unknown[] {
  return made.filter(({ url }) => url === '/candidate.list').map(({ body }) => body);
}

/** As many as a search gives at most, and one more: nobody is told that there is one. */
function crowd(seed: Seed) {
  for (let at = 0; at < 100; at += 1) seed.candidate({ name: ada.name, emails: [`other.${at}@crowd.test`] });
  return { candidate: seed.candidate({ ...ada }) };
}

describe('finding candidates', () => {
  it.each([
    ['address', { addresses: ['ADA@quill.test'] }],
    ['second address', { addresses: ['ada.q@home.test'] }],
    ['name', { names: [ada.name] }],
    ['phone', { phones: ['00372 5551234'] }],
  ])('finds one by %s', async (_, who) => {
    await withAshby(candidacy, async ({ seed, host, candidate }) => {
      seed.candidate({ name: 'Ida Falk', emails: ['ida.falk@falk.test'] });
      expect(await found(host, who)).toEqual([personIdOf(candidate)]);
    });
  });

  it('searches where a search can tell, and looks through nobody', async () => {
    await withAshby(candidacy, async ({ fake, host }) => {
      await found(host, { addresses: ada.emails });
      expect(lists(fake)).toEqual([]);
    });
  });

  it('looks through all candidates where a search gave as many as it gives at most', async () => {
    await withAshby(crowd, async ({ host, fake, candidate }) => {
      expect(await found(host, { names: [ada.name] })).toContain(personIdOf(candidate));
      expect(lists(fake)).toEqual([{ limit: 100 }, { limit: 100, cursor: '100' }]);
    });
  }, 120_000);

  it('asks the second time only for what has changed since, and finds who was new', async () => {
    await withAshby(candidacy, async ({ seed, fake, clock, host, candidate }) => {
      const who = { phones: ada.phones };
      await found(host, who);
      await clock.wait(1000);
      const other = seed.candidate({ name: 'Ada Again', phones: ada.phones });
      fake.made.length = 0;
      expect(await found(host, who)).toEqual([personIdOf(candidate), personIdOf(other)]);
      expect(lists(fake)).toEqual([{ limit: 100, syncToken: expect.stringContaining('since-') }]);
    });
  });

  it('takes all pages anew where a sync token has expired', async () => {
    await withAshby(
      candidacy,
      async ({ fake, clock, host, candidate }) => {
        await found(host, { phones: ada.phones });
        await clock.wait(5000);
        fake.made.length = 0;
        expect(await found(host, { phones: ada.phones })).toEqual([personIdOf(candidate)]);
        expect(lists(fake)).toEqual([{ limit: 100, syncToken: expect.anything() }, { limit: 100 }]);
      },
      { behaviour: { tokenLasts: 1000 } },
    );
  });

  it('looks through all of them each time where the search is not trusted, and through none by phone where that is forbidden', async () => {
    await withAshby(
      candidacy,
      async ({ fake, host, candidate }) => {
        expect(await found(host, { addresses: ['ada@quill.test'] })).toEqual([personIdOf(candidate)]);
        expect(fake.made.map(({ url }) => url)).not.toContain('/candidate.search');
      },
      { options: { lookup: 'listed' } },
    );
    await withAshby(candidacy, async ({ host }) => expect(await found(host, { phones: ada.phones })).toEqual([]), {
      options: { lookThroughAll: false },
    });
  });

  it('PI-14 finds nobody by the old address or name after a run', async () => {
    await withAshby(candidacy, async ({ host, clock, candidate }) => {
      await anonymize({ host, clock }, candidate);
      expect(await found(host, { addresses: ada.emails, names: [ada.name] })).toEqual([]);
    });
  });
});

describe('a candidate who was merged into another one', () => {
  const twice = (seed: Seed) => ({
    ...candidacy(seed),
    other: seed.candidate({ name: ada.name, emails: ['ada@old.test'] }),
  });

  it('is gone, also where an older list still has it, and the other one has all that is left', async () => {
    await withAshby(twice, async ({ fake, host, clock, candidate, other }) => {
      await clock.wait(1000);
      await found(host, { phones: ada.phones });
      fake.merge(candidate, other);
      expect(await found(host, { phones: ada.phones })).toEqual([]);
      for await (const person of host.findPeople({ by: 'id', person: personIdOf(candidate) }))
        throw new Error(`${person.id} is still there.`);
      expect(await found(host, { addresses: ['ada@quill.test'] })).toEqual([personIdOf(other)]);
    });
  });

  it('changes nothing of the other one where it happens in the middle of a run', async () => {
    await withAshby(twice, async ({ seed, fake, host, clock, candidate, other }) => {
      fake.afterwards = ({ url }) => {
        if (url === '/candidate.update') fake.merge(candidate, other);
      };
      await anonymize({ host, clock }, candidate);
      expect(seed.ashby.candidates.get(other)).toMatchObject({ name: ada.name });
      expect(seed.ashby.anonymized.all()).toEqual([]);
    });
  });
});
