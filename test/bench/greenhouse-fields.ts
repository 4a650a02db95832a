/**
 * The same candidate of an invented Greenhouse, anonymized in two ways: by one call with 42 fields and no check, as a widely used
 * privacy engine did in 2024, and by Lethe with its default preset. What is left of what reports count, and of the person.
 *
 *   npm run bench:greenhouse-fields -- --json
 */
import { virtualClock } from '@lethe/core/testing';
import { comparedAfter } from '../../plugins/greenhouse/test/erased-and-kept.ts';
import type { Line } from '../../plugins/greenhouse/test/erased-and-kept.ts';

const lines = await comparedAfter(virtualClock);

function tableOf(rows: readonly Line[]): string {
  const cells = [
    ['', 'before', 'all 42 fields', 'Lethe'],
    ...rows.map(({ what, before, engine, lethe }) => [what, before, engine, lethe]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  return cells
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

process.stdout.write(
  process.argv.includes('--json') ? `${JSON.stringify(lines, undefined, 2)}\n` : `${tableOf(lines)}\n`,
);
process.exitCode = lines.every(({ holds }) => holds) ? 0 : 1;
