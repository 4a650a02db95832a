import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { promisesIn, testFiles, unheldPromises } from '@lethe/tooling';

const repository = join(import.meta.dirname, '../..');
const promises = promisesIn(readFileSync(join(repository, 'docs/promises.md'), 'utf8'));

describe('docs/promises.md', () => {
  it('names a test that exists with every promise', () => {
    expect(unheldPromises(promises, testFiles(repository))).toEqual([]);
  });

  it.each(['S1', 'S2', 'S3', 'S4', 'L1', 'L2', 'L3', 'L4', 'L5', 'L6', 'L7', 'L8', 'L9', 'L10', 'L11'])(
    'holds %s',
    (sentence) => {
      expect(promises.map(({ promise }) => promise)).toContainEqual(expect.stringMatching(`^${sentence} \\S`));
    },
  );
});
