import { describe, expect, it } from '@jest/globals';
import { identifiersFrom, weakIdentifiers } from '@lethe/core';
import { refusedText } from './refused-text.ts';

describe('what is not looked for', () => {
  it('is named by kind and place, with the reason and without the identifier', () => {
    const who = identifiersFrom({ addresses: ['jane@d.test', 'info@d.test'], names: ['Support Team'] });
    const text = refusedText(weakIdentifiers(who));

    expect(text.split('\n').slice(1)).toEqual([
      '  - e-mail address no. 2: It is a shared mailbox, not one person.',
      '  - name no. 1: It is made of words in general use.',
    ]);
    expect(text).not.toMatch(/info|Support/);
  });

  it('says nothing where all is looked for', () => {
    expect(refusedText([])).toBe('');
  });
});
