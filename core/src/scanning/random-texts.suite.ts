import fc from 'fast-check';
import type { TextForm } from '../finding/text-form.ts';
import { identifierKinds, identifiersFrom, type PlainIdentifiers } from '../identifiers.ts';
import type { Sought } from './scanner.ts';

const plain: readonly PlainIdentifiers[] = [
  {
    names: ['Jane Marie Doe', 'Günter Weiß'],
    addresses: ['jane@d.test', 'j.d@gmail.com', 'support+17@d.test'],
    phones: ['+44 20 7946 0958', '555 12'],
    logins: ['jdoe42', '_jd_'],
    externalIds: ['E-10042', '123456', '4213'],
    postalAddresses: ['12 Main Street, Springfield'],
  },
  { names: ['山田 太郎', "Seán O'Brien", 'William Turner'], phones: ['020 7946 0958'], logins: ['x.jane', 'ann'] },
  {
    names: ['Jane Doe', 'Doe Smith', 'Juergen Mueller', 'Иван Петров', '김 민수'],
    addresses: ['jane@d.test', 'o.b@e.d.test'],
    postalAddresses: ['Müllerstraße 7, 10115 Berlin'],
  },
  {
    names: ['Maximiliana Featherstonehaugh', 'Ann Lee', 'Ann Lee Smith', 'Will Page', 'John McDonald'],
    addresses: ['ann.lee@mail.test', "o'brien@d.test"],
    externalIds: ['ab-12-cd'],
  },
  {
    names: ['Jessica Hussain', 'Ludwig van der Berg', 'Anne-Marie Ångström', 'Madonna', '김민수'],
    phones: ['030 1234567', '+49 151 23456789'],
  },
];

/** Each identifier also as all that is known of somebody: nothing else leads to that one. */
const single = plain.flatMap((one) =>
  identifierKinds.flatMap((kind) => (one[kind] ?? []).map((text): PlainIdentifiers => ({ [kind]: [text] }))),
);

function asPeople(some: readonly PlainIdentifiers[]): readonly Sought<string>[] {
  return some.map((one, id) => ({ id: `p${String(id)}`, identifiers: identifiersFrom(one) }));
}

/** People whose identifiers meet in many ways. */
export const people = asPeople([...plain, ...single]);
/** The same and somebody who has an address with accents, who is looked for in every text. */
export const peopleWithOneEverywhere = asPeople([...plain, ...single, { addresses: ['josé@d.test'] }]);

