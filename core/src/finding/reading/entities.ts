/** A character read from an escape, and how many UTF-16 units the escape takes. */
export interface Escape {
  readonly char: number;
  readonly length: number;
}

const ACCENTS: Readonly<Record<string, string>> = {
  grave: '\u0300',
  acute: '\u0301',
  circ: '\u0302',
  tilde: '\u0303',
  macr: '\u0304',
  breve: '\u0306',
  dot: '\u0307',
  uml: '\u0308',
  ring: '\u030a',
  dblac: '\u030b',
  caron: '\u030c',
  cedil: '\u0327',
  ogon: '\u0328',
};

/** What identifiers are written with, besides letters with accents: https://html.spec.whatwg.org/multipage/named-characters.html */
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  commat: '@',
  period: '.',
  lowbar: '_',
  plus: '+',
  comma: ',',
  colon: ':',
  semi: ';',
  sol: '/',
  bsol: '\\',
  num: '#',
  percnt: '%',
  equals: '=',
  lpar: '(',
  rpar: ')',
  lsqb: '[',
  rsqb: ']',
  Tab: '\t',
  NewLine: '\n',
  nbsp: '\u00a0',
  ensp: '\u2002',
  emsp: '\u2003',
  thinsp: '\u2009',
  shy: '\u00ad',
  zwnj: '\u200c',
  zwj: '\u200d',
  lrm: '\u200e',
  rlm: '\u200f',
  hyphen: '\u2010',
  dash: '\u2010',
  ndash: '\u2013',
  mdash: '\u2014',
  lsquo: '\u2018',
  rsquo: '\u2019',
  ldquo: '\u201c',
  rdquo: '\u201d',
  szlig: 'ß',
  aelig: 'æ',
  AElig: 'Æ',
  oelig: 'œ',
  OElig: 'Œ',
  oslash: 'ø',
  Oslash: 'Ø',
  eth: 'ð',
  ETH: 'Ð',
  thorn: 'þ',
  THORN: 'Þ',
  lstrok: 'ł',
  Lstrok: 'Ł',
  dstrok: 'đ',
  Dstrok: 'Đ',
  hstrok: 'ħ',
  Hstrok: 'Ħ',
  imath: 'ı',
  inodot: 'ı',
};

const ENTITY = /&(?:#(\d{1,10});?|#[xX]([\da-fA-F]{1,8});?|([A-Za-z]{2,8});)/y;
const UNICODE_ESCAPE = /\\u([\da-fA-F]{4})/y;

/** The character an HTML entity (`&#64;`, `&commat;`) or a JSON escape (`\u0040`) at this place stands for. */
export function escapeAt(text: string, at: number): Escape | undefined {
  const pattern = text.startsWith('&', at) ? ENTITY : UNICODE_ESCAPE;
  pattern.lastIndex = at;
  const found = pattern.exec(text);
  if (found === null) return undefined;
  const char = pattern === ENTITY ? entity(found) : parseInt(found[1] ?? '', 16);
  return char === undefined || char === 0 || char > 0x10ffff ? undefined : { char, length: found[0].length };
}

function entity([, decimal, hexadecimal, name]: RegExpExecArray): number | undefined {
  if (decimal !== undefined) return parseInt(decimal, 10);
  if (hexadecimal !== undefined) return parseInt(hexadecimal, 16);
  return name === undefined ? undefined : named(name);
}

function named(name: string): number | undefined {
  const accent = ACCENTS[name.slice(1)];
  const char = accent === undefined ? NAMED[name] : (name.charAt(0) + accent).normalize('NFC');
  return char?.codePointAt(0);
}
