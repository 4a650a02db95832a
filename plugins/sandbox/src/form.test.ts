import { describe, expect, it } from '@jest/globals';
import { identifiersFrom } from '@lethe/core';
import { plainCard } from '../test/plain-desk.ts';
import { cardSearchFor, searchFor } from './form.ts';

const mira = identifiersFrom({
  addresses: ['Mira.Halvorsen@brightwater.test', 'mh@halvorsen.test'],
  phones: ['+44 20 7946 0017'],
  logins: ['mhalvorsen19'],
  externalIds: ['C-10133'],
  names: ['Mira Halvorsen'],
});

describe('A search for a person', () => {
  it.each([
    'mail to mira.halvorsen@brightwater.test',
    'MIRA.HALVORSEN@BRIGHTWATER.TEST',
    'mira.halvorsen+desk@brightwater.test',
    'mira.halvorsen=40brightwater.test',
    'MH@halvorsen.test',
    'mh+list@halvorsen.test',
    'Halvorsen, Mira',
    'M. Halvorsen',
    'ask Mrs Halvorsen',
    'call 020 7946 0017',
    'call +44 (0)20 7946-0017',
    'call 00442079460017 now',
    'login mhalvorsen19',
    'customer C-10133',
  ])('finds "%s"', (text) => {
    expect(searchFor(mira)(text)).toBe(true);
  });

  it.each(['ohmh@halvors.test', 'Mira is here', 'call 020 7946 0018', 'C-10134', 'nobody at all'])(
    'passes over "%s"',
    (text) => {
      expect(searchFor(mira)(text)).toBe(false);
    },
  );

  it('looks for short names as whole words', () => {
    const search = searchFor(identifiersFrom({ names: ['Bo Li'] }));
    expect(['Mr Li called', 'a little cable'].map(search)).toEqual([true, false]);
  });

  it('looks for a house by its number and how its street begins', () => {
    const search = searchFor(identifiersFrom({ postalAddresses: ['12 Oakfield Street, Fernhill'] }));
    expect(['at Oakf. St 12', 'at 12 Elm Street', 'at 14 Oakfield Street'].map(search)).toEqual([true, false, false]);
  });

  it('finds nothing for nobody', () => {
    expect(searchFor(identifiersFrom({}))('anything')).toBe(false);
  });
});

describe('A search for accounts', () => {
  const card = plainCard(1, {
    name: 'Zoë Ångström',
    login: 'zang',
    number: 'C-7',
    addresses: [
      { id: 'a1', text: 'zoe@quill.test' },
      { id: 'a2', text: 'zoe@home.test' },
    ],
    phones: [{ id: 'n1', label: 'work', text: '+46 8 46500401' }],
  });

  it.each([
    ['the secondary address', { addresses: ['ZOE@home.test'] }],
    ['an address with a tag', { addresses: ['zoe+x@quill.test'] }],
    ['a phone in another writing', { phones: ['08-465 004 01'] }],
    ['the login', { logins: ['ZANG'] }],
    ['the customer number', { externalIds: ['c-7'] }],
    ['the name without marks', { names: ['Angstrom Zoe'] }],
    ['the name with another one between', { names: ['Zoë Maria Ångström'] }],
  ])('finds by %s', (_, who) => {
    expect(cardSearchFor(identifiersFrom(who))(card)).toBe(true);
  });

  it.each([
    ['another address', { addresses: ['azoe@quill.test'] }],
    ['half a name', { names: ['Zoë Falk'] }],
    ['an empty number', { externalIds: ['-'] }],
  ])('does not find by %s', (_, who) => {
    expect(cardSearchFor(identifiersFrom(who))(card)).toBe(false);
  });
});
