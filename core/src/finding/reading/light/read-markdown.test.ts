import { describe, expect, it } from '@jest/globals';
import { cut, marked, unmarked } from '../../marked.suite.ts';
import { seen } from '../seen.suite.ts';

const who = { names: ['Jane Doe'], addresses: ['jane@d.test'], logins: ['jdoe42'] };
const markdown = { who, form: 'markdown' } as const;

describe('in Markdown a mention is found', () => {
  it.each([
    ['with emphasis in a word', '**«Ja»**«ne Doe» and *«J»*«ane Doe»'],
    ['with emphasis between the words', '**«Jane»** _«Doe»_, __«Jane»__ ~~«Doe»~~'],
    ['in a code span and a code block', '`«jdoe42»` and\n```\n«Jane Doe»\n```\n'],
    ['over a code span', '`«Jane»`« Doe»'],
    ['in the words, address and title of a link', '[«Jane Doe»](https://x.test/«jane-doe» "by «Jane Doe»")'],
    ['over a link', '[«Jane»](https://x.test/a_(b))« Doe»'],
    ['in an automatic link', '<«jane@d.test»> <https://x.test/?u=«jane%40d.test»>'],
    ['with signs escaped', '«jane\\@d.test» «Jane\\_Doe»'],
    ['in a picture', '![«Jane Doe»](a.png)'],
    ['in the definition of a link', '[1]: https://x.test/«jane-doe» "«Jane Doe»"'],
    ['in a list and a heading', '* «Jane Doe»\n# «Jane Doe»\n> «Jane\n> Doe»'],
    ['over two cells', '| «Jane »|« Doe» |'],
    ['over tags', '<b>«Ja»</b>«ne Doe» <a title="«Jane Doe»">'],
    ['with an underscore between the words', '«Jane_Doe» by_«Jane Doe»_'],
    ['where signs of emphasis have no partner', '2*«Jane Doe» **«Jane Doe» «Jane Doe»~~'],
  ])('%s', (_, row) => {
    expect(marked(unmarked(row), markdown)).toBe(row);
  });
});

it.each([
  ['words go on over signs', 'Ann**Jane** D`o`e', 'AnnJane Doe'],
  ['the address of a link comes after the text', '[Jane](x_(y) "z") Doe', 'Jane Doe|x_(y) "z"'],
  ['underscores within a word stay', 'Jane_Doe _x_', 'Jane_Doe x'],
  ['signs between spaces stay', '* a * b', '* a * b'],
  ['signs escaped are signs', '\\*a\\* \\u0040', '*a* @'],
])('Markdown is read as it stands, and as a reader sees it: %s', (_, text, expected) => {
  expect(seen(text, 'markdown').at(-1)).toBe(expected);
  expect(seen(text, 'markdown').length).toBe(2);
});

it('Markdown without signs is read once', () => {
  expect(seen('Jane Doe', 'markdown')).toEqual(['Jane Doe']);
});

describe('after a cut Markdown is what it was', () => {
  it.each([
    ['signs left with nothing between go too', '**Jane** _Doe_!', '**A B** !'],
    ['signs within a word stay where they were', 'by **Ja**ne Doe!', 'by **A B**!'],
    ['signs do not come to stand at white space', 'Jane **Doe or Smith**', 'A B**or Smith**'],
    ['nor at the end', '*by Jane* Doe', '*by A B*'],
    ['code left empty goes too', 'Jane `Doe`!', 'A B!'],
    ['the address of a link stays one', '[x](https://x.test/jane-doe)', '[x](https://x.test/A%20B)'],
  ])('%s', (_, before, after) => {
    expect(cut(before, markdown, 'A B')).toBe(after);
  });

  it('the replacement is text, not markup', () => {
    expect(cut('# Jane Doe `Jane Doe`\n[x](jane@d.test "Jane Doe")', markdown, '*a*"`')).toBe(
      '# \\*a\\*"\\` `*a*"`\n[x](%2Aa%2A%22%60 "\\*a\\*’\\`")',
    );
  });
});
