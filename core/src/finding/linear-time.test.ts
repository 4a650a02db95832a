import { afterEach, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { identifiersFrom } from '../identifiers.ts';
import { Personal } from '../personal.ts';
import { finderFor } from './finder-for.ts';
import { Glyphs } from './reading/glyphs.ts';
import type { TextForm } from './text-form.ts';

const finder = finderFor(
  identifiersFrom({
    names: ['Jane Marie Doe'],
    addresses: ['jane@d.test', 'jd@gmail.com'],
    phones: ['+44 20 7946 0958'],
    logins: ['jdoe42'],
    externalIds: ['123456'],
    postalAddresses: ['12 Main Street, Springfield'],
  }),
);
const forms: readonly TextForm[] = ['plain', 'html', 'adf', 'json', 'markdown', 'wiki', 'file-name'];
const shared = [
  'jane ',
  'Jane Doe',
  'jane@d.test-',
  'jane@',
  '+44 20 ',
  '1 ',
  '12 Main ',
  'Doe, ',
  'J. ',
  'jdoe42-',
  '@jane',
  '\n> ',
  'Dear Jane\n',
  '\n\n',
  'On x, Jane wrote:\n',
];
const escapes = [
  '&#',
  '&#106;',
  '=\n',
  '=C3%',
  '%4A',
  '\\',
  '\\u004a',
  '\\n',
  '=?utf-8?Q?J',
  '?=',
  'YWJj',
  '\u0301',
  'ü',
  '\u200b',
  '😀',
];
const markup = [
  '<',
  '<a href="',
  '<b x=\'c="',
  '">',
  '<!--',
  '<style>',
  '[',
  '](',
  '](x "',
  '*',
  '_',
  '`',
  '~~',
  '{',
  '{code}',
  '[~',
  '|',
  '{"type":"text","text":"Jane"},',
  '"',
  '{"a":',
  'https://',
  '<td>',
];
const pieces = [...shared, ...escapes, ...markup];

/** How often a character of any reading is looked at when such a text is cut. */
function workOn(text: string, form: TextForm): number {
  const looks = [jest.spyOn(Glyphs.prototype, 'code'), jest.spyOn(Glyphs.prototype, 'start')];
  finder.cut(Personal.of(text), form, 'x');
  const work = looks.reduce((sum, look) => sum + look.mock.calls.length, 0);
  jest.restoreAllMocks();
  return work;
}

afterEach(() => {
  jest.restoreAllMocks();
});

// Work that grows with the square would be sixteen times as much; less than eight leaves room for what looks a little way around.
it('four times the text is about four times the work, whatever the text', () => {
  const some = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 3 }).map((chosen) => chosen.join(''));
  const ends = fc.constantFrom('', '>', '"', '}', ' Jane Doe');
  fc.assert(
    fc.property(some, ends, fc.constantFrom(...forms), (piece, end, form) => {
      const once = workOn(piece.repeat(64) + end, form);
      const more = workOn(piece.repeat(256) + end, form);
      expect(more).toBeLessThan(once * 8 + 5000);
    }),
    { numRuns: 25 },
  );
});

describe('a text of four million characters is gone through to its end', () => {
  it.each([
    ['plain', 'x.y+@'],
    ['html', '<b x="'],
    ['adf', '[{"a":'],
    ['json', '[["'],
  ] as const)(
    '%s of many %j',
    (form, piece) => {
      const text = `${piece.repeat(4_000_000 / piece.length)} <p>jane@d.test`;
      expect(finder.find(Personal.of(text), form).at(-1)?.end).toBe(text.length);
    },
    120_000,
  );
});
