import { describe, expect, it } from '@jest/globals';
import { found, marked, unmarked } from '../marked.suite.ts';

describe('a name is found', () => {
  it.each([
    ['by an initial', 'Tove Halvorsen', '«T. Halvorsen», «T Halvorsen», «T.Halvorsen», «Halvorsen, T»., «t.halvorsen»'],
    ['by the beginning of the family name', 'Tove Halvorsen', '«Tove H». said; «Tove_H»'],
    [
      'with a middle initial nobody filed',
      'Tove Halvorsen',
      '«Tove K. Halvorsen», «Halvorsen, Tove K», «Tove K Halvorsen»',
    ],
    ['with a further given name before the end of a field', 'Tove Halvorsen', 'To: «Halvorsen, Tove Karin», Bob'],
    ['with further given names after a title', 'Tove Halvorsen', 'Ms «Anna Karin Tove Halvorsen» came'],
    [
      'by middle initials',
      'Tove Karin Halvorsen',
      '«Tove K. Halvorsen», «T.K. Halvorsen», «T. K. Halvorsen», «Halvorsen, T. K».',
    ],
    ['with a suffix', 'Tove Halvorsen', '«Tove Halvorsen Jr.» and «Halvorsen Jr., Tove»'],
    ['with an organization of Lotus Notes', 'Tove Halvorsen', 'From: «Tove Halvorsen@ACME_NORTH» on Monday'],
    ['by a pet form', 'William Turner', '«Bill Turner», «Turner, Bill», «Will K. Turner»'],
    ['by the long form of a pet form', 'Bill Turner', '«William Turner»; «Turner, William»'],
    ['over look-alikes of other scripts', 'Jane Doe', '«Jаne Dоe»'],
    ['before Korean particles', '김민수', '«김민수»는 왔다. «김민수»씨가'],
    ['family name first, where it stands elsewhere', 'Ludwig van der Berg', 'Mr «van der Berg», «Van Der Berg Ludwig»'],
    ['with an author’s initial', 'Иван Петров', '«Петров И». пришёл, «И. Петров»'],
  ])('%s', (_, name, row) => {
    expect(marked(unmarked(row), { who: { names: [name] } })).toBe(row);
  });
});

describe('a name is shown and left', () => {
  it.each([
    ['with an ending that may be another name', 'Peter Müller', '‹Peter Müllers› Antrag'],
    ['of words of the language in small letters', 'Will Page', 'it ‹will page› you, «Will Page» said'],
    ['by one letter without a mark', 'Tove Halvorsen', 'give ‹Tove H› or so'],
  ])('%s', (_, name, row) => {
    expect(marked(unmarked(row), { who: { names: [name] } })).toBe(row);
  });
});

describe('a name is not found', () => {
  it.each([
    ['by another initial', 'Tove Karin Halvorsen', 'Tove B Halvorsens'],
    ['by an article', 'Anna Doe', 'saw a doe'],
    ['in a longer word', '김민수', '김민수현은'],
    ['by a pet form of another name', 'Tove Turner', 'Bill Turners'],
  ])('%s', (_, name, text) => {
    expect(found(text, { who: { names: [name] } }).filter(({ sure }) => sure === 'certain')).toEqual([]);
  });
});

it('a finding says which writing was met', () => {
  const hows = (text: string): readonly string[] =>
    found(text, { who: { names: ['William Turner'] } }).map(({ how }) => how);
  expect(
    hows('William Turner; Turner, William; Bill Turner; W. Turner; WilliamTurner; william_turner; Turner'),
  ).toEqual(['as-filed', 'other-order', 'nickname', 'initial', 'joined', 'joined', 'part-of-name']);
});
