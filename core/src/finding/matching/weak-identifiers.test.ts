import { describe, expect, it } from '@jest/globals';
import { identifiersFrom } from '../../identifiers.ts';
import { Personal } from '../../personal.ts';
import { marked } from '../marked.suite.ts';
import { weakIdentifiers } from './weak-identifiers.ts';

describe('identifiers that say too little are refused with a reason, and never match', () => {
  it.each([
    ['addresses', 'info@acme.test', 'It is a shared mailbox, not one person.'],
    ['addresses', 'No-Reply@acme.test', 'It is a shared mailbox, not one person.'],
    ['logins', 'support@acme.test', 'It is a shared mailbox, not one person.'],
    ['addresses', 'acme.test', 'It is no complete address.'],
    ['addresses', '@acme.test', 'It is no complete address.'],
    ['phones', '1234', 'It has fewer than five digits.'],
    ['phones', '00000000', 'It is one digit repeated.'],
    ['phones', '123456789012345678', 'It has more digits than a phone number.'],
    ['logins', 'j', 'It has fewer than three characters.'],
    ['logins', 'jd', 'It has fewer than three characters.'],
    ['logins', 'admin', 'It is a word in general use.'],
    ['logins', '???', 'It has neither letters nor digits.'],
    ['externalIds', '0', 'It is a number of one digit.'],
    ['externalIds', '00', 'It is one digit repeated.'],
    ['externalIds', '000000', 'It is one digit repeated.'],
    ['externalIds', 'null', 'It is a word in general use.'],
    ['postalAddresses', 'Fernhill', 'It names no single house.'],
    ['postalAddresses', 'Oak Street, Fernhill', 'It names no single house.'],
    ['postalAddresses', 'Flat 3', 'It names no single house.'],
    ['names', 'Support Team', 'It is made of words in general use.'],
    ['names', 'J', 'It has only single letters.'],
    ['names', 'J. D.', 'It has only single letters.'],
    ['names', '???', 'It has no letters.'],
    ['names', '12345', 'It has no letters.'],
  ] as const)('%s: %s', (kind, text, reason) => {
    const who = { [kind]: [text] };
    expect(weakIdentifiers(identifiersFrom(who))).toEqual([{ kind, entry: 0, reason }]);
    expect(marked(`so ${text} and @${text} said`, { who })).toBe(`so ${text} and @${text} said`);
  });

  it('counts entries in the list of their kind, and says nothing of the others', () => {
    const who = identifiersFrom({ names: ['Jane Doe', 'Support'], addresses: ['jane@d.test', 'hr@d.test'] });
    expect(weakIdentifiers(who).map(({ kind, entry }) => [kind, entry])).toEqual([
      ['addresses', 1],
      ['names', 1],
    ]);
  });

  it('refuses what is blank', () => {
    const none = { addresses: [], phones: [], logins: [], externalIds: [], postalAddresses: [] };
    expect(weakIdentifiers({ ...none, names: [Personal.of('  ')] })).toEqual([
      { kind: 'names', entry: 0, reason: 'It is empty.' },
    ]);
  });

  it('lets pass what is somebody’s', () => {
    const who = {
      names: ['Bo', '李明', 'J. Doe'],
      logins: ['jdoe'],
      phones: ['12345'],
      externalIds: ['10042', 'A42', '42', '4213', '2222'],
    };
    expect(weakIdentifiers(identifiersFrom(who))).toEqual([]);
  });
});
