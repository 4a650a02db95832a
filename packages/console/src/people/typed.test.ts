import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { typedIn } from './typed.ts';

describe('what is typed to find people', () => {
  it('PI-04 is three addresses in whatever separation and case, one of them twice', () => {
    expect(typedIn('ada@acme.test, Boole@Acme.test ADA@ACME.TEST\nnobody@acme.test')).toEqual({
      asked: ['ada@acme.test', 'Boole@Acme.test', 'nobody@acme.test'],
      repeated: 1,
    });
  });

  it.each([
    ['', []],
    ['  ;, \n', []],
    ['Ada King', ['Ada King']],
    ['Ada King <ada@acme.test>', ['Ada King', 'ada@acme.test']],
    ['ada@acme.test bo@acme.test', ['ada@acme.test', 'bo@acme.test']],
    ['+46 8 46 50 04 01', ['+46 8 46 50 04 01']],
    ['Ada King; K-1017', ['Ada King', 'K-1017']],
  ])('%j is %j', (text, asked) => {
    expect(typedIn(text).asked).toEqual(asked);
  });

  it('loses no address, whatever stands around it', () => {
    const address = fc.stringMatching(/^[a-z]{1,8}@[a-z]{1,8}\.test$/u);
    const between = fc.constantFrom(', ', ' ', '\n', '; ', ',');
    fc.assert(
      fc.property(fc.array(fc.tuple(address, between), { maxLength: 20 }), (pairs) => {
        const { asked, repeated } = typedIn(pairs.flat().join(''));
        expect(new Set(asked)).toEqual(new Set(pairs.map(([one]) => one)));
        expect(asked.length + repeated).toBe(pairs.length);
      }),
    );
  });
});
