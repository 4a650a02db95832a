import { describe, expect, it } from '@jest/globals';
import { canonicalJson, finderFor, identifiersFrom, Personal } from '@lethe/core';
import type { ReadyStep, SpotId, StepId, TextContent } from '@lethe/core';
import fc from 'fast-check';
import { richText } from './adf.ts';
import { documentOf } from './form.ts';

const doc = (...content: unknown[]): unknown => ({ version: 1, type: 'doc', content });
const paragraph = (...content: unknown[]): unknown => ({ type: 'paragraph', content });
const text = (words: string, ...marks: unknown[]): unknown => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 ? { marks } : {}),
});
const link = { type: 'link', attrs: { href: 'mailto:ada@quill.test' } };
const mention = { type: 'mention', attrs: { id: '712020:ada', text: '@Ada' } };

const read = (written: unknown): TextContent => richText.parse(written);
const shown = (written: unknown): string => {
  const { form, text: held } = read(written);
  return `${form}:${held.reveal()}`;
};
const writing = (after: TextContent): ReadyStep => ({
  ...{ id: 's' as StepId, spot: 'i1/c2' as SpotId, kind: 'message.body', verb: 'set' },
  after,
});

describe('what counts as blank', () => {
  it.each<readonly [string, unknown]>([
    ['nothing', null],
    ['a field that is not there', undefined],
    ['an empty line', ''],
    ['an empty document', doc()],
    ['an empty paragraph', doc({ type: 'paragraph' })],
    ['white space', doc(paragraph(text(' \n'), { type: 'hardBreak' }), { type: 'rule' })],
    ['an empty list', doc({ type: 'bulletList', content: [{ type: 'listItem', content: [paragraph()] }] })],
    [
      'an empty table',
      doc({ type: 'table', content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [paragraph()] }] }] }),
    ],
  ])('%s', (_what, written) => {
    expect(read(written).form).toBe('plain');
    expect(read(written).text.isBlank).toBe(true);
  });

  it.each<readonly [string, unknown]>([
    ['a mention', doc(paragraph(mention))],
    [
      'a picture',
      doc({ type: 'mediaSingle', content: [{ type: 'media', attrs: { id: '1', type: 'file', alt: 'ada.png' } }] }),
    ],
    ['a card', doc({ type: 'blockCard', attrs: { url: 'https://quill.test/ada' } })],
    ['white space with an address behind it', doc(paragraph(text(' ', link)))],
    ['a title that can be opened', doc({ type: 'expand', attrs: { title: 'From Ada' }, content: [paragraph()] })],
    ['a date', doc(paragraph({ type: 'date', attrs: { timestamp: '1' } }))],
    ['what we do not know', doc({ type: 'extension', attrs: { parameters: { who: 'Ada' } } })],
  ])('not %s', (_what, written) => {
    expect(read(written).form).toBe('adf');
    expect(read(written).text.isBlank).toBe(false);
  });
});

describe('a document', () => {
  it.each<readonly [string, string, unknown]>([
    ['of one line is that line', 'plain:Hello Ada', doc(paragraph(text('Hello Ada')))],
    ['a line of a field is itself', 'plain:Hello Ada', 'Hello Ada'],
    [
      'with a link stays one',
      `adf:${canonicalJson(doc(paragraph(text('Ada', link))))}`,
      doc(paragraph(text('Ada', link))),
    ],
    [
      'of two lines stays one',
      `adf:${canonicalJson(doc(paragraph(text('A')), paragraph(text('B'))))}`,
      doc(paragraph(text('A')), paragraph(text('B'))),
    ],
    [
      'that is a heading stays one',
      `adf:${canonicalJson(doc({ type: 'heading', content: [text('A')] }))}`,
      doc({ type: 'heading', content: [text('A')] }),
    ],
  ])('%s', (_what, expected, written) => {
    expect(shown(written)).toBe(expected);
  });

  it('is the same in whatever order its parts come', () => {
    const other = {
      content: [{ content: [{ text: 'A' }, { type: 'hardBreak' }], type: 'paragraph' }],
      type: 'doc',
      version: 1,
    };
    const one = {
      type: 'doc',
      version: 1,
      content: [{ type: 'paragraph', content: [{ text: 'A' }, { type: 'hardBreak' }] }],
    };
    expect(shown(one)).toBe(shown(other));
  });

  it.each<readonly [string, unknown]>([
    ['a number', 7],
    ['a list', []],
    ['something without a type', { text: 'x' }],
  ])('is not %s', (_what, written) => {
    expect(richText.safeParse(written).success).toBe(false);
  });

  const words = fc.string({ unit: 'grapheme', minLength: 1 });
  const inline = fc.oneof(
    words.map((one) => text(one)),
    words.map((one) => text(one, { type: 'strong' })),
    fc.constant(mention),
    fc.constant({ type: 'hardBreak' }),
  );
  const block = fc.oneof(
    fc.array(inline, { maxLength: 4 }).map((some) => paragraph(...some)),
    fc.constant({ type: 'rule' }),
  );
  const documents = fc.array(block, { maxLength: 4 }).map((some) => doc(...some));

  it('that is written as it was read is the same, unless nothing is to be read in it', () => {
    fc.assert(
      fc.property(documents, (written) => {
        const content = read(written);
        expect(documentOf(writing(content))).toEqual(content.text.isBlank ? doc() : written);
      }),
    );
  });

  it('that is written is valid: no empty text is in it, and it is read back as it was meant', () => {
    fc.assert(
      fc.property(fc.oneof(words, fc.constant(''), fc.constant(' ')), (line) => {
        const content: TextContent = { form: 'plain', text: Personal.of(line) };
        const written = documentOf(writing(content));
        expect(JSON.stringify(written)).not.toContain('"text":""');
        const back = read(written);
        expect(back.text.isBlank ? '' : back.text.reveal()).toBe(content.text.isBlank ? '' : line);
      }),
    );
  });

  it('keeps everything but what was cut out of it', () => {
    const finder = finderFor(identifiersFrom({ names: ['Ada Quellstone'], externalIds: ['712020:ada'] }));
    const before = read(
      doc(paragraph(text('Ask '), mention, text(' or Ada Quellstone', { type: 'em' })), { type: 'rule' }),
    );
    const { text: after } = finder.cut(before.text, 'adf', 'somebody');
    expect(documentOf(writing({ form: 'adf', text: after }))).toEqual(
      doc(paragraph(text('Ask '), text('somebody'), text(' or somebody', { type: 'em' })), { type: 'rule' }),
    );
  });
});