const names = [
  ...[
    'Jane',
    'Marie',
    'Doe',
    'JANE',
    'doe',
    'Smith',
    'Ann',
    'Lee',
    'Günter',
    'Guenter',
    'Weiß',
    'WEISS',
    'M',
    'J',
    'D',
    'ann',
    'lee',
  ],
  ...[
    'Bill',
    'Turner',
    'Müller',
    'Mueller',
    'Jürgen',
    'Jurgen',
    'Иван',
    'Петров',
    '山田',
    '太郎',
    '山',
    'O',
    'Brien',
    'Seán',
    'ß',
    'ü',
  ],
  ...[
    'Will',
    'Page',
    'McDonald',
    'John',
    'Mc',
    'Jessica',
    'Hussain',
    'Jeßica',
    'Ludwig',
    'van',
    'der',
    'Berg',
    'Anne',
    'Ångström',
    'Madonna',
  ],
  ...[
    '김',
    '민수',
    '김민수',
    '는',
    'Aangstroem',
    'Obrien',
    'Maximiliana',
    'Featherstonehaugh',
    'Featherstonehauge',
    'JosÃ©',
    'Günters',
  ],
];
const whole = [
  ...[
    'Jane Doe',
    'Doe, Jane',
    'DOE Jane',
    'J. Doe',
    'JaneDoe',
    'Jane M. Doe',
    'JaneM. Doe',
    'Doe Jr., Jane',
    'Jane Doe Jr.',
    'Ann Lee',
  ],
  ...[
    'Hi Jane,',
    'Regards,\nJane\n+44 30 123456 7',
    '山田太郎様',
    'Siân O’Brien',
    'Jürgen Müller',
    'will page',
    'JohnMcDonald',
    'CN=JDOE',
    'cn=jane',
  ],
  ...[
    '12 Main St.',
    'Main Street 12',
    'Müllerstr. 7',
    'Muellerstrasse 7',
    'Jane Doe는',
    '김민수는',
    'Anne Marie Angstrom',
    'van der Berg, Ludwig',
  ],
];
const tokens = [
  ...[
    'jane@d.test',
    'jane+x@D.test',
    'j.d@googlemail.com',
    'jd@gmail.com',
    'jdoe42',
    '_jd_',
    'x.jane',
    'E-10042',
    'e-10042',
    '123456',
    '4213',
  ],
  ...[
    'ab-12-cd',
    'ann.lee',
    '"ann"."lee"@mail.test',
    'ann dot lee at mail dot test',
    'ann. lee @mail.test',
    'jane (at) d [dot] test',
  ],
  ...[
    "o'brien@d.test",
    'obrien@d.test',
    'josé@d.test',
    'support+17@d.test',
    'support@d.test',
    'xjane@d.test',
    'jane@d.test.x',
    'jane＠d.test',
  ],
];
const digits = [
  '020',
  '7946',
  '0958',
  '+44',
  '0044',
  '(0)',
  '555',
  '12',
  '79460958',
  '9',
  '0',
  '1234567',
  '+49',
  '0151',
  '23456789',
  'x12',
  '１２',
];
const signs = [
  ...[
    ' ',
    ' ',
    ' ',
    ' ',
    '-',
    '.',
    '_',
    '+',
    ',',
    ', ',
    "'",
    '’',
    '\n',
    '\n> ',
    '@',
    '/',
    'x',
    '\u00a0',
    ':',
    '"',
    '(',
    ')',
    '#',
    '@',
  ],
  ...['user ', 'Jr.', 'II', '=', ';', '>', '<', 's', '.', ' at ', 'dot', ' Mr ', 'Dear '],
];
const hidden = [
  '\u0301',
  '\u00ad',
  '\u200b',
  '\ufe0f',
  '👍',
  '👍\ufe0f',
  '𝐉',
  '𠮷',
  '\ud800',
  'ﬁ',
  '\u2029',
  'þ',
  'œ',
  'Ｊ',
  'ʼ',
];
const escapes = [
  ...['&amp;', '&#74;', '&nbsp;', '%20', '=4A', '=\n', '\\u004a', '\\n', '=?', '&', '%', '=', '\\', '%4Aane'],
  ...['=?utf-8?Q?J=61ne_Doe?=', 'SmFuZSBEb2UsIEphbmUgRG9lLCBKYW5lIERvZQ', 'J=61ne'],
];
const markup = [
  ...[
    '<b>',
    '</b>',
    '<br>',
    '<p>',
    '</td><td>',
    '<a title="',
    '">',
    '<i class="x">',
    '<!--',
    '-->',
    '<style>',
    '<b',
    '**',
    '*',
    '_',
    '{*}',
  ],
  ...[
    '[',
    '](',
    '~',
    '|',
    '`',
    '{color:red}',
    '<jane@d.test>',
    '{"type":"text","text":"',
    '"}',
    '","',
    '":"',
    '{',
    '}',
    '[]',
  ],
];

const all = [...names, ...names, ...whole, ...tokens, ...digits, ...signs, ...signs];
const pools = [
  all,
  [...all, ...hidden, ...escapes],
  [...names, ...signs, ...markup, ...markup, ...whole, ...escapes],
  [...digits, ...digits, ...signs, ...tokens],
  [...names, ...signs],
  [...tokens, ...signs, ...escapes, ...markup],
];

/** Texts in which what names them is put together, cut apart and hidden; most are short, as who is named twice is missed by none. */
export const texts: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...pools), fc.constantFrom(2, 3, 4, 5, 14))
  .chain(([pool, maxLength]) =>
    fc.array(
      fc.oneof(
        { weight: 20, arbitrary: fc.constantFrom(...pool) },
        { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
      ),
      { maxLength },
    ),
  )
  .map((pieces) => pieces.join(''));

/** Every form a text may have; the plain one and HTML more often. */
export const forms: fc.Arbitrary<TextForm> = fc.constantFrom(
  'plain',
  'plain',
  'plain',
  'html',
  'html',
  'adf',
  'json',
  'markdown',
  'wiki',
  'file-name',
);
