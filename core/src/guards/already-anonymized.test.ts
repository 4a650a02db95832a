import { describe, expect, it } from '@jest/globals';
import { Personal } from '../personal.ts';
import { endUser, harmlessFacts } from '../testing/guard-facts.ts';
import { alreadyAnonymized } from './already-anonymized.ts';

describe('alreadyAnonymized', () => {
  it('finds a closed account that bears the replacement name, and lets the reviewer look again', () => {
    const person = endUser({ name: Personal.of('Anonymized candidate'), active: false });

    expect(alreadyAnonymized(harmlessFacts({ person, replacementName: 'Anonymized candidate' }))).toEqual([
      {
        code: 'already-anonymized',
        says: 'This account was anonymized before.',
        remedy: 'Acknowledge this to look for what is left, for instance by stricter rules.',
        acknowledgeable: true,
      },
    ]);
  });

  it.each([
    ['is still open', { name: Personal.of('Anonymized'), active: true }],
    ['bears another name', { name: Personal.of('Anonymized Ltd'), active: false }],
    ['is only closed', { active: false }],
  ])('leaves an account alone that %s', (_what, changes) => {
    expect(alreadyAnonymized(harmlessFacts({ person: endUser(changes) }))).toEqual([]);
  });
});
