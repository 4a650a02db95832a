import { describe, expect, it } from '@jest/globals';
import { identifiersFrom, Personal } from '@lethe/core';
import type { PlainIdentifiers } from '@lethe/core';
import fc from 'fast-check';
import { accountSearchesFor, anyOf, fieldHolds, holdsNumber, patternsFor } from './search-words.ts';

function patterns(who: PlainIdentifiers): readonly string[] {
  return patternsFor(identifiersFrom(who));
}

/** A database's LIKE at its weakest: upper and lower case are the same in ASCII only. */
function isLike(text: string, pattern: string): boolean {
  const weak = (some: string): string => some.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
  const parts = weak(pattern).split('%');
  let from = 0;
  return parts.every((part) => {
    const at = weak(text).indexOf(part, from);
    from = at + part.length;
    return at >= 0;
  });
}

describe('patterns', () => {
  const table: readonly (readonly [string, PlainIdentifiers, readonly string[]])[] = [
    ['nothing for nobody', {}, []],
    ['an address, with tags too', { addresses: ['ada@mail.test'] }, ['ada@mail.test', 'ada+']],
    ['a full name in both orders', { names: ['Ada Quell'] }, ['Ada%Quell', 'Quell%Ada']],
    ['a phone by its last seven digits', { phones: ['+372 555-1234'] }, ['555%12%34']],
    ['a postal address by house and street', { postalAddresses: ['12 Oakfield Street'] }, ['12%Oakfi', 'Oakfi%12']],
    ['letters beyond ASCII by what is between them', { names: ['Zoë Ångström'] }, ['Zo%ngstr%m', '%ngstr%m%Zo%']],
    ['nothing twice', { logins: ['ada'], addresses: ['ada@mail.test'] }, ['ada']],
    ['nothing too short to tell', { logins: ['ab'] }, []],
  ];

  it.each(table)('%s', (_, who, expected) => {
    expect(patterns(who)).toEqual(expected);
  });

  it('find each text that holds an identifier, in any case and composition', () => {
    const names = fc.constantFrom('Ada Quell', 'Zoë Ångström', 'Žofie Dvořáková', 'José Núñez');
    const written = fc.constantFrom<(text: string) => string>(
      (text) => text,
      (text) => text.toUpperCase(),
      (text) => text.normalize('NFD'),
      (text) => text.split(' ').reverse().join(', '),
    );
    fc.assert(
      fc.property(names, written, (name, write) => {
        const text = `Dear ${write(name)}!`;
        expect(patterns({ names: [name] }).some((pattern) => isLike(text, pattern))).toBe(true);
      }),
    );
  });
});

describe('searches', () => {
  it('ask for a column that holds any of some patterns', () => {
    expect(anyOf('Content', ['a', 'b'])).toEqual([
      { field: 'Content', operator: 'LIKE', value: 'a' },
      { field: 'Content', operator: 'LIKE', value: 'b', entry_aggregator: 'OR' },
    ]);
  });

  it('never ask for accounts by nothing, as RT would answer with all of them', () => {
    expect(accountSearchesFor(identifiersFrom({ phones: ['+372 555 1234'] }))).toEqual([]);
    const searches = accountSearchesFor(identifiersFrom({ names: ['Ada Quell'] }));
    expect(searches.map(([first]) => first?.field)).toEqual(['RealName']);
  });

  it('quote what could end a text of the query', () => {
    expect(fieldHolds('Subject', [String.raw`O'Hara\ `])).toBe(String.raw`Subject LIKE 'O\'Hara\\ '`);
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
