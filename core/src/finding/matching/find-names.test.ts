import { describe, expect, it } from '@jest/globals';
import { found, marked, unmarked } from '../marked.suite.ts';

const jane = { names: ['Jane Doe'] };

describe('a full name is found', () => {
  it.each([
    ['in any case', '«JANE DOE», «jane doe» and «jAnE dOe»'],
    ['family name first with a comma', 'To: «Doe, Jane»; Bob'],
    ['family name first in capitals', '«DOE Jane» is the applicant'],
    ['with a possessive', `«Jane Doe»'s order, «Jane Doe»’s case`],
    ['with other white space', '«Jane\u00a0Doe», «Jane\u202fDoe», «Jane\tDoe», «Jane   Doe»'],
    ['over a line', 'the order of «Jane\nDoe» was late'],
    ['over a quoted line', '> the order of «Jane\n> Doe» was late\n> > by «Jane\n> > Doe»'],
    ['tied by a sign', '«jane-doe» «jane.doe» «jane_doe» «Jane+Doe» «Jane‐Doe»'],
    ['without a space', '#«JaneDoe» «DoeJane»_CV'],
    ['family name first, tied', '«doe_jane» «Doe-Jane».pdf'],
    ['in a file name', 'CV_«Jane_Doe»_2026.pdf «Jane_Doe»-cv.pdf cv-«Jane Doe».pdf'],
    [
      'in an address of the web',
      '/in/«jane-doe-1a2b3c» /cv-«jane-doe»-old.pdf https://x.test/?n=«Jane%20Doe»&m=«Jane+Doe»',
    ],
    ['with accents as letters and marks', '«Jané Doe» «Jane\u0301 Doe\u0308»'],
    ['with invisible signs', '«Ja\u200bne\u2060 D\u00adoe»'],
    ['in full-width form', '«Ｊａｎｅ\u3000Ｄｏｅ»'],
    ['beside emoji', '👍«Jane Doe»👍'],
    ['in quoted-printable', '«J=61ne Doe» «Jane=20Doe»'],
    ['in a directory name', 'CN=«Jane Doe»,OU=Users'],
    ['in CSV', '1,"«Doe, Jane»"'],
    ['beside a hyphen with spaces', '«Jane Doe» - Head of Ops'],
    ['before a hyphen and a small word', '«Jane Doe»-related'],
    ['twice in a row', '«Jane Doe», «Jane Doe»; «jane doe», «jane doe»'],
    ['after a mention sign', '@«Jane Doe» please'],
  ])('%s', (_, row) => {
    expect(marked(unmarked(row), { who: jane })).toBe(row);
  });
});

describe('a full name is not found', () => {
  it.each([
    ['of others', 'Jane Austen, Jane A. Smith, Smith, Jane van der Berg'],
    ['within words', 'mjane doe; janes doe; jane doe2; xjane doe'],
    ['within words of another reading', 'jane doe%72 jane doe=C3=A9 jane doe&eacute;'],
    ['over a soft line break within a word', 'jane doe=\nring'],
    ['with a word between', 'jane and doe; jane x doe'],
    ['over a paragraph', 'by jane\n\ndoe wrote'],
    ['family name first in small letters', 'a doe jane saw'],
    ['family name first over a full stop', 'saw a doe.Jane too'],
  ])('%s', (_, text) => {
    expect(marked(text, { who: jane })).toBe(text);
  });

  it('within the words of a sentence', () => {
    const who = { names: ['Ann Lee', 'Will Page'] };
    expect(marked('Joann Leeds; annual leeway. This page will load. Ann Lee', { who })).toBe(
      'Joann Leeds; annual leeway. This page will load. «Ann Lee»',
    );
  });
});

