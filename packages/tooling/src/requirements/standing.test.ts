import { describe, expect, it } from '@jest/globals';
import { asJson, asTable } from './printed.ts';
import { requirementsIn } from './rows.ts';
import { standingOf } from './standing.ts';

const markdown = `
| row | says |
|---|---|
| AB-01 | The list is emptied. |
| AB-02 | The file is kept. |
| CD-10 | Nothing is written. |
`;
const requirements = requirementsIn(markdown);

function standingWith(text: string): ReturnType<typeof standingOf> {
  return standingOf(requirements, [{ path: 'core/src/x.test.ts', text }]);
}

describe('requirements', () => {
  it('are the numbered rows of the table and nothing else', () => {
    expect(requirements).toEqual([
      { number: 'AB-01', says: 'The list is emptied.' },
      { number: 'AB-02', says: 'The file is kept.' },
      { number: 'CD-10', says: 'Nothing is written.' },
    ]);
  });

  it('may not carry one number twice', () => {
    expect(() => requirementsIn('| AB-01 | One. |\n| AB-01 | Two. |')).toThrow('AB-01 stands twice');
  });
});

describe('a requirement', () => {
  it('is proven by a test with its number, and only by that', () => {
    const { rows } = standingWith("it('AB-01 empties the list', f); it('keeps the file, as AB-2 says', f);");
    expect(rows.map(({ number, proofs }) => [number, proofs.length])).toEqual([
      ['AB-01', 1],
      ['AB-02', 0],
      ['CD-10', 0],
    ]);
  });

  it('is proven by the title of the block around a test', () => {
    expect(standingWith("describe('CD-10', () => { it('writes nothing', f); });").rows[2]?.proofs).toEqual([
      { number: 'CD-10', file: 'core/src/x.test.ts', line: 1, title: 'CD-10 writes nothing' },
    ]);
  });

  it('may share its test with others', () => {
    const { rows } = standingWith("it('AB-01 AB-02 AB-01 empties and keeps', f);");
    expect(rows.map(({ proofs }) => proofs.length)).toEqual([1, 1, 0]);
  });
});

describe('a test', () => {
  it.each(['AB-03', 'CD-1', 'AB-011'])('with the number %s of no row is noticed', (number) => {
    const { unknown } = standingWith(`it('${number} empties the list', f);`);
    expect(unknown.map((proof) => proof.number)).toEqual([number]);
  });

  it('may name a standard that looks like a number', () => {
    expect(standingWith("it('reads an ISO-8859 text in UTF-8', f); it('keeps EX-12', f);").unknown).toEqual([]);
  });
});

describe('what is printed', () => {
  const standing = standingWith("it('AB-01 empties the list', f);\nit('AB-09 is odd', f);");

  it('counts rows and names unknown numbers for people', () => {
    expect(asTable(standing).split('\n')).toEqual([
      '✓ AB-01  1 test    The list is emptied.',
      '· AB-02            The file is kept.',
      '· CD-10            Nothing is written.',
      '',
      'AB-.. 1 of 2 rows have a proving test',
      'CD-.. 0 of 1 rows have a proving test',
      'all   1 of 3 rows have a proving test',
      '! AB-09 is no row: core/src/x.test.ts:2',
    ]);
  });

  it('holds the same for scripts', () => {
    expect(JSON.parse(asJson(standing))).toMatchObject({
      total: 3,
      proven: 1,
      unproven: 2,
      rows: [
        {
          number: 'AB-01',
          proven: true,
          tests: [{ file: 'core/src/x.test.ts', line: 1, title: 'AB-01 empties the list' }],
        },
        { number: 'AB-02', proven: false, tests: [] },
        { number: 'CD-10', proven: false, tests: [] },
      ],
      unknown: [{ number: 'AB-09', file: 'core/src/x.test.ts', line: 2, title: 'AB-09 is odd' }],
    });
  });
});
