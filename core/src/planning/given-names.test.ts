import { describe, expect, it } from '@jest/globals';
import { identifiersFrom, plainIdentifiers } from '../identifiers.ts';
import { defaultRules } from '../rules/default-rules.ts';
import { parseRules } from '../rules/parse-rules.ts';
import { withoutReplacements } from './given-names.ts';

describe('what somebody goes by who was anonymized', () => {
  it.each([
    ['the name the rules give', { names: ['Anonymized'] }],
    ['with a sign for a second name', { names: ['Anonymized -'] }],
    [
      'a login and an address the rules give',
      {
        logins: ['anonymized-0123456789'],
        addresses: ['anonymized-0123456789@anonymized.invalid'],
      },
    ],
  ])('is nothing: %s', (_what, given) => {
    const left = plainIdentifiers(withoutReplacements(identifiersFrom(given), defaultRules));

    expect(Object.values(left).flat()).toEqual([]);
  });

  it('is nothing where the name is one for a kind of people', () => {
    const rules = parseRules({ replacement: { nameFor: { candidate: 'Anonymized candidate' } } });
    const who = identifiersFrom({ names: ['Anonymized candidate', 'Anonymized', 'Ada King'] });

    expect(plainIdentifiers(withoutReplacements(who, rules)).names).toEqual(['Ada King']);
  });

  it('is all the rest, the former name and a namesake of the replacement included', () => {
    const who = {
      names: ['Ada King', 'Anonymized Brewing'],
      addresses: ['ada@king.test', 'anonymized@king.test'],
      logins: ['ada', 'anonymized-x'],
      phones: ['+44 20 7946 0958'],
      externalIds: ['Anonymized'],
      postalAddresses: ['1 Ink Street, Fernhill'],
    };

    expect(plainIdentifiers(withoutReplacements(identifiersFrom(who), defaultRules))).toEqual(who);
  });
});