describe('what may be a full name is shown and left', () => {
  it.each([
    ['a longer family name', '‹Jane Doe›-Smith, ‹JANE DOE›-SMITH'],
    ['a longer given name', 'Mary-‹Jane Doe›'],
    ['family name first without a sign of it', '‹Doe Jane›, ‹DOE JANE›'],
    ['between names in a list', 'from John ‹Doe, Jane› Smith'],
    ['an address that is not known', '‹jane.doe›@other.test, «Jane Doe» <‹Jane.Doe›@other.test>'],
    ['a domain', 'info@‹jane-doe›.test'],
  ])('%s', (_, row) => {
    expect(marked(unmarked(row), { who: jane })).toBe(row);
  });
});

describe('spellings', () => {
  it.each([
    ['Günter Weiß', '«Guenter Weiss», «GÜNTER WEISS», «Gunter Weiß», «Günter Weiss», Günter Weis'],
    ['Juergen Mueller', '«Jürgen Müller», «Juergen Müller», Jurgen Muller'],
    ['Søren Ægirsson', '«Soren Aegirsson», «Sören Ægirsson», «Soeren Ægirsson»'],
    ['Łukasz Żółć', '«Lukasz Zolc»; «ŁUKASZ ŻÓŁĆ»'],
    ['İlker Çağrı', '«İLKER ÇAĞRI», «ilker çağrı», «Ilker Cagri», «ılker cagrı»'],
    ["Seán O'Brien", '«Sean OBrien», «SEAN O’BRIEN», «Sean O&#39;Brien», «Seán O`Brien»'],
    [
      'Anne-Marie Smith-Jones',
      '«Anne Marie Smith Jones», «AnneMarie Smith‑Jones», «Anne‐Marie Smith-Jones», Anne Jones',
    ],
    ['Иван Петров', '«ИВАН ПЕТРОВ» и «Петров, Иван»'],
    ['محمد علي', '«مُحَمَّد علي» و «محمد\u200f علي»'],
    ['山田 太郎', '昨日«山田太郎»様から、«山田 太郎»より。山田町'],
    ['Robert "Bob" Smith (Acme)', '«Robert Smith»'],
    ['Dr. Jane Doe, PhD', '«Jane Doe» Dr «Doe»'],
    ['Doe, Jane', '«Jane Doe» «Doe, Jane»'],
    ['J. Doe', '«J. Doe» «J Doe» «J.Doe» JDoe'],
    [
      'Jane Marie Doe',
      '«Jane Marie Doe»; «Jane Doe»; «Doe, Jane Marie»; «Doe, Jane»; «Marie Doe, Jane»; «Marie» «Doe»',
    ],
    [
      'Ludwig van der Berg',
      '«Ludwig van der Berg»; «van der Berg, Ludwig»; «VAN DER BERG Ludwig»; «Ludwig Berg»; «van der Berg»',
    ],
    ['Jane$& (a.*b) Doe+', '«Jane Doe»'],
  ])('of %s', (name, row) => {
    expect(marked(unmarked(row), { who: { names: [name] } })).toBe(row);
  });
});

describe('a name of one word', () => {
  it('is certain from four letters on', () => {
    expect(marked('madonna, Madonna; Bono and bo', { who: { names: ['Madonna', 'Bono', 'Bo'] } })).toBe(
      '«madonna», «Madonna»; «Bono» and ‹bo›',
    );
  });

  it('is no part of a word', () => {
    expect(marked('Madonnaring madonna1', { who: { names: ['Madonna'] } })).toBe('Madonnaring madonna1');
  });
});

it('the longer of two names that begin alike is found', () => {
  const who = { names: ['Ann Lee', 'Ann Lee Smith'] };
  expect(found('Ann Lee Smith met Ann Lee.', { who }).map(({ start, end, entry }) => [start, end, entry])).toEqual([
    [0, 13, 1],
    [18, 25, 0],
  ]);
});

it('of names that overlap no part is left', () => {
  expect(marked('Jane Doe Smith', { who: { names: ['Jane Doe', 'Doe Smith'] } })).toBe('«Jane Doe» «Smith»');
});
