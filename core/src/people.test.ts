import { describe, expect, it } from '@jest/globals';
import { finderFor } from './finding/finder-for.ts';
import type { Host, Person } from './host.ts';
import { identifiersFrom } from './identifiers.ts';
import type { PlainIdentifiers } from './identifiers.ts';
import { peopleWith } from './people.ts';
import { Personal } from './personal.ts';
import { memoryProfile } from './testing/memory/memory-profile.ts';
import { scriptedHost } from './testing/scripted-host.ts';
import { ada } from './testing/spots.ts';

const jane: Person = {
  ...ada,
  name: Personal.of('Jane Doe'),
  identifiers: identifiersFrom({
    addresses: ['sun.ray@d.test'],
    logins: ['sun.ray'],
    phones: ['+44 20 7946 0958'],
    names: ['Jane Doe'],
  }),
};

async function foundBy(asked: PlainIdentifiers): Promise<number> {
  const host: Host = {
    ...scriptedHost([]),
    profile: memoryProfile({}),
    async *findPeople() {
      yield jane;
    },
  };
  const who = identifiersFrom(asked);
  return (await peopleWith(host, { who, finder: finderFor(who) })).length;
}

describe('an account is found', () => {
  it.each([
    ['by its address', { addresses: ['sun.ray+x@d.test'] }],
    ['by its login', { logins: ['SUN.RAY'] }],
    ['by its number in another writing', { phones: ['020 7946 0958', '+442079460958'] }],
    ['by its name in another order', { names: ['Doe, Jane'] }],
  ])('%s', async (_, asked) => {
    expect(await foundBy(asked)).toBe(1);
  });
});

describe('an account is not found', () => {
  it.each([
    ['by what stands before the @ of another address', { addresses: ['sun.ray@elsewhere.test'] }],
    ['by another person’s name with the same initial', { names: ['John Doe'] }],
    ['by part of its name', { names: ['Jane Roe'] }],
  ])('%s', async (_, asked) => {
    expect(await foundBy(asked)).toBe(0);
  });
});
