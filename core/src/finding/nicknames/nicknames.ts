import { english } from './english.ts';

type Names = ReadonlyMap<string, readonly string[]>;

const shortForms: Names = new Map(
  english
    .split(';')
    .map((entry) => entry.trim().split(' '))
    .flatMap(([givens = '', ...forms]) => givens.split(',').map((given) => [given, forms] as const)),
);

const longForms: Names = turned(shortForms);

/**
 * Other forms of a given name in lower case: the short ones of a long one, the long ones of a short one. "Bill" and "Will" are
 * forms of William; Bill is none of Will, as two short forms of one name are rarely used by one person.
 */
export function nicknamesOf(given: string): readonly string[] {
  return [...new Set([...(shortForms.get(given) ?? []), ...(longForms.get(given) ?? [])])];
}

/** Whether a word in lower case is known as a given name or a short form of one. */
export function isGivenName(word: string): boolean {
  return shortForms.has(word) || longForms.has(word);
}

function turned(names: Names): Names {
  const result = new Map<string, readonly string[]>();
  for (const [given, forms] of names) for (const form of forms) result.set(form, [...(result.get(form) ?? []), given]);
  return result;
}
