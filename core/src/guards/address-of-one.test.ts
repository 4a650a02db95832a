import { describe, expect, it } from '@jest/globals';
import { harmlessFacts } from '../testing/guard-facts.ts';
import { addressOfOne } from './address-of-one.ts';

describe('addressOfOne', () => {
  it('has nothing against somebody whose addresses are theirs alone', () => {
    expect(addressOfOne(harmlessFacts())).toEqual([]);
  });

  it('S11 asks first where another account goes by one of them: mail from it is of either', () => {
    expect(addressOfOne(harmlessFacts({ sharesAddress: true }))).toEqual([
      {
        code: 'address-shared',
        says: 'Another account goes by an address of this person: all mail from it would count as theirs and be blanked.',
        remedy: 'If they are two people, take the address out of one account first; if they are one, acknowledge this.',
        acknowledgeable: true,
      },
    ]);
  });
});
