/** SQLite's LIKE: upper and lower case are the same in ASCII only. */
function folded(text: string): string {
  return text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** Whether a text contains a word, the way Redmine asks its database. */
export function contains(text: string, word: string): boolean {
  return folded(text).includes(folded(word));
}

/** The words of a search: single letters are dropped, five are kept. */
export function wordsOf(q: string): string[] {
  const found = [...q.matchAll(/"([^"]+)"|(\S+)/g)].map((match) => (match[1] ?? match[2] ?? '').trim());
  return [...new Set(found)].filter((word) => word.length > 1).slice(0, 5);
}

/** Words of a search, and whether one of them is enough. */
export interface Words {
  readonly words: readonly string[];
  readonly any: boolean;
}

/** Whether each word stands in one of the texts, or any of them does. */
export function holds(texts: readonly string[], { words, any }: Words): boolean {
  const isThere = (word: string): boolean => texts.some((text) => contains(text, word));
  return words.length > 0 && (any ? words.some(isThere) : words.every(isThere));
}

/** What Lethe's part takes for the same: case, accents, and whatever separates words. */
export function loosely(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll(/[\s_\-.,+]+/g, ' ');
}
