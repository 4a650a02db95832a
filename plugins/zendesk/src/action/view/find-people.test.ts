import { describe, expect, it } from '@jest/globals';
import type { Host, Person } from '@lethe/core';
import { identifiersFrom } from '@lethe/core';
import { but, endUser, memoryGround, smallWorld, virtualClock } from '@lethe/core/testing';
import { personIdOf } from '../../ids.ts';
import { findPeople } from './find-people.ts';

const ada = endUser({ id: personIdOf(7) });
const bea = endUser({ id: personIdOf(8), identifiers: identifiersFrom({ addresses: ['bea@lovelace.test'] }) });

/** A host that lists everybody it has for each question, as hosts may. */
function hostWith(...people: readonly Person[]): Host {
  const { host } = memoryGround(smallWorld(), { clock: virtualClock() });
  return but(host, {
    findPeople: async function* (query) {
      yield* people.filter(({ id }) => query.by !== 'id' || query.person === id);
    },
  });
}

describe('findPeople', () => {
  const host = hostWith(ada, bea);

  it.each([
    ['an address', 'bea@lovelace.test', ['u8']],
    ['the id of a user', '7', ['u7']],
    ['several, with commas', '7, bea@lovelace.test', ['u7', 'u8']],
    ['the same person twice', '7, ada.king@lovelace.test', ['u7']],
    ['a stranger', 'nobody@lovelace.test', []],
    ['nothing', ' , ', []],
  ])('finds by %s', async (_what, typed, ids) => {
    const { people } = await findPeople(host, typed);
    expect(people.map(({ id }) => id)).toEqual(ids);
  });

  it('says what says too little, but not of an id', async () => {
    expect((await findPeople(host, 'support@lovelace.test')).refused).toEqual([
      'It is a shared mailbox, not one person.',
    ]);
    expect((await findPeople(host, '7')).refused).toEqual([]);
  });
});
