/** Letters that do not lose their mark by decomposition. */
const spelled: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
};
const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  commat: '@',
  period: '.',
  szlig: 'ss',
  shy: '',
};

/**
 * A text for comparing loosely: small letters without marks, umlauts and their two-letter spellings alike, invisible
 * characters gone. Both as it stands and with mail, HTML and address encodings undone, one after the other.
 */
export function folded(text: string): string {
  const decoded = decodedText(text);
  return foldedLetters(decoded === text ? text : `${text}\n${decoded}`);
}

/** Small letters without marks; "ä", "ae" and "a" alike, and so on. */
export function foldedLetters(text: string): string {
  const bare = text.toLowerCase().replace(/[\u0080-\uFFFF]+/g, withoutMarks);
  return bare.replace(/([aou])e/g, '$1').replaceAll('aa', 'a');
}

function withoutMarks(letters: string): string {
  return letters
    .normalize('NFKD')
    .replace(/[\p{M}\u00AD\u200B-\u200F\u2060\uFEFF]/gu, '')
    .replace(/[ßæœøłđðþıħ]/g, (letter) => spelled[letter] ?? letter);
}

function decodedText(text: string): string {
  return withoutEntities(withoutBytes(text));
}

/** Quoted-printable (`=40`, soft line breaks) and address encoding (`%40`). */
function withoutBytes(text: string): string {
  if (!text.includes('=') && !text.includes('%')) return text;
  return text.replace(/=[ \t]*\r?\n/g, '').replace(/(?:[=%][0-9a-f]{2})+/gi, (run) => bytesOf(run));
}

function bytesOf(run: string): string {
  return Buffer.from(run.replace(/[=%]/g, ''), 'hex').toString('utf8');
}

function withoutEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text
    .replace(/&#(\d{1,7});?/g, (entity, code: string) => characterOf(Number(code)) ?? entity)
    .replace(/&#x([0-9a-f]{1,6});?/gi, (entity, code: string) => characterOf(Number.parseInt(code, 16)) ?? entity)
    .replace(/&([a-z]{2,8});?/gi, (entity, name: string) => letterNamed(name) ?? entity);
}

/** `&ouml;`, `&Lstrok;`: the letter is all that counts here. */
function letterNamed(name: string): string | undefined {
  return (
    named[name.toLowerCase()] ??
    /^([a-z])(?:uml|acute|grave|circ|tilde|ring|cedil|slash|strok|caron|breve)$/i.exec(name)?.[1]
  );
}

function characterOf(code: number): string | undefined {
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
