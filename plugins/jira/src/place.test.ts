import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { personIdOf, spotIdOf } from './ids.ts';
import { accountParts, issueParts, personLists, placeOf, spotAt } from './place.ts';
import type { Place } from './place.ts';

const number = fc.nat().map(String);
const field = fc.nat().map((id) => `customfield_${id}`);
const person = fc.stringMatching(/^[A-Za-z0-9:_-]{1,40}$/).map(personIdOf);
const anyPlace: fc.Arbitrary<Place> = fc.oneof(
  fc.record({ is: fc.constantFrom(...issueParts), issue: number }),
  fc.record({ is: fc.constant('field' as const), issue: number, field }),
  fc.record({ is: fc.constantFrom(...personLists), issue: number, person }),
  fc.record({ is: fc.constant('picker' as const), issue: number, field, person }),
  fc.record({
    is: fc.constantFrom('comment' as const, 'attachment' as const, 'worklog' as const),
    issue: number,
    number,
  }),
  fc.record({ is: fc.constant('history' as const), issue: number, entry: number, item: fc.nat() }),
  fc.record({ is: fc.constantFrom(...accountParts), person }),
  fc.record({ is: fc.constant('detail' as const), person, name: fc.string({ minLength: 1, unit: 'grapheme' }) }),
);

describe('where a spot is', () => {
  it('is told by its id', () => {
    fc.assert(fc.property(anyPlace, (place) => expect(placeOf(spotAt(place))).toEqual(place)));
  });

  it('is told by no two ids', () => {
    fc.assert(
      fc.property(anyPlace, anyPlace, (one, other) => {
        fc.pre(JSON.stringify(one) !== JSON.stringify(other));
        expect(spotAt(one)).not.toBe(spotAt(other));
      }),
    );
  });

  it.each([
    '',
    'i/summary',
    'i10/title',
    'i10/c',
    'i10/c5.1',
    'i10/h5',
    'i10/field.summary',
    'i10/picker.x',
    'i10/watch.',
    'u/name',
    'ux/nick',
    't42/subject',
  ])('is nowhere in Jira for %p', (id) => expect(placeOf(spotIdOf(id))).toBeUndefined());
});
