import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { requirementsIn } from '../src/requirements/rows.ts';
import { standingOf } from '../src/requirements/standing.ts';
import { testFiles } from '../src/test-files.ts';

const repository = join(import.meta.dirname, '../../..');
const requirements = requirementsIn(readFileSync(join(repository, 'docs/requirements.md'), 'utf8'));

it('every family of requirements is numbered without a hole', () => {
  const families = { HD: 18, PI: 21, LV: 13, PN: 11, LR: 27 };
  const expected = Object.entries(families).flatMap(([family, count]) =>
    Array.from({ length: count }, (_, index) => `${family}-${String(index + 1).padStart(2, '0')}`),
  );
  expect(requirements.map(({ number }) => number)).toEqual(expected);
});

it('no test of this repository carries a number that is no requirement', () => {
  expect(standingOf(requirements, testFiles(repository)).unknown).toEqual([]);
});
