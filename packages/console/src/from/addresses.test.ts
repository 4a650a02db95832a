import { describe, expect, it } from '@jest/globals';
import { addressesIn, MOST } from './addresses.ts';

const page = (id: number): string => `https://hire.lever.test/candidates/${String(id)}`;
const written = (pages: readonly string[]): string => `#${pages.map(encodeURIComponent).join(',')}`;

describe('addresses behind #', () => {
  it('are read as they were written, each once', () => {
    expect(addressesIn(written([page(1), page(2), page(1)]))).toEqual([page(1), page(2)]);
  });

  it.each(['', '#', '#nothing', '#%E0%A4%A', '#javascript%3Aalert(1)', '#data%3Atext%2Fhtml%2Chi'])(
    'are none in %s',
    (fragment) => {
      expect(addressesIn(fragment)).toEqual([]);
    },
  );

  it('are no more than can be asked about', () => {
    expect(addressesIn(written(Array.from({ length: MOST + 5 }, (_, id) => page(id))))).toHaveLength(MOST);
  });
});
