import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addressMatcher } from './matching/find-addresses.ts';
import { nameMatcher } from './matching/find-names.ts';
import { phoneMatcher } from './matching/find-phones.ts';
import { postalAddressMatcher } from './matching/find-postal-addresses.ts';
import { speltAddressMatcher } from './matching/find-spelt-addresses.ts';
import { tokenMatcher } from './matching/find-tokens.ts';
import type { Entry } from './matching/hit.ts';
import { readingsOf } from './reading/readings.ts';
import { Shelf } from './reading/shelf.ts';
import { searcher } from './search.ts';
import { Sieve } from './sieve.ts';
import type { TextForm } from './text-form.ts';

const entries = (by: Entry['by'], ...texts: readonly string[]): readonly Entry[] =>
  texts.map((text, entry) => ({ text, by, entry }));
const names = entries('names', 'Jane Marie Doe', 'Jürgen Ørsted', '山田太郎', "Siân O'Brien");
const addresses = entries('addresses', 'jane.doe@d.test', 'kx@gmail.com');
const tokens = [...entries('logins', 'jdoe42'), ...entries('externalIds', 'E-10042', '123456')];
const matchers = [
  addressMatcher(addresses),
  speltAddressMatcher(addresses),
  phoneMatcher(entries('phones', '+44 20 7946 0958')),
  tokenMatcher({ tokens, names, addresses }),
  postalAddressMatcher(entries('postalAddresses', '12 Main Street, Springfield')),
  nameMatcher(names),
];
const sieve = new Sieve(matchers.flatMap(({ heads }) => heads));
const search = searcher(matchers);

const isFound = (text: string, form: TextForm): boolean => {
  const { ways, ...rest } = readingsOf(text, form, new Shelf());
  const both = [search(text, { ...rest, ways }), search(text, { ...rest, ways: rest.coded })];
  return both.some(({ certain, ambiguous }) => certain.length + ambiguous.length > 0);
};

const forms = fc.constantFrom<TextForm>('plain', 'html', 'adf', 'json', 'markdown', 'wiki', 'file-name');
const mentions = fc.constantFrom(
  ...[
    'Jane Doe',
    'doe, jane',
    'J. Doe',
    'JaneDoe',
    'jane_doe',
    'Juergen Orsted',
    'Jürgen',
    'Orsted',
    '山田太郎',
    'O’Brien',
  ],
  ...[
    'jane.doe@d.test',
    'JANE@',
    'k.x@googlemail.com',
    'jane dot doe at d dot test',
    '+44 (0)20 7946 0958',
    '020 79460958',
  ],
  ...[
    'jdoe42',
    'E-10042',
    '#123456',
    '12 Main St',
    'J&#97;ne Doe',
    'Ja\u200bne Doe',
    'D\u0308oe',
    'Ｊane Doe',
    'Ja=\nne Doe',
  ],
  ...[
    '=?utf-8?Q?J=61ne_Doe?=',
    'SmFuZSBEb2UsIEphbmUgRG9lLCBKYW5lIERvZQ',
    'J<b>a</b>ne Doe',
    '**J**ane Doe',
    'J{*}a{*}ne Doe',
  ],
  ...[
    '{"type":"doc","content":[{"type":"text","text":"jd"},{"type":"text","text":"oe42"}]}',
    'jd*oe*42',
    String.raw`\nJane Doe`,
    String.raw`\u004aane Doe`,
  ],
  ...['Jane%20Doe', '%4Aane Doe', '+44<i>20</i>79460958', '12<br>Main St', 'jane<wbr>.doe@d.test'],
);
const around = fc.constantFrom(
  '',
  ' ',
  '\n',
  'x',
  '_',
  '-',
  '.',
  '"',
  '>',
  '<p>',
  '*',
  '/',
  '@',
  '😀',
  'é',
  'ü',
  '\u00ad',
  '&nbsp;',
  '7',
);

it('a text that is not read is one in which reading finds nothing', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(around, mentions, around), { maxLength: 1 }),
      fc.string(),
      forms,
      (some, noise, form) => {
        const text = some.flat().join('') + noise;
        if (!sieve.mayName(text, form)) expect(isFound(text, form)).toBe(false);
      },
    ),
    { numRuns: 4000 },
  );
});

it('a text cut anywhere is no exception', () => {
  fc.assert(
    fc.property(mentions, fc.nat(40), forms, (mention, at, form) => {
      const text = `by ${mention.slice(0, at)}\n${mention.slice(at)}`;
      if (!sieve.mayName(text, form)) expect(isFound(text, form)).toBe(false);
    }),
    { numRuns: 2000 },
  );
});

describe('ordinary texts are not read', () => {
  it.each([
    [
      'plain',
      'The order of 2026-11-22 will not open, say accounts. Call 030 901820 & ask for Mary at 10:30 (50 %) 😀.',
    ],
    ['html', '<p class="x">The <b>order</b>&nbsp;will not open.</p><a href="https://x.test/a?b=c">x</a> &amp; more'],
    ['markdown', '# Order\n* will **not** open, see [this](https://x.test/a_b) and `code`'],
    ['adf', '{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"The order is late"}]}]}'],
  ] as const)('%s', (form, text) => {
    expect(sieve.mayName(text, form)).toBe(false);
  });
});
