import { describe, expect, it } from '@jest/globals';
import { found, marked, unmarked } from '../marked.suite.ts';

const oak = { postalAddresses: ['12 Oak Street, Fernhill, FH4 2QT'] };

describe('a postal address is found', () => {
  it.each([
    ['as filed', oak, 'lives at «12 Oak Street, Fernhill, FH4 2QT».'],
    ['in capitals over lines', oak, '«12 OAK STREET\nFERNHILL\nFH4 2QT»'],
    ['with its words shortened', oak, 'at «12 Oak St., Fernhill» since'],
    ['without the place', oak, 'at «12 Oak St» since'],
    ['with other signs between', oak, '«12, Oak Street Fernhill»'],
    ['with the house number behind', oak, '«Oak Street 12, FH4 2QT»'],
    [
      'German, in both spellings',
      { postalAddresses: ['Lindenstraße 7a, 01234 Auwald'] },
      '«Lindenstr. 7a», «Lindenstrasse 7A, 01234 Auwald»',
    ],
    [
      'with a flat before the house',
      { postalAddresses: ['Flat 3, 12 Oak Road, Fernhill'] },
      '«Flat 3, 12 Oak Rd., Fernhill»',
    ],
    ['a box', { postalAddresses: ['PO Box 979, Lake Fernhill 9557'] }, '«PO Box 979, Lake Fernhill 9557»'],
  ])('%s', (_, who, row) => {
    expect(marked(unmarked(row), { who })).toBe(row);
  });

  it('and told from one that is not written in full', () => {
    const text = '12 Oak Street, Fernhill, FH4 2QT; 12 Oak St, Fernhill, FH4 2QT; 12 Oak Street';
    expect(found(text, { who: oak }).map(({ how }) => how)).toEqual(['as-filed', 'abbreviated', 'abbreviated']);
  });
});

describe('a postal address is not found', () => {
  it.each([
    ['in another house', '112 Oak Street, 12a Oak Street, 1 2 Oak Street'],
    ['in another street', '12 Oakley Street, 12 Oak Streets, 12 Oak Road'],
    ['by its place alone', 'Fernhill, FH4 2QT'],
    ['by its street alone', 'Oak Street, Fernhill'],
    ['with words between', '12 of Oak Street'],
  ])('%s', (_, text) => {
    expect(marked(text, { who: oak })).toBe(text);
  });
});
