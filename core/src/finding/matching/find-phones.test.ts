import { describe, expect, it } from '@jest/globals';
import { marked, unmarked } from '../marked.suite.ts';

const london = { phones: ['+44 20 7946 0958'] };

describe('a number with a country is found', () => {
  it.each([
    ['as filed', 'Call «+44 20 7946 0958» now'],
    ['without signs', '«442079460958», «02079460958», «+442079460958», «2079460958»'],
    ['with 00', '«0044 20 7946 0958»'],
    ['with the trunk zero', '«020 7946 0958»'],
    ['with the trunk zero in brackets', '«+44 (0)20 7946 0958»'],
    ['with brackets', '«(020) 7946 0958», «(+44) 20 7946-0958»'],
    ['with dots, hyphens and slashes', '«020.7946.0958» «020-7946-0958» «020/79460958»'],
    ['with other spaces', '«+44\u00a020\u202f7946\u20090958»'],
    ['over a line', '«+44 20 7946\n0958»'],
    ['with other groups', '«02 07 94 60 95 8»'],
    ['as a link', 'tel:«+442079460958»'],
    ['percent-encoded', 'https://x.test/?p=«%2B44%2020%207946%200958»'],
    ['with an extension', '«020 7946 0958 ext. 12», «020 7946 0958 x12» «020 7946 0958 #12»;'],
    ['before a sentence ends', 'on «020 7946 0958».'],
    ['after another number', '+1 212 555 0142 «020 7946 0958»'],
    ['before another number', '«020 7946 0958» 5 times'],
    ['before a hyphen and a word', '«020 7946 0958»-home'],
    ['after a word and a hyphen', 'fax-«020 7946 0958»'],
    ['in Arabic digits', '«٠٢٠ ٧٩٤٦ ٠٩٥٨»'],
  ])('%s', (_, row) => {
    expect(marked(unmarked(row), { who: london })).toBe(row);
  });

  it('however it was filed', () => {
    for (const phone of ['00442079460958', '+44 (0)20 7946 0958', '+44 20 7946 0958 ext. 12', '(+44) 20 7946 0958']) {
      expect(marked('T 020 7946 0958', { who: { phones: [phone] } })).toBe('T «020 7946 0958»');
    }
  });
});

describe('a number is not found', () => {
  it.each([
    ['within a longer row of digits', 'order 12079460958231'],
    ['within a longer row of digits on the left', 'order 9902079460958'],
    ['within a row of digits with hyphens', '020-7946-0958-77 77-020-7946-0958'],
    ['within a decimal number', '1.02079460958 02079460958.5'],
    [
      'in another country',
      '+1 207 946 0958; +1 (207) 946-0958; 001 207 946 0958; 00 1 207 946 0958; +2079460958; +02079460958',
    ],
    ['with letters tied to it', 'A02079460958 02079460958B'],
    ['with a letter that another reading ties to it', '02079460958%41'],
    ['with a word between', '020 7946 or 0958'],
    ['before a hyphen and a code', 'part 02079460958-A7X2'],
    ['with a digit missing', '020 7946 095'],
    ['with other digits', '020 7946 0959'],
  ])('%s', (_, text) => {
    expect(marked(text, { who: london })).toBe(text);
  });
});

describe('a short number without a country', () => {
  const short = { phones: ['5551234'] };

  it('is found as whole groups of digits', () => {
    expect(marked('555-1234, 5551234 items?', { who: short })).toBe('«555-1234», «5551234» items?');
  });

  it('is not found within another', () => {
    const text = 'total 25551234, (212) 555-1234, 212 555 1234, 12-555-1234, +1 212 555 1234';
    expect(marked(text, { who: short })).toBe(text);
  });

  it('is found after a number that is complete', () => {
    expect(marked('+1 212 555 0142 555 1234', { who: short })).toBe('+1 212 555 0142 «555 1234»');
  });
});

it('a national number is compared by the digits it was filed with', () => {
  const who = { phones: ['030 123456'] };
  expect(marked('030/123456, +49 30 123456, 30 123456', { who })).toBe('«030/123456», +49 30 123456, 30 123456');
});
