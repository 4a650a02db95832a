import { describe, expect, it } from '@jest/globals';
import { cut, marked, unmarked } from '../../marked.suite.ts';
import { seen } from '../seen.suite.ts';

const who = {
  names: ['Jane Doe', 'Paragraph Strong'],
  addresses: ['jane@d.test'],
  externalIds: ['5b10ac8d82e05b22cc7d4ef5', '1700000000000'],
};
const adf = { who, form: 'adf' } as const;

const text = (words: string, ...marks: readonly string[]): string =>
  `{"type":"text","text":"${words}"${marks.length === 0 ? '' : `,"marks":[${marks.join(',')}]`}}`;
const strong = '{"type":"strong"}';
const link = (href: string): string => `{"type":"link","attrs":{"href":"${href}","title":"x"}}`;
const node = (type: string, ...content: readonly string[]): string =>
  `{"type":"${type}","content":[${content.join(',')}]}`;
const doc = (...content: readonly string[]): string => `{"version":1,"type":"doc","content":[${content.join(',')}]}`;
const line = (...content: readonly string[]): string => doc(node('paragraph', ...content));

describe('in an Atlassian document a mention is found', () => {
  it.each([
    ['in a text', line(text('Ask «Jane Doe» today'))],
    ['over marks', line(text('Ask «Ja»'), text('«ne D»', strong), text('«oe» today'))],
    ['over a line break', line(text('«Jane»'), '{"type":"hardBreak"}', text('«Doe»'))],
    [
      'over two cells',
      doc(
        node(
          'tableRow',
          node('tableCell', node('paragraph', text('«Jane»'))),
          node('tableCell', node('paragraph', text('«Doe»'))),
        ),
      ),
    ],
    ['in a mention', line('{"type":"mention","attrs":{"id":"«5b10ac8d82e05b22cc7d4ef5»","text":"@«Jane Doe»"}}')],
    ['in the address of a link', line(text('mail', link('mailto:«jane@d.test»?n=«Jane%20Doe»')))],
    ['in cards', line('{"type":"inlineCard","attrs":{"url":"https://x.test/«jane@d.test»"}}')],
    [
      'in what a card holds',
      doc('{"type":"blockCard","attrs":{"data":{"name":"«Jane Doe»","url":"https://x.test/"}}}'),
    ],
    [
      'in the words of a picture',
      doc('{"type":"media","attrs":{"id":"Jane Doe","alt":"«Jane Doe»"}}').replace('"id":"Jane Doe",', ''),
    ],
    [
      'in a status, a title and a placeholder',
      line(
        '{"type":"status","attrs":{"text":"«Jane Doe»","color":"red"}}',
        '{"type":"expand","attrs":{"title":"«Jane Doe»"}}',
        '{"type":"placeholder","attrs":{"text":"«Jane Doe»"}}',
      ),
    ],
    [
      'in parameters of an extension',
      doc('{"type":"extension","attrs":{"extensionKey":"x","parameters":{"macro":[{"value":"«Jane Doe»"}]}}}'),
    ],
    ['in escapes', line(text('«Jane\\u0020D\\u006fe», \\"«Jane\\nDoe»\\"\\n«Jane Doe»'))],
    ['when its words are those of the format', line(text('by «Paragraph Strong»', strong))],
    ['where the document is written with spaces', ` { "type" : "doc" , "content" : [ ${text('«Jane Doe»')} ] } `],
    ['in a document that breaks off', '{"type":"doc","content":[{"type":"text","text":"«Jane Doe»'],
  ])('%s', (_, row) => {
    expect(marked(unmarked(row), adf)).toBe(row);
  });
});

describe('an Atlassian document is read as a reader sees it', () => {
  it.each([
    ['paragraphs are apart', doc(node('paragraph', text('a')), node('paragraph', text('b'))), '||a||b||'],
    ['items are apart', node('bulletList', node('listItem', text('a')), node('listItem', text('b'))), '||a||b||'],
    [
      'cells part words',
      node('tableRow', node('tableCell', node('paragraph', text('a'))), node('tableHeader', text('b'))),
      '| a b|',
    ],
    ['marks are not seen', node('paragraph', text('a'), text('b', strong), text('c')), '|abc|'],
    ['attributes come after the text', node('paragraph', text('a', link('b')), text('c')), '|ac||b|x'],
    ['dates and words of the format are not read', '{"type":"date","attrs":{"timestamp":"1700000000000"}}', '|'],
  ])('%s', (_, source, expected) => {
    expect(seen(source, 'adf')).toEqual([expected]);
  });
});

describe('after a cut an Atlassian document is still one', () => {
  it.each([
    [
      'the words go where the mention began',
      line(text('Ask Ja'), text('ne D', strong), text('oe today')),
      line(text('Ask A \\"B'), text(' today')),
    ],
    [
      'a text left empty goes with its node',
      line(text('Jane '), text('Doe', strong), text('!')),
      line(text('A \\"B'), text('!')),
    ],
    [
      'a mention becomes words',
      line('{"type":"mention","attrs":{"id":"5b10ac8d82e05b22cc7d4ef5","text":"@Jane Doe"}}', text(' ok')),
      line(text('A \\"B'), text(' ok')),
    ],
    [
      'an address of a page stays one',
      line(text('mail', link('mailto:jane@d.test'))),
      line(text('mail', link('mailto:A%20%22B'))),
    ],
  ])('%s', (_, before, after) => {
    expect(cut(before, adf, 'A "B')).toBe(after);
  });

  it.each([
    ['nothing is left of a text', line(text('Jane Doe')), line()],
    ['the first goes', line(text('Jane Doe'), text(' ok', strong)), line(text(' ok', strong))],
    ['the first two go', line(text('Jane '), text('Doe', strong), text(' ok')), line(text(' ok'))],
    ['the last goes', line(text('by '), text('Jane Doe', strong)), line(text('by '))],
    ['all go', line(text('Ja'), text('ne ', strong), text('Doe')), line()],
    ['one between goes', line(text('by '), text('Jane Doe', strong), text('!')), line(text('by '), text('!'))],
    [
      'a mention goes',
      line(text('by '), '{"type":"mention","attrs":{"id":"5b10ac8d82e05b22cc7d4ef5"}}'),
      line(text('by ')),
    ],
    [
      'a status may not be empty',
      line('{"type":"status","attrs":{"text":"Jane Doe"}}'),
      line('{"type":"status","attrs":{"text":"[…]"}}'),
    ],
  ])('and the replacement is nothing: %s', (_, before, after) => {
    expect(cut(before, adf, '')).toBe(after);
  });
});
