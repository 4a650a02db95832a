import type { Proof, ProvenRow, Standing } from './standing.ts';

/** The standing for scripts: stable keys, one object. */
export function asJson({ rows, unknown }: Standing): string {
  const proven = rows.filter(isProven).length;
  const tests = (proofs: readonly Proof[]): object[] => proofs.map(({ file, line, title }) => ({ file, line, title }));
  return JSON.stringify(
    {
      total: rows.length,
      proven,
      unproven: rows.length - proven,
      rows: rows.map((row) => ({
        number: row.number,
        says: row.says,
        proven: isProven(row),
        tests: tests(row.proofs),
      })),
      unknown: unknown.map(({ number, file, line, title }) => ({ number, file, line, title })),
    },
    undefined,
    2,
  );
}

/** The standing for people: a line a row, then the sum a family, then what is wrong. */
export function asTable({ rows, unknown }: Standing): string {
  const lines = rows.map((row) => `${isProven(row) ? '✓' : '·'} ${row.number}  ${testsOf(row)}  ${row.says}`);
  const families = [...new Set(rows.map(({ number }) => number.slice(0, 2)))];
  const sums = families.map((family) => sumOf(`${family}-`, rows));
  const wrong = unknown.map(({ number, file, line }) => `! ${number} is no row: ${file}:${String(line)}`);
  return [...lines, '', ...sums, sumOf('', rows), ...wrong].join('\n');
}

function sumOf(family: string, rows: readonly ProvenRow[]): string {
  const some = rows.filter(({ number }) => number.startsWith(family));
  const name = family === '' ? 'all  ' : `${family}..`;
  return `${name} ${String(some.filter(isProven).length)} of ${String(some.length)} rows have a proving test`;
}

function testsOf({ proofs }: ProvenRow): string {
  return (proofs.length === 0 ? '' : `${String(proofs.length)} test${proofs.length === 1 ? '' : 's'}`).padEnd(8);
}

function isProven({ proofs }: ProvenRow): boolean {
  return proofs.length > 0;
}
