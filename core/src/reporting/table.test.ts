import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { markdownTable, shown } from './table.ts';

describe('markdownTable', () => {
  it('aligns its columns for whoever reads it unrendered', () => {
    expect(
      markdownTable(
        ['what', 'n'],
        [
          ['name', 1],
          ['texts of messages', 12],
        ],
      ),
    ).toBe(
      [
        '| what              | n   |',
        '| ----------------- | --- |',
        '| name              | 1   |',
        '| texts of messages | 12  |',
      ].join('\n'),
    );
  });

  it('is nothing where there are no rows', () => {
    expect(markdownTable(['what', 'n'], [])).toBe('');
  });

  it('has one line a row, whatever is in the cells', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.string()), { minLength: 1 }), (rows) => {
        const lines = markdownTable(['a', 'b'], rows).split(/\r\n|[\n\r\u2028\u2029]/);
        expect(lines).toHaveLength(rows.length + 2);
        for (const line of lines) expect(line.replace(/\\./g, '').split('|')).toHaveLength(4);
      }),
    );
  });
});

describe('shown', () => {
  it.each([
    ['issue 42, note 3', 'issue 42, note 3'],
    [17, '17'],
    ['two\nlines\t\tand a tab', 'two lines and a tab'],
    ['a|b', 'a\\|b'],
    ['<img src=x>', '\\<img src=x\\>'],
    ['[click](https://x.test)', '\\[click\\](https://x.test)'],
    ['*loud* and `code`', '\\*loud\\* and \\`code\\`'],
    ['_quiet_ but app/models/journal_detail.rb', '\\_quiet\\_ but app/models/journal_detail.rb'],
    ['# 42', '\\# 42'],
    ['- item', '\\- item'],
    ['https://x.test/#part-2', 'https://x.test/#part-2'],
    ['back\\slash ~~gone~~', 'back\\\\slash \\~\\~gone\\~\\~'],
  ])('shows %j and does not obey it', (text, markdown) => {
    expect(shown(text)).toBe(markdown);
  });
});
