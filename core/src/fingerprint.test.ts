import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fingerprintOf, talliesFingerprint } from './fingerprint.ts';
import type { Content } from './host.ts';
import { Personal } from './personal.ts';
import { access, file, hidden, html, list, plain } from './testing/spots.ts';

const key = new Uint8Array(32).fill(1);
const otherKey = new Uint8Array(32).fill(2);
const texts = fc.array(fc.string(), { maxLength: 4 });

describe('fingerprintOf', () => {
  it('tells every two of these contents apart', () => {
    const contents: readonly Content[] = [
      plain(''),
      plain('a'),
      plain('a b'),
      html('a'),
      list(),
      list('a'),
      list('a', 'b'),
      list('b', 'a'),
      list('a b'),
      file('a'),
      { form: 'file', name: Personal.of('a'), description: Personal.of('b') },
      { form: 'file', name: Personal.of('b'), description: Personal.of('a') },
      access(true),
      access(false),
      hidden,
    ];

    expect(new Set(contents.map((content) => fingerprintOf(content, key))).size).toBe(contents.length);
  });

  it('is the same for the same content, and another one under another key', () => {
    fc.assert(
      fc.property(texts, (items) => {
        expect(fingerprintOf(list(...items), key)).toBe(fingerprintOf(list(...items), key));
        expect(fingerprintOf(list(...items), key)).not.toBe(fingerprintOf(list(...items), otherKey));
      }),
    );
  });

  it('tells two lists apart wherever a border between entries moves', () => {
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        const isSame = JSON.stringify(one) === JSON.stringify(other);
        expect(fingerprintOf(list(...one), key) === fingerprintOf(list(...other), key)).toBe(isSame);
      }),
    );
  });

  it('takes a file without a description for one with an empty description', () => {
    const described: Content = { form: 'file', name: Personal.of('a.txt'), description: Personal.blank };

    expect(fingerprintOf(file('a.txt'), key)).toBe(fingerprintOf(described, key));
  });

  it('says what form it is of, and nothing of the text', () => {
    expect(fingerprintOf(plain('Ada'), key)).toMatch(/^plain:[0-9a-f]{32}$/);
    expect(fingerprintOf(html('Ada'), key)).toMatch(/^html:[0-9a-f]{32}$/);
    expect(fingerprintOf(list('Ada'), key)).toMatch(/^list:[0-9a-f]{32}$/);
    expect(fingerprintOf(file('Ada'), key)).toMatch(/^file:[0-9a-f]{32}$/);
    expect([access(true), access(false), hidden].map((content) => fingerprintOf(content, key))).toEqual([
      'access:open',
      'access:closed',
      'hidden',
    ]);
  });
});

describe('talliesFingerprint', () => {
  it('HD-01 is equal for equal tallies in any order, and no other', () => {
    const before = talliesFingerprint({ status: 'open', company: 'Lovelace Ltd' }, key);

    expect(talliesFingerprint({ company: 'Lovelace Ltd', status: 'open' }, key)).toBe(before);
    expect(talliesFingerprint({ company: 'Lovelace Ltd', status: 'closed' }, key)).not.toBe(before);
    expect(talliesFingerprint({ status: 'open' }, key)).not.toBe(before);
    expect(talliesFingerprint({ status: 'open', company: 'Lovelace Ltd' }, otherKey)).not.toBe(before);
    expect(before).toMatch(/^[0-9a-f]{32}$/);
  });
});
