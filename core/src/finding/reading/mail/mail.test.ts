import { describe, expect, it } from '@jest/globals';
import { cut, found, marked, unmarked } from '../../marked.suite.ts';
import { seen } from '../seen.suite.ts';

const who = { names: ['Jürgen Doe'], addresses: ['jane@d.test'] };

describe('a mention is found in what mail programs encode', () => {
  it.each([
    ['in quoted-printable of UTF-8', '«J=C3=BCrgen=20Doe», «J=c3=bcrgen D»=\r\n«oe»'],
    ['in quoted-printable of Latin-1', '«J=FCrgen Doe»'],
    ['in an encoded word', 'From: =?utf-8?Q?«J=C3=BCrgen_Doe»?= <«jane@d.test»>'],
    ['in an encoded word of Latin-1 with a language', '=?ISO-8859-1*de?q?«J=FCrgen_Doe»?='],
    ['over two encoded words', '=?utf-8?Q?«J=C3=BC»?=\r\n =?utf-8?Q?«rgen_Doe»?='],
    ['over an encoded word and a plain one', '=?utf-8?Q?«J=C3=BCrgen»?=« Doe»'],
    ['in base64, to be looked at', 'x: ‹TGV0dGVyIGJ5IErDvHJnZW4gRG9lLCB0b2RheS4K›'],
    ['in an encoded word in base64, to be looked at', '‹=?utf-8?B?SsO8cmdlbiBEb2U=?=›'],
  ])('%s', (_, row) => {
    expect(marked(unmarked(row), { who })).toBe(row);
  });

  it('and says why nothing is cut there', () => {
    expect(found('TGV0dGVyIGJ5IErDvHJnZW4gRG9lLCB0b2RheS4K', { who })).toMatchObject([
      { sure: 'ambiguous', doubt: 'encoded' },
    ]);
  });

  it('whatever stands before it in the same row of signs', () => {
    const coded = 'TGV0dGVyIGJ5IErDvHJnZW4gRG9lLCB0b2RheS4K';
    for (const before of ['', 'A', 'AB', 'ABC']) {
      expect(found(`${before}${coded}`, { who }).length).toBe(1);
    }
  });
});

it('a long word that only looks like base64 is none', () => {
  expect(seen('x'.repeat(40), 'plain')).toEqual(['x'.repeat(40)]);
  expect(found('AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', { who })).toEqual([]);
});

it.each([
  ['what comes in is encoded too', '=?utf-8?Q?J=C3=BCrgen_Doe?= x', 'Ä b -> =?utf-8?Q?=C3=84_b?= x'],
  ['in the charset of the word', '=?iso-8859-1?Q?J=FCrgen_Doe?= x', 'Ä € -> =?iso-8859-1?Q?=C4_=3F?= x'],
  ['a word does not end up empty', '=?utf-8?Q?J=C3=BCrgen_Doe?= x', ' -> =?utf-8?Q?_?= x'],
])('after a cut an encoded word is still one: %s', (_, before, change) => {
  const [replacement, after] = change.split(' -> ');
  expect(cut(before, { who }, replacement)).toBe(after);
});
