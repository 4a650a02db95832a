import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cell, csv } from './csv.ts';

describe('tables', () => {
  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    ' =1',
    '\u0000=1',
    '＝1',
    '＋1',
    '－1',
    '＠A',
    '|calc',
    '%0A=1',
  ])('S7 makes no formula of %j', (text) => {
    expect(cell(text)).toMatch(/^"'/);
  });

  it('S7 no cell begins as a formula, and what is quoted reads back as one cell', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (text) => {
        const written = cell(text);
        const inner = written.slice(1, -1);
        expect(inner.replaceAll('""', '').includes('"')).toBe(false);
        expect(inner.trimStart()).not.toMatch(/^[=+\-@＝＋－＠]/u);
      }),
    );
  });

  it('leaves plain words and numbers as they are', () => {
    expect(
      csv([
        ['kind', 'it "is"'],
        ['message.body', 3],
      ]),
    ).toBe('"kind","it ""is"""\r\n"message.body",3\r\n');
  });
});
