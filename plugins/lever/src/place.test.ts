import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { contactOf, opportunityOf, personIdOf, spotIdOf } from './ids.ts';
import { contactParts, contactSpot, opportunityParts, opportunitySpot, placeOf } from './place.ts';

const id = fc.uuid();

it('places of contacts are found again by their spots', () => {
  fc.assert(
    fc.property(id, fc.constantFrom(...contactParts), (key, part) => {
      expect(placeOf(contactSpot(key, part))).toEqual({ owner: 'contact', key, part });
    }),
  );
});

it('places of opportunities are found again by their spots', () => {
  fc.assert(
    fc.property(id, fc.constantFrom(...opportunityParts), fc.oneof(fc.constant(''), id), (key, part, which) => {
      expect(placeOf(opportunitySpot(key, part, which))).toEqual({ owner: 'opportunity', key, part, which });
    }),
  );
});

it.each(['', 'c/name', 'x1/name', 'c1/tags', 'o1/name', 'o1/nothing', 'c1', 'o1/note:a b', 'u7/name'])(
  'no other text is the id of a spot: %j',
  (text) => {
    expect(placeOf(spotIdOf(text))).toBeUndefined();
  },
);

it('contacts and opportunities are told apart by their ids', () => {
  expect(contactOf(personIdOf('1-2'))).toBe('1-2');
  expect([contactOf('o1'), contactOf('c'), contactOf('c1/2'), opportunityOf('c1'), opportunityOf('o1-2')]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    '1-2',
  ]);
});
