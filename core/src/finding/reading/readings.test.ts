import { describe, expect, it } from '@jest/globals';
import { cut, marked, unmarked } from '../marked.suite.ts';
import { seen } from './seen.suite.ts';

const who = { names: ['Jane Doe'], addresses: ['jane@d.test'], logins: ['jdoe42'] };

describe('in plain text a mention is found', () => {
  it.each([
    ['after an escaped line end', String.raw`{"n":"Hello,\n«Jane Doe»\r\n«jane@d.test»"}`],
    ['between escaped quotes', String.raw`\"«Jane Doe»\"`],
    ['with a comma escaped as in cards and directories', String.raw`cn=«Doe\, Jane»,ou=x FN:«Doe\, Jane»`],
    ['in a cell with quotes', 'id,name\n1,"«Doe, Jane»"\n2,"x ""«Jane Doe»"""\n'],
    ['over signs nobody sees', '«Ja\u200bne\u00a0D\u00adoe» «J\u2060ane\u202fDoe\u200f»'],
    ['in composed and decomposed letters', '«Jane\u0301 Doe\u0308» «Jané Doë»'],
    ['in full-width letters', '«Ｊａｎｅ　Ｄｏｅ»'],
    ['between characters of two units', '😀«Jane Doe»😀 👩‍💻«jdoe42»'],
  ])('%s', (_, row) => {
    expect(marked(unmarked(row), { who })).toBe(row);
  });
});

it('a text without escapes is read once', () => {
  expect(seen('Jane Doe, 100 % = x', 'plain').length).toBe(1);
});

describe('an address of a page stays one after a cut', () => {
  it('in plain text', () => {
    const after = 'see https://x.test/?u=%5BA%20B%5D&n=%5BA%20B%5D.';
    expect(cut('see https://x.test/?u=jane@d.test&n=Jane+Doe.', { who }, '[A B]')).toBe(after);
  });

  it.each([
    ['<a href="mailto:jane@d.test">jane@d.test</a>', '<a href="mailto:%5BA%20B%5D">[A B]</a>'],
    ['<a href=https://x.test/jane@d.test>x</a>', '<a href=https://x.test/[A&#32;B]>x</a>'],
  ])('in HTML: %s', (before, after) => {
    expect(cut(before, { who, form: 'html' }, '[A B]')).toBe(after);
  });
});

describe('in a file’s name', () => {
  it.each([
    'CV_«Jane_Doe»_2026.pdf',
    '«DoeJane»_CV.docx',
    '«jdoe42».pdf',
    '«Jane.Doe»',
    '«jane@d.test».eml',
    '«jdoe42».tar.gz',
  ])('a mention is found: %s', (row) => {
    expect(marked(unmarked(row), { who, form: 'file-name' })).toBe(row);
  });

  it('the type stays, and a name before it', () => {
    expect(cut('Jane Doe.pdf', { who, form: 'file-name' }, 'a/b:c')).toBe('a_b_c.pdf');
    expect(cut('Jane Doe.pdf', { who, form: 'file-name' }, '')).toBe('[…].pdf');
  });
});
