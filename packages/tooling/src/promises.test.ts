import { describe, expect, it } from '@jest/globals';
import { promisesIn, unheldPromises } from './promises.ts';

const files = [{ path: 'test/a.test.ts', text: "describe('the list', () => { it('keeps `a | b`', f); });" }];

function unheldIn(...rows: readonly string[]): readonly string[] {
  return unheldPromises(
    promisesIn(['| promise | test file | test name |', '| --- | --- | --- |', ...rows].join('\n')),
    files,
  );
}

describe('the table of promises', () => {
  it.each([
    ['a test by its own title', '| Keeps. | test/a.test.ts | keeps `a \\| b` |'],
    ['a test by its full title', '| Keeps. | `test/a.test.ts` | the list keeps `a \\| b` |'],
    ['no test yet', '| Keeps. | not yet |  |'],
  ])('may name %s', (_, row) => {
    expect(unheldIn(row)).toEqual([]);
  });

  it('may not name a file without tests', () => {
    expect(unheldIn('| Keeps. | test/b.test.ts | keeps |')).toEqual([
      '"Keeps." names test/b.test.ts, which is no file with tests.',
    ]);
  });

  it('may not name a test that is gone', () => {
    expect(unheldIn('| Keeps. | test/a.test.ts | keeps |')).toEqual([
      '"Keeps." names "keeps", which is no test in test/a.test.ts.',
    ]);
  });

  it.each([
    '| Keeps. | test/a.test.ts |',
    '| Keeps. |  | keeps |',
    '| Keeps. | test/a.test.ts |  |',
    '|  | not yet |  |',
  ])('may not have the row %s', (row) => {
    expect(() => unheldIn(row)).toThrow('needs three cells');
  });
});
