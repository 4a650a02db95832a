/** What Lethe's part takes for the same: case, accents, whatever separates words, and how HTML writes letters. */
function loosely(text: string): string {
  return text
    .replaceAll(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&amp;', '&')
    .normalize('NFKD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll(/[\s_\-.,+]+/g, ' ');
}

/** Tells which texts mention what is looked for: terms of three letters and more, telephone numbers as digits. */
export function mentionsOf(terms: readonly string[], phones: readonly string[]): (text: string) => boolean {
  const words = terms.map(loosely);
  const numbers = phones.map((phone) => new RegExp([...phone].join('[^0-9\\p{L}]{0,3}'), 'u'));
  return (text) => {
    const folded = loosely(text);
    return words.some((word) => folded.includes(word)) || numbers.some((number) => number.test(text));
  };
}
