import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { identifiersFrom } from './identifiers.ts';
import type { PlainIdentifiers } from './identifiers.ts';
import { marksOf } from './suppression.ts';

const key = new Uint8Array(32).fill(5);
const other = new Uint8Array(32).fill(6);

function marks(plain: PlainIdentifiers, host = 'desk', by = key): readonly string[] {
  return marksOf(identifiersFrom(plain), { key: by, host }).map(({ mark }) => mark);
}

describe('what somebody is recognized by', () => {
  it.each<[string, PlainIdentifiers, PlainIdentifiers]>([
    ['case', { addresses: ['Ada.King@Lovelace.test'] }, { addresses: ['ada.king@lovelace.TEST'] }],
    ['a tag', { addresses: ['ada@lovelace.test'] }, { addresses: ['ada+shop@lovelace.test'] }],
    ['a name around it', { addresses: ['ada@lovelace.test'] }, { addresses: ['Ada King <ada@lovelace.test>'] }],
    ['Gmail’s dots and domains', { addresses: ['ada.king@gmail.com'] }, { addresses: ['adaking@googlemail.com'] }],
    ['being a login', { addresses: ['ada@lovelace.test'] }, { logins: ['ada@lovelace.test'] }],
    ['the country’s code', { phones: ['+49 30 901820'] }, { phones: ['030 / 90 18 20'] }],
    ['full-width letters', { logins: ['aking-1815'] }, { logins: ['ＡＫＩＮＧ-1815'] }],
  ])('is the same in spite of %s', (_, one, another) => {
    expect(marks(one)).toEqual(marks(another));
    expect(marks(one)).toHaveLength(1);
  });

  it.each<[string, PlainIdentifiers]>([
    ['a name', { names: ['Ada King'] }],
    ['where somebody lives', { postalAddresses: ['12 St James Square, London'] }],
    ['a shared mailbox', { addresses: ['info@lovelace.test'] }],
    ['a short number', { phones: ['4711 0'] }],
    ['a word in general use', { logins: ['admin'] }],
  ])('is never %s alone', (_, plain) => {
    expect(marks(plain)).toEqual([]);
  });

  it('means logins and numbers of one host alone, and addresses and phones of all', () => {
    const login = { logins: ['aking-1815'], externalIds: ['E-4711'] };
    expect(marks(login, 'desk')).not.toEqual(marks(login, 'jobs'));
    const anywhere = { addresses: ['ada@lovelace.test'], phones: ['+49 30 901820'] };
    expect(marks(anywhere, 'desk')).toEqual(marks(anywhere, 'jobs'));
  });

  it('S19 L25 tells nothing without the key: a dictionary of 100,000 addresses has no hit', () => {
    const [mark = ''] = marks({ addresses: ['user-77@lovelace.test'] });
    const tried = Array.from({ length: 100_000 }, (_, index) => `user-${String(index)}@lovelace.test`);
    const hits = marksOf(identifiersFrom({ addresses: tried }), { key: other, host: 'desk' });
    expect(hits).toHaveLength(100_000);
    expect(hits.some((one) => one.mark === mark)).toBe(false);
  });

  it('never shows what it was made of', () => {
    fc.assert(
      fc.property(fc.emailAddress(), fc.string({ minLength: 4 }), (address, login) => {
        const made = marksOf(identifiersFrom({ addresses: [address], logins: [login] }), { key, host: 'desk' });
        for (const { mark } of made) expect(mark).toMatch(/^[0-9a-f]{32}$/);
      }),
    );
  });
});
