/** What the bytes 0x80 to 0x9f are in the Western character set of Windows; five of them are nothing. */
const UPPER = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * How a text looks where a program took UTF-8 for the Western character set of Windows: `JosÃ©` for José. Of scripts without
 * upper and lower case nothing is left by which anybody could tell the name.
 */
export function misread(text: string): readonly string[] {
  if (!/[\p{Lu}\p{Ll}]/u.test(text)) return [];
  const bytes = encodeURIComponent(text.toWellFormed());
  const seen = bytes.replace(/%([\dA-F]{2})/g, (_, byte: string) => charOf(parseInt(byte, 16)));
  return seen === text ? [] : [seen];
}

function charOf(byte: number): string {
  return UPPER.charAt(byte >= 0x80 ? byte - 0x80 : UPPER.length) || String.fromCharCode(byte);
}
