/** A full name taken apart, given names first. Words are parted by spaces, their pieces by hyphens: `[[anne, marie], [doe]]`. */
export type PersonName = readonly (readonly string[])[];

const BEFORE = new Set(
  'mr mrs ms miss mx dr prof professor sir herr frau hr fr dipl ing mag m mme mlle sr sra don'.split(' '),
);
const AFTER = new Set('jr sr phd md mba msc bsc ma ii iii iv esq'.split(' '));
/** No name is longer; what is, is a sentence somebody filed as a name. */
const LONGEST = 8;

/** What of a name as hosts file it names the person: without titles, nicknames in brackets or quotes, and in one order. */
export function parseName(text: string): PersonName {
  const bare = text.replace(/\([^()]*\)|\[[^[\]]*\]|"[^"]*"|“[^”]*”/g, ' ');
  const words = inOrder(bare)
    .split(/[\s_]+/)
    .map(piecesOf)
    .filter((pieces) => pieces.length > 0);
  return withoutTitles(words).slice(0, LONGEST);
}

/** `Doe, Jane` to `Jane Doe`; what follows a comma may also be a title. */
function inOrder(text: string): string {
  const [family = '', given = '', ...more] = text.split(',');
  const isTitle = AFTER.has(given.trim().replaceAll('.', '').toLowerCase());
  return given.trim() === '' || isTitle || more.length > 0 ? family : `${given} ${family}`;
}

function piecesOf(word: string): readonly string[] {
  return word
    .split(/[-‐‑‒–]/)
    .map((piece) => piece.replace(/^[^\p{L}\p{Nd}]+|[^\p{L}\p{M}\p{Nd}]+$/gu, ''))
    .filter((piece) => /\p{L}/u.test(piece));
}

function withoutTitles(words: PersonName): PersonName {
  let start = 0;
  let end = words.length;
  while (end - start > 1 && isOneOf(BEFORE, words[start])) start += 1;
  while (end - start > 1 && isOneOf(AFTER, words[end - 1])) end -= 1;
  return words.slice(start, end);
}

function isOneOf(titles: ReadonlySet<string>, word: readonly string[] | undefined): boolean {
  return word?.length === 1 && titles.has(word[0]?.toLowerCase() ?? '');
}
