import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson, digestInParts, digestOf } from './canonical.ts';
import { Personal } from './personal.ts';

const json = fc.jsonValue({ stringUnit: 'grapheme', noUnicodeString: false });

describe('canonicalJson', () => {
  it.each([
    [null, 'null'],
    [true, 'true'],
    [false, 'false'],
    ['é"\n', '"é\\"\\n"'],
    ['\u20ac\u000f', '"€\\u000f"'],
    [1e21, '1e+21'],
    [0.000001, '0.000001'],
    [4.5, '4.5'],
    [-0, '0'],
    [[], '[]'],
    [{}, '{}'],
    [[3, [1], { b: 1, a: [null] }], '[3,[1],{"a":[null],"b":1}]'],
    [{ b: undefined, a: 1 }, '{"a":1}'],
    [Object.assign(Object.create(null), { z: 1, a: 2 }), '{"a":2,"z":1}'],
    ['\u{1f600}', '"\u{1f600}"'],
  ])('writes %j in its one form', (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  it('sorts keys by UTF-16 units, as the example of RFC 8785 does', () => {
    const value = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1f600}': 5, '\u0080': 6, '\u00f6': 7 };

    expect(canonicalJson(value)).toBe('{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\u{1f600}":5,"\ufb33":3}');
  });

  it.each([
    ['nothing at all', undefined],
    ['not a number', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
    ['a date', new Date(0)],
    ['personal text', Personal.of('Ada King')],
    ['a big integer', 3n],
    ['a function', () => 3],
    ['a map', new Map()],
    ['a hole in a list', new Array(2)],
    ['nothing in a list', [undefined]],
    ['personal text deep inside', { a: [{ b: Personal.of('Ada King') }] }],
  ])('refuses %s', (_what, value) => {
    expect(() => canonicalJson(value)).toThrow(/^Only plain JSON has a canonical form/);
  });

  it.each([
    ['a text', '\ud800'],
    ['a key', { '\udc00': 1 }],
    ['a text after a whole pair', '\u{1f600}\ud83d'],
  ])('refuses half a pair in %s', (_where, value) => {
    expect(() => canonicalJson(value)).toThrow(/^Only well-formed text/);
  });

  it('loses nothing', () => {
    fc.assert(
      fc.property(json, (value) => expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))),
    );
  });

  it('does not depend on the order in which keys were set', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), json), (object) => {
        const backwards = Object.fromEntries(Object.entries(object).reverse());
        expect(canonicalJson(backwards)).toBe(canonicalJson(object));
      }),
    );
  });
});

describe('digestOf', () => {
  it('is the SHA-256 of the canonical text as UTF-8', () => {
    expect(digestOf({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
    expect(digestOf('é')).toBe('f2886017e9c7abacf804b54d64787dce2b611c9544ba21f3affdd126a6e50086');
  });

  it('differs for different values', () => {
    fc.assert(
      fc.property(json, json, (one, other) => {
        fc.pre(canonicalJson(one) !== canonicalJson(other));
        expect(digestOf(one)).not.toBe(digestOf(other));
      }),
    );
  });
});

describe('digestInParts', () => {
  it('is the digest', async () => {
    const object = fc.dictionary(fc.string({ unit: 'grapheme' }), fc.option(json, { nil: undefined }));
    await fc.assert(
      fc.asyncProperty(object, async (value) => {
        expect(await digestInParts(value, async () => undefined)).toBe(digestOf(value));
      }),
    );
  });

  it('lets others have the thread in between', async () => {
    const value = { head: 1, steps: Array.from({ length: 10_000 }, (_, step) => ({ step, kind: 'message.text' })) };
    let breaths = 0;
    const breathe = async (): Promise<void> => {
      breaths += 1;
    };
    expect(await digestInParts(value, breathe)).toBe(digestOf(value));
    expect(breaths).toBeGreaterThan(4);
  });

  it.each([
    ['personal text', { a: [Personal.of('Ada King')] }],
    ['a hole in a list', { a: new Array(2) }],
  ])('refuses %s', async (_what, value) => {
    await expect(digestInParts(value, async () => undefined)).rejects.toThrow(/^Only plain JSON/);
  });
});
