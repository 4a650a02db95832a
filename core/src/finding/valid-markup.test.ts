import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { micromark } from 'micromark';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { cut, found } from './marked.suite.ts';
import type { TextForm } from './text-form.ts';

const who = { names: ['Jane Doe'], addresses: ['jane@d.test'], externalIds: ['5b10ac8d82e0'] };
const replacements = fc.constantFrom('Anonymized', '', 'A "B" & <c>', "it's", 'x\\y', '[a](b) *c*');
const words = fc.constantFrom(
  'Jane',
  'Doe',
  'Jane Doe',
  'jane@d.test',
  'Ja',
  'ne',
  ' ',
  ', ',
  'order',
  'for',
  '.',
  'é',
);
const lines = fc.array(words, { minLength: 1, maxLength: 5 }).map((some) => some.join(''));
const after = (text: string, form: TextForm, replacement: string): string => cut(text, { who, form }, replacement);

describe('after a cut', () => {
  it('HTML has the same tags and attributes', () => {
    const inline = fc.constantFrom('b', 'i', 'span').chain((tag) => lines.map((text) => `<${tag}>${text}</${tag}>`));
    const link = fc.tuple(lines, lines).map(([href, text]) => `<a href="mailto:${href}" title='${text}'>${text}</a>`);
    const bare = fc.constantFrom('<img alt=jane@d.test src=x>', '<td>Jane</td>', '<br>', '<!-- Jane Doe -->', '&nbsp;');
    const pages = fc.array(fc.oneof(lines, inline, link, bare), { maxLength: 8 }).map((some) => some.join(''));
    fc.assert(
      fc.property(pages, replacements, (page, replacement) => {
        expect(tagsOf(after(page, 'html', replacement))).toEqual(tagsOf(page));
      }),
      { numRuns: 300 },
    );
  });

  it('Markdown has no markup that it had not, and its signs are still signs', () => {
    const marked = fc.constantFrom('**', '_', '`', '~~').chain((sign) => safe.map((text) => `${sign}${text}${sign}`));
    const link = fc.tuple(safe, safe).map(([text, title]) => `[${text}](https://x.test/jane-doe "${title}")`);
    const texts = fc.array(fc.oneof(safe, marked, link), { minLength: 1, maxLength: 6 }).map((some) => some.join(' '));
    fc.assert(
      fc.property(texts, fc.constantFrom('Anonymized', '[a](b) *c*', '# 1. <b>'), (text, replacement) => {
        const [before, rest] = [text, after(text, 'markdown', replacement)].map((one) => micromark(one));
        expect(isPartOf(tagNames(rest ?? ''), tagNames(before ?? ''))).toBe(true);
        expect((rest ?? '').replace(/<[^>]*>/g, '').replaceAll(replacement, '')).not.toMatch(/\*\*|``|\]\(/);
      }),
      { numRuns: 300 },
    );
  });

  it('an Atlassian document is valid, and what is not of the person is as it was', () => {
    const text = fc.tuple(lines, fc.boolean()).map(([some, isStrong]) => ({
      type: 'text',
      text: some,
      ...(isStrong ? { marks: [{ type: 'strong' }, { type: 'link', attrs: { href: 'mailto:jane@d.test' } }] } : {}),
    }));
    const mention = fc.constant({ type: 'mention', attrs: { id: '5b10ac8d82e0', text: '@Jane Doe' } });
    const status = lines.map((some) => ({ type: 'status', attrs: { text: some, color: 'red' } }));
    const inline = fc.oneof(text, text, mention, status, fc.constant({ type: 'hardBreak' }));
    const paragraph = fc.array(inline, { maxLength: 5 }).map((content) => ({ type: 'paragraph', content }));
    const cells = fc
      .array(paragraph, { maxLength: 3 })
      .map((some) => some.map((one) => ({ type: 'tableCell', content: [one] })));
    const row = cells.map((content) => ({ type: 'tableRow', content }));
    const document = fc
      .array(fc.oneof(paragraph, row), { maxLength: 4 })
      .map((content) => ({ version: 1, type: 'doc', content }));
    fc.assert(
      fc.property(document, fc.constantFrom(0, 2), replacements, (doc, indent, replacement) => {
        const rest: unknown = JSON.parse(after(JSON.stringify(doc, undefined, indent), 'adf', replacement));
        expect(textsIn(rest)).not.toContain('');
        expect(frame(rest)).toEqual(frame(doc));
      }),
      { numRuns: 300 },
    );
  });

  it('nobody is found for certain in any form, and cutting again changes nothing', () => {
    const signs = fc.constantFrom(
      ...Array.from('*_`~[]()|{}"<>\\=?%&#;:,-+@'),
      '](',
      '{code}',
      '[~',
      '=?utf-8?Q?',
      '?=',
      '\\n',
      '=\n',
    );
    const texts = fc.array(fc.oneof(words, words, signs), { maxLength: 14 }).map((some) => some.join(''));
    const wrapped = texts.chain((text) => fc.constantFrom(text, JSON.stringify([text, { type: 'text', text }])));
    const forms = fc.constantFrom<TextForm>('plain', 'html', 'adf', 'json', 'markdown', 'wiki', 'file-name');
    fc.assert(
      fc.property(wrapped, forms, replacements, (text, form, replacement) => {
        const rest = after(text, form, replacement);
        expect(found(rest, { who, form }).filter(({ sure }) => sure === 'certain')).toEqual([]);
        expect(after(rest, form, replacement)).toBe(rest);
      }),
      { numRuns: 600 },
    );
  });

  it('JSON has the same shape', () => {
    const values = fc
      .json({ maxDepth: 3 })
      .chain((json) => lines.map((text) => `{"${text}":${json},"n":["${text}",1]}`));
    fc.assert(
      fc.property(values, replacements, (json, replacement) => {
        const before: unknown = JSON.parse(json);
        const rest: unknown = JSON.parse(after(json, 'json', replacement));
        expect(JSON.stringify(rest).replace(/"(?:[^"\\]|\\.)*"|[^[\]{}]/g, '')).toBe(
          JSON.stringify(before).replace(/"(?:[^"\\]|\\.)*"|[^[\]{}]/g, ''),
        );
      }),
      { numRuns: 300 },
    );
  });
});

/** Words that no markup begins or ends in the middle of. */
const safe = fc.constantFrom('Jane', 'Doe', 'Jane Doe', 'Doe Smith', 'by Jane', 'order', 'for');

function tagsOf(html: string): readonly string[] {
  const names = (node: DefaultTreeAdapterTypes.ChildNode): readonly string[] =>
    'tagName' in node
      ? [`${node.tagName} ${node.attrs.map(({ name }) => name).join(' ')}`, ...node.childNodes.flatMap(names)]
      : [];
  return parseFragment(html).childNodes.flatMap(names);
}

function tagNames(html: string): readonly string[] {
  return html.match(/<\/?[a-z\d]+/g) ?? [];
}

function isPartOf(some: readonly string[], all: readonly string[]): boolean {
  let next = 0;
  for (const one of all) if (one === some[next]) next += 1;
  return next === some.length;
}

function textsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  const text = 'text' in value && typeof value.text === 'string' ? [value.text] : [];
  return [...text, ...Object.values(value).flatMap(textsIn)];
}

/** A document without its texts and mentions: what of it is the same after a cut. */
function frame(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((one) => !isWords(one)).map(frame);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, some]) => [key, key === 'text' ? 'words' : frame(some)]));
}

function isWords(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    (value.type === 'text' || value.type === 'mention')
  );
}
