import { describe, expect, it } from '@jest/globals';
import { identifiersFrom, Personal } from '@lethe/core';
import type { PlainIdentifiers } from '@lethe/core';
import fc from 'fast-check';
import { commentFiltersFor, holdsNumber, nameFiltersFor, searchesFor } from './search-words.ts';

function searched(who: PlainIdentifiers): readonly string[] {
  return searchesFor(identifiersFrom(who)).map(({ words, any }) => `${any ? 'any' : 'all'}: ${words.join(' ')}`);
}

/** Redmine's LIKE at its weakest: upper and lower case are the same in ASCII only. */
function isFoundBy(text: string, words: readonly string[], any: boolean): boolean {
  const weak = (some: string): string => some.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
  const isIn = (word: string): boolean => weak(text).includes(weak(word));
  return any ? words.some(isIn) : words.every(isIn);
}

describe('searches', () => {
  const table: readonly (readonly [string, PlainIdentifiers, readonly string[]])[] = [
    ['nothing for nobody', {}, []],
    ['an address, with tags too', { addresses: ['ada@mail.test'] }, ['any: ada@mail.test ada+']],
    ['a full name by its words', { names: ['Ada Quell'] }, ['all: Ada Quell']],
    ['a phone by its last seven digits', { phones: ['+372 555-1234'] }, ['all: 555 1234']],
    [
      'a postal address by its house and how its street begins',
      { postalAddresses: ['12 Oakfield Street, Fernhill'] },
      ['all: 12 Oakfi'],
    ],
    ['a short phone as it is', { phones: ['112'] }, ['any: 112']],
    ['letters beyond ASCII by what is between them', { names: ['Zoë Ångström'] }, ['all: Zo ngstr']],
    ['words that stand alone together', { logins: ['ada1'], externalIds: ['KD-5'] }, ['any: ada1 KD-5']],
    ['nothing twice', { logins: ['ada'], addresses: ['ada@mail.test'], names: ['Ada Quell'] }, ['any: ada']],
    ['no quotes, which would make a phrase', { names: ['Ada "Bee" Quell'] }, ['all: Ada Bee Quell']],
    ['no single letters, which Redmine drops', { names: ['A Quell'] }, ['any: Quell']],
    ['five words at most', { names: ['One Two Three Four Five Six'] }, ['all: One Two Three Four Five']],
  ];

  it.each(table)('%s', (_, who, expected) => {
    expect(searched(who)).toEqual(expected);
  });

  it('share a search five by five where any word will do', () => {
    const logins = Array.from({ length: 7 }, (_, at) => `login-${String(at)}x`);
    expect(searchesFor(identifiersFrom({ logins })).map(({ words }) => words.length)).toEqual([5, 2]);
  });

  it('write out the spellings where too little is left between other letters', () => {
    expect(searched({ names: ['Ёж'] }).join(' ')).toMatch(/Ёж.*ёж.*ЁЖ/);
  });

  it('find each text that holds an identifier, in any case and composition', () => {
    const names = fc.constantFrom('Ada Quell', 'Zoë Ångström', 'Žofie Dvořáková', 'José Núñez', 'Ёжик Иванов');
    const cases = fc.constantFrom<(text: string) => string>(
      (text) => text,
      (text) => text.toUpperCase(),
      (text) => text.toLowerCase(),
      (text) => text.normalize('NFD'),
    );
    fc.assert(
      fc.property(names, cases, fc.constantFrom('zoe@mail.test', 'a.b@mail.test'), (name, written, address) => {
        const searches = searchesFor(identifiersFrom({ names: [name], addresses: [address] }));
        for (const text of [
          `Dear ${written(name)}!`,
          `mail ${written(address)}`,
          `mail ${address.replace('@', '+shop@')}`,
        ]) {
          expect(searches.some(({ words, any }) => isFoundBy(text, words, any))).toBe(true);
        }
      }),
    );
  });
});

describe('other ways to ask', () => {
  it('filters comments one by one', () => {
    expect(commentFiltersFor(identifiersFrom({ logins: ['ada1'], names: ['Bo Lund'] }))).toEqual(['ada1', 'Bo Lund']);
  });

  it('filters people by address, login and name', () => {
    const who = identifiersFrom({
      logins: ['ada1'],
      names: ['Zoë Ångström'],
      addresses: ['a@mail.test'],
      phones: ['5551234'],
    });
    expect(nameFiltersFor(who)).toEqual(['a@mail.test', 'ada1', 'Zo ngstr']);
  });

  it.each([
    ['+372 555 1234', true],
    ['00372/5551234 (work)', true],
    ['555 1235', false],
    ['kd-17 ', true],
    ['KD-171', false],
    ['', false],
  ])('a field that holds "%s" is the person\'s: %s', (value, expected) => {
    const who = identifiersFrom({ phones: ['(372) 5551234'], externalIds: ['KD-17'] });
    expect(holdsNumber([Personal.of(value)], who)).toBe(expected);
  });
});
