import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { identifiersFrom, type PlainIdentifiers } from '../identifiers.ts';
import { Personal } from '../personal.ts';
import { finderFor } from './finder-for.ts';
import type { Finding } from './finder.ts';
import { cut, found, marked } from './marked.suite.ts';

const who: PlainIdentifiers = {
  names: ['Jane Marie Doe', 'Anonymized'],
  addresses: ['jane@d.test', 'jd@gmail.com'],
  phones: ['+44 20 7946 0958', '555 1234'],
  logins: ['jdoe42', 'jane'],
  externalIds: ['E-10042', '123456'],
};

const finder = finderFor(identifiersFrom(who));
const certainIn = (text: string, form: 'plain' | 'html'): readonly Finding[] =>
  finder.find(Personal.of(text), form).filter(({ sure }) => sure === 'certain');
const cutBy = (text: string, form: 'plain' | 'html', replacement: string): string =>
  finder.cut(Personal.of(text), form, replacement).text.reveal();

const known = ['Jane Marie Doe', 'Jane Doe', 'Doe, Jane', 'jane@d.test', 'JANE+x@D.TEST', 'j.d@googlemail.com'];
const more = ['+44 20 7946 0958', '020 7946-0958', '555-1234', 'jdoe42', '@jane', 'E-10042', '123456', 'Anonymized'];
const evident = ['Hi ', 'Ms ', 'Regards,\n', 'From: ', ' wrote:', '@', 'Name: ', 'Robert ', ' Smith', ' Doe', 'Jane '];
const parts = ['Jane', 'Doe', 'Marie', 'jane', 'd.test', '@', '+44', '0958', '12', 'ü', 'ß', 'x', 'Smith', 'J&#97;ne'];
const signs = [' ', '-', '.', '_', '+', ',', ', ', "'", '\n', '\n> ', '=\n', '=', '%20', '=40', '%40', '&#64;', '%2E'];
const tags = [
  '<b>',
  '</b>',
  '<br>',
  '<td>',
  '<p title="',
  '">',
  '<a href=',
  '<',
  '>',
  '<!--',
  '-->',
  '<style>',
  '&nbsp;',
];
const texts = fc
  .array(fc.constantFrom(...known, ...more, ...parts, ...evident, ...signs, ...signs, ...tags), { maxLength: 24 })
  .map((pieces) => pieces.join(''));
const forms = fc.constantFrom<'plain' | 'html'>('plain', 'html');
const replacements = fc.constantFrom('Anonymized', '', 'x', 'Jane Doe', 'Doe', '$&', '<b>', 'A B', '.', '-', '4', 'ad');

