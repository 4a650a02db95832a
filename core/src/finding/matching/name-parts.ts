import type { PersonName } from './person-name.ts';
import { particles } from './name-context.ts';

/** A name by the roles of its words; each word in its pieces: `[anne, marie]`. */
export interface NameParts {
  readonly given: readonly string[];
  readonly middle: PersonName;
  /** With what belongs to it: `[[van], [der], [berg]]`. */
  readonly family: PersonName;
}

/** What is the given name and what the family name, given names first; nothing for a name of one word. */
export function partsOf(name: PersonName): NameParts | undefined {
  const [given, ...rest] = name;
  if (given === undefined || rest.length === 0) return undefined;
  const last = rest.length - 1;
  const start = rest.findIndex((word, index) => index < last && isParticle(word) && restAreParticles(rest, index));
  const from = start === -1 ? last : start;
  return { given, middle: rest.slice(0, from), family: rest.slice(from) };
}

function restAreParticles(words: PersonName, from: number): boolean {
  return words.slice(from, -1).every(isParticle);
}

function isParticle(word: readonly string[]): boolean {
  return word.length === 1 && particles.has((word[0] ?? '').toLowerCase());
}
