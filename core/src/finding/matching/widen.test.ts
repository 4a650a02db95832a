import { describe, expect, it } from '@jest/globals';
import { found, marked, unmarked } from '../marked.suite.ts';

const who = { names: ['Mara Quill'] };

describe('around a name', () => {
  it.each([
    ['the code of a page goes with it', 'https://x.test/in/«mara-quill-1a2b3c»/about?x=1'],
    ['a word behind it stays', 'https://x.test/in/«mara-quill»-about'],
    ['a code stays where no path is', 'cv «mara-quill»-2026'],
  ])('%s', (_, row) => {
    expect(marked(unmarked(row), { who })).toBe(row);
  });

  it('says so', () => {
    const hows = found('/in/mara-quill-1a2b3c mara-quill', { who }).map(({ how }) => how);
    expect(hows).toEqual(['address-around', 'as-filed']);
  });
});