describe('a cut', () => {
  it('leaves nothing certain, whatever stands around and whatever comes in its place', () => {
    fc.assert(
      fc.property(texts, forms, replacements, (text, form, replacement) => {
        const after = cutBy(text, form, replacement);
        expect(certainIn(after, form)).toEqual([]);
        expect(cutBy(after, form, replacement)).toBe(after);
      }),
      { numRuns: 1000 },
    );
  });

  it('takes out exactly what was found, and leaves every other character', () => {
    fc.assert(
      fc.property(texts, forms, (text, form) => {
        const { text: after, findings } = finder.cut(Personal.of(text), form, '#');
        const kept = findings.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text);
        expect(after.reveal().replaceAll('#', '')).toBe(kept.replaceAll('#', ''));
        expect(certainIn(text, form)).toEqual(findings);
      }),
      { numRuns: 1000 },
    );
  });

  it('leaves tags as they were', () => {
    const page = fc
      .array(fc.constantFrom(...known, ...parts, ' ', ', ', '<b>', '</b>', '<br>', '<p title="Jane Doe">', '</p>'))
      .map((pieces) => pieces.join(''));
    const tagsOf = (html: string): readonly string[] => html.match(/<\/?[a-z]+/g) ?? [];
    fc.assert(
      fc.property(page, (text) => {
        expect(tagsOf(cutBy(text, 'html', 'A <i> B'))).toEqual(tagsOf(text));
      }),
    );
  });

  it('gives back the text itself where the person is not in it', () => {
    const sober = finderFor(identifiersFrom({ ...who, names: ['Jane Doe'] }));
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), forms, (some, form) => {
        const text = Personal.of(some);
        const result = sober.cut(text, form, '#');
        expect(result.text).toBe(text);
        expect(result.findings).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('uses a sign without letters where the replacement would name the person', () => {
    expect(cut('Anonymized wrote', { who }, 'Anonymized')).toBe('[…] wrote');
    expect(cut('jane Jane Doe doe', { who: { names: ['Jane Doe'] } }, '')).toBe('jane […] doe');
    expect(cut('by User Removed', { who: { names: ['User Removed'] } }, 'User Removed')).toBe('by […]');
  });

  it('keeps dollars and other signs of the replacement as they are', () => {
    expect(cut('Jane Doe and $', { who }, "$& $1 $' \\")).toBe("$& $1 $' \\ and $");
  });

  it('frees what was tied to what is gone', () => {
    expect(marked('jane@d.test-Jane Doe', { who })).toBe('«jane@d.test»-«Jane Doe»');
  });

  it('credits a place to the first kind that names it', () => {
    const both = { addresses: ['jane@d.test'], logins: ['jane@d.test'], names: ['Jane Doe'] };
    const overlapping = { phones: ['+44 20 7946 0958'], externalIds: ['XY 020'] };
    expect(found('XY 020 7946 0958', { who: overlapping })).toEqual([
      { start: 0, end: 16, by: 'phones', entry: 0, sure: 'certain', how: 'national-number' },
    ]);
    expect(found('jane@d.test', { who: both })).toEqual([
      { start: 0, end: 11, by: 'addresses', entry: 0, sure: 'certain', how: 'as-filed' },
    ]);
  });
});

describe('what mentions the person', () => {
  const text = (some: string): Personal => Personal.of(some);

  it.each([
    ['plain text', true, { form: 'plain', text: text('by Jane Doe') }],
    ['HTML', true, { form: 'html', text: text('by <b>Ja</b>ne Doe') }],
    [
      'an Atlassian document',
      true,
      { form: 'adf', text: text('{"content":[{"type":"text","text":"by Jane\\u0020Doe"}]}') },
    ],
    ['a list with one entry', true, { form: 'list', items: [text('x@d.test'), text('<jane@d.test>')] }],
    ['a file by its name', true, { form: 'file', name: text('Jane_Doe-cv.pdf') }],
    ['a file by a login before its type', true, { form: 'file', name: text('jdoe42.pdf') }],
    ['a file by its description', true, { form: 'file', name: text('a.pdf'), description: text('by Jane Doe') }],
    ['not a text without', false, { form: 'plain', text: text('by Robert Doe <b>') }],
    ['not what only may be the person', false, { form: 'plain', text: text('by Jane Doe-Smith') }],
    ['not an empty list', false, { form: 'list', items: [] }],
    ['not another file', false, { form: 'file', name: text('.pdf') }],
    ['not an access', false, { form: 'access', open: true }],
    ['not what the host hides', false, { form: 'hidden' }],
  ] as const)('%s', (_, expected, content) => {
    expect(finder.mentions(content)).toBe(expected);
  });
});

describe('an entry of a recipients list', () => {
  it.each([
    'Jane Doe <jane@d.test>',
    'jane@d.test',
    'JANE@D.TEST',
    '<jane@d.test>',
    'mailto:jane@d.test',
    'jane+x@d.test',
    'Somebody Else <jane@d.test>',
    '"Doe, Jane" <jane@d.test>',
    'Jane Doe',
    '"Doe, Jane"',
    'DOE JANE',
    'jane doe <>',
    'jdoe42',
    'Jane Doe jane@d.test',
    '+44 20 7946 0958',
  ])('is the person’s: %s', (entry) => {
    expect(finder.isTheirs(Personal.of(entry))).toBe(true);
  });

  it.each([
    'Jane Doe-Smith <other@d.test>',
    'Jane Doe <other@d.test>',
    'Jane Doe <jane.doe@other.test>',
    'Jane Doe-Smith',
    'Mary Jane Doe',
    'jane@d.test.example',
    'xjane@d.test',
    'jane@d.test, bob@d.test',
    'jane.doe@other.test',
    'Ask Jane Doe',
    '',
    '<>',
  ])('is not: %s', (entry) => {
    expect(finder.isTheirs(Personal.of(entry))).toBe(false);
  });
});

describe('time grows no faster than the text', () => {
  const repeated = [
    'a@',
    '<<<<',
    '+1 ',
    '&#',
    'jane ',
    'jane-doe-',
    'jane@d.test-',
    '<a href="',
    '<a b=\'c="',
    '<b x=">" ',
  ];
  const others = [
    '<!--',
    '<style>',
    '=C3%',
    '=\n',
    '\u0301',
    'ü',
    '(((',
    'jane.doe@',
    'Jane\n> ',
    'jane@d.test-Jane Doe-',
  ];

  it.each([...repeated, ...others])('for many %j', (piece) => {
    for (const form of ['plain', 'html'] as const) {
      for (const end of ['', '>']) {
        const text = Personal.of(piece.repeat(100_000 / piece.length) + end);
        const before = process.cpuUsage().user;
        finder.cut(text, form, '');
        expect(process.cpuUsage().user - before).toBeLessThan(3_000_000);
      }
    }
  });
});
