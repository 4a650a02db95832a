/** So many are looked for at a time: what the server takes. */
export const MOST = 50;

/** What somebody typed, taken apart: each thing to look for once, and how many were typed again. */
export interface Typed {
  readonly asked: readonly string[];
  readonly repeated: number;
}

/**
 * Takes apart what was typed. Commas, semicolons and line ends separate; addresses are separated by blanks too, so that a list
 * can be pasted from anywhere. The same text in another case is the same one.
 */
export function typedIn(text: string): Typed {
  const all = text.split(/[,;\n\r\t]/u).flatMap(partsOf);
  const asked = all.filter((one, at) => all.findIndex((other) => other.toLowerCase() === one.toLowerCase()) === at);
  return { asked, repeated: all.length - asked.length };
}

/** Of one piece each address by itself, and what else stands there as one: a name may have blanks. */
function partsOf(piece: string): readonly string[] {
  const words = piece.split(/\s+/u).filter(Boolean);
  const addresses = words.filter(isAddress).map((word) => word.replace(/^[<("']+|[>)"']+$/gu, ''));
  const rest = words.filter((word) => !isAddress(word)).join(' ');
  return rest === '' ? addresses : [rest, ...addresses];
}

function isAddress(word: string): boolean {
  return word.includes('@');
}
