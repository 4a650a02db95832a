import { describe, expect, it } from '@jest/globals';
import type { Finder, Finding } from '../finding/finder.ts';
import type { Content } from '../host.ts';
import { access, adaFinder, file, hidden, html, list, plain } from '../testing/spots.ts';
import { countMentions, mentionsIn } from './mentions.ts';

const initial: Finding = {
  start: 0,
  end: 3,
  by: 'names',
  entry: 0,
  sure: 'certain',
  how: 'initial',
  evidence: 'greeting',
};
const lone: Finding = {
  start: 5,
  end: 8,
  by: 'names',
  entry: 1,
  sure: 'ambiguous',
  how: 'part-of-name',
  doubt: 'short',
};

function finds(...findings: readonly Finding[]): Finder {
  return {
    cut: adaFinder.cut.bind(adaFinder),
    isTheirs: () => false,
    mentions: () => false,
    find: () => findings,
  };
}

describe('what is told of mentions', () => {
  it.each([
    ['plain text', plain('Ada')],
    ['HTML', html('Ada')],
  ])('in %s: which identifier, which writing, and why', (_form, content) => {
    expect(mentionsIn(content, finds(initial, lone), 'all')).toEqual([
      { by: 'names', how: 'initial', evidence: 'greeting' },
      { by: 'names', how: 'part-of-name', doubt: 'short' },
    ]);
  });

  it('is only what is uncertain, where that is asked for', () => {
    expect(mentionsIn(plain('Ada'), finds(initial, lone), 'ambiguous')).toEqual([
      { by: 'names', how: 'part-of-name', doubt: 'short' },
    ]);
    expect(mentionsIn(plain('Ada'), finds(initial), 'ambiguous')).toEqual([]);
  });

  it.each<readonly [string, Content]>([
    ['a list', list('Ada')],
    ['a file', file('Ada')],
    ['an access', access(true)],
    ['the hidden', hidden],
  ])('is nothing about %s', (_what, content) => {
    expect(mentionsIn(content, finds(initial, lone), 'all')).toEqual([]);
  });
});

describe('counting mentions', () => {
  it('counts each sort once, in the same order whatever the order of the texts', () => {
    const [one, other] = mentionsIn(plain('Ada'), finds(initial, lone), 'all');
    const several = [one, other, one].flatMap((mention) => mention ?? []);
    const counted = countMentions(several);

    expect(counted).toEqual([
      { by: 'names', how: 'part-of-name', doubt: 'short', count: 1 },
      { by: 'names', how: 'initial', evidence: 'greeting', count: 2 },
    ]);
    expect(countMentions([...several].reverse())).toEqual(counted);
  });
});
