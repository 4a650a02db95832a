import { describe, expect, it } from '@jest/globals';
import { testTitles } from './test-titles.ts';

function titlesOf(text: string): readonly string[] {
  return testTitles('x.test.ts', text).map(({ full }) => full);
}

describe('test titles read from the text of a file', () => {
  it.each([
    ['a test', "it('HD-01 keeps', () => {});", ['HD-01 keeps']],
    ['test() as well', "test('keeps', () => {});", ['keeps']],
    ['blocks around it', "describe('a', () => { describe('b', () => { it('c', () => {}); }); });", ['a b c']],
    ['no block without a test', "describe('HD-01', () => {});", []],
    ['a template', 'it(`law ${law}: HD-0${1}`, () => {});', ['law …: HD-01']],
    ['a sum', "it('HD-01 ' + 'keeps', () => {});", ['HD-01 keeps']],
    ['a constant', "const name = 'HD-01'; it(name, () => {});", ['HD-01']],
    ['a test in a loop', 'for (const kind of kinds) it(`blanks ${kind}`, () => {});', ['blanks …']],
    ['a test in a function', "function suite() { it('inside', () => {}); }", ['inside']],
    [
      'no test that never runs',
      "it.skip('HD-01', () => {}); it.todo('HD-02'); describe.skip('a', () => it('HD-03', f));",
      [],
    ],
    ['no other call of that name', "names.map((it) => it.split('HD-01')); /a/.test('HD-02');", []],
    ['a law of a suite', "const law = { number: 1, says: 'HD-01 holds', check: async () => {} };", ['HD-01 holds']],
    ['no object that is no law', "const row = { says: 'HD-01 holds' };", []],
    ['a comment or a string', "// it('HD-01')\nconst a = \"it('HD-02')\";", []],
  ])('are those of %s', (_, text, titles) => {
    expect(titlesOf(text)).toEqual(titles);
  });

  it.each([
    ['rows of values', "it.each([['HD-01', 1], ['HD-02', 2]])('%s at %d', f);", ['HD-01 at 1', 'HD-02 at 2']],
    ['single values', "it.each(['HD-01', 'HD-02'] as const)('%s', f);", ['HD-01', 'HD-02']],
    ['objects', "it.each([{ row: 'HD-01' }, { row: 'HD-02' }])('$row', f);", ['HD-01', 'HD-02']],
    ['a constant', "const rows = [['HD-01']] as const; it.each(rows)('%s', f);", ['HD-01']],
    ['a block', "describe.each(['a', 'b'])('%s', () => { it('HD-01', f); });", ['a HD-01', 'b HD-01']],
    ['what is not known', "it.each(rowsOf(3))('HD-01 %s of $name', f);", ['HD-01 … of …']],
    ['an unread row', "it.each([rowOf(1), ['HD-01']])('%s', f);", ['…', 'HD-01']],
  ])('fill a table of %s', (_, text, titles) => {
    expect(titlesOf(text)).toEqual(titles);
  });

  it('say where they stand', () => {
    expect(testTitles('x.test.ts', "describe('a', () => {\n  it('b', () => {});\n});")).toEqual([
      { full: 'a b', own: 'b', line: 2 },
    ]);
  });
});
