import { describe, expect, it } from '@jest/globals';
import { identifiersFrom } from '../identifiers.ts';
import { Personal } from '../personal.ts';
import { cautiousFinder } from './cautious.ts';
import { finderFor } from './finder-for.ts';

const who = identifiersFrom({ names: ['Jane Doe'], addresses: ['jane.doe@mail.test'] });
const plainFinder = finderFor(who);
const finder = cautiousFinder(plainFinder);

function cut(text: string): string {
  return finder.cut(Personal.of(text), 'plain', 'Anonymized').text.reveal();
}

function sureOf(text: string): readonly string[] {
  return finder.find(Personal.of(text), 'plain').map(({ sure, doubt }) => [sure, doubt].join(' ').trim());
}

describe('a cautious finder', () => {
  it.each(['Dear Jane, it is here.', 'It is here.\nRegards,\nJane', 'Ask Ms Doe.', 'To: Jane', '@Jane look here'])(
    'leaves a part of a name that stands for any namesake to the reviewer: %s',
    (text) => {
      expect(plainFinder.mentions({ form: 'plain', text: Personal.of(text) })).toBe(true);
      expect(finder.mentions({ form: 'plain', text: Personal.of(text) })).toBe(false);
      expect(sureOf(text)).toEqual(['ambiguous name-alone']);
      expect(cut(text)).toBe(text);
    },
  );

  it.each([
    ['Dear Jane, we wrote to jane.doe@mail.test.', 'Dear Anonymized, we wrote to Anonymized.'],
    ['Dear Jane, is it Jane Doe?', 'Dear Anonymized, is it Anonymized?'],
  ])('takes the part where the text says whose it is: %s', (text, expected) => {
    expect(cut(text)).toBe(expected);
    expect(finder.mentions({ form: 'plain', text: Personal.of(text) })).toBe(true);
  });

  it('judges entries and names of files as the finder does', () => {
    expect(finder.isTheirs(Personal.of('Jane Doe'))).toBe(true);
    expect(finder.mentions({ form: 'list', items: [Personal.of('jane.doe@mail.test')] })).toBe(true);
    expect(finder.mentions({ form: 'hidden' })).toBe(false);
  });
});
