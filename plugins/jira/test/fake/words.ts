/** Words of a text as the search knows them: an address is several. */
export function wordsOf(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** Whether a text meets what stands behind `~`: a phrase where it is quoted once more, else all words, in any order. */
export function isMet(wanted: string, texts: readonly string[]): boolean {
  const phrase = /^"(.*)"$/s.exec(wanted)?.[1];
  if (phrase !== undefined) {
    const wantedWords = wordsOf(phrase);
    const [first = ''] = wantedWords;
    return texts.some((text) => text.toLowerCase().includes(first) && holdsPhrase(wordsOf(text), wantedWords));
  }
  const words = texts.flatMap(wordsOf);
  return wanted
    .split(/\s+/)
    .filter((term) => term !== '')
    .every((term) =>
      term.endsWith('*')
        ? words.some((word) => word.startsWith(wordsOf(term)[0] ?? ''))
        : holdsPhrase(words, wordsOf(term)),
    );
}

function holdsPhrase(words: readonly string[], phrase: readonly string[]): boolean {
  return phrase.length > 0 && words.some((_, at) => phrase.every((word, place) => words[at + place] === word));
}
