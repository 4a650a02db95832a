import { describe, expect, it } from '@jest/globals';
import { cut, marked, unmarked } from '../../marked.suite.ts';
import { seen } from '../seen.suite.ts';

const who = {
  names: ['Jane Doe'],
  addresses: ['jane@d.test'],
  logins: ['jdoe42'],
  externalIds: ['5b10ac8d82e05b22cc7d4ef5'],
};
const wiki = { who, form: 'wiki' } as const;

describe('in Jira’s wiki markup a mention is found', () => {
  it.each([
    ['as a mention of the account', '[~accountid:«5b10ac8d82e05b22cc7d4ef5»] and [~«jdoe42»]'],
    [
      'in the words and the address of a link',
      '[«Jane Doe»|mailto:«jane@d.test»] [«jane@d.test»] [x|https://x.test/«jane-doe»|«Jane Doe»]',
    ],
    ['with emphasis in a word', '*«Ja»*«ne Doe» {*}«Ja»{*}«ne »{color:red}«D»{color}«oe»'],
    ['with emphasis between the words', '*«Jane»* _«Doe»_, +«Jane»+ -«Doe»-, {{«Jane»}} ??«Doe»??'],
    ['over two cells', '|«Jane»|«Doe»|\n||«Jane»||«Doe»||'],
    ['in macros', '{quote}«Jane Doe»{quote} {panel:title=«Jane Doe»}x{panel} {code}«Jane Doe»{code}'],
    ['in files and pictures', '[^«Jane_Doe»-cv.pdf] !«Jane_Doe».png|alt=«Jane Doe»!'],
    ['in a heading, a list and a quote', 'h1. «Jane Doe»\n* «Jane Doe»\nbq. «Jane Doe»'],
    ['with signs escaped', '«jane\\@d.test» \\[«Jane Doe»\\]'],
    ['where signs have no partner', '{«Jane Doe» [«Jane Doe» *«Jane Doe»'],
  ])('%s', (_, row) => {
    expect(marked(unmarked(row), wiki)).toBe(row);
  });

  it('and not in a longer login', () => {
    expect(marked('[~jdoe421] xjdoe42', wiki)).toBe('[~jdoe421] xjdoe42');
  });
});

it.each([
  ['words go on over signs', 'Ann*Jane* {{Doe}} {color:red}D{color}oe', 'AnnJane Doe Doe'],
  ['the address of a link comes after the text', '[Jane|x|y] Doe', 'Jane Doe|x|y'],
  ['mentions come after the text', 'by [~jane] Doe', 'by  Doe|~jane'],
  ['signs within a word and between spaces stay', 'Mary-Jane a_b - c', 'Mary-Jane a_b - c'],
  ['signs escaped are signs', '\\*a\\*', '*a*'],
])('Jira’s wiki markup is read as it stands, and as a reader sees it: %s', (_, text, expected) => {
  expect(seen(text, 'wiki').at(-1)).toBe(expected);
  expect(seen(text, 'wiki').length).toBe(2);
});

it.each([
  ['a mention goes as a whole', 'by [~accountid:5b10ac8d82e05b22cc7d4ef5]!', 'by A \\[B\\]!'],
  ['signs left with nothing between go too', '*Jane* _Doe_!', '*A \\[B\\]* !'],
  ['the address of a link stays one', '[x|mailto:jane@d.test]', '[x|mailto:A%20%5BB%5D]'],
  ['code is not escaped', '{code}Jane Doe{code}', '{code}A [B]{code}'],
])('after a cut Jira’s wiki markup is what it was: %s', (_, before, after) => {
  expect(cut(before, wiki, 'A [B]')).toBe(after);
});
