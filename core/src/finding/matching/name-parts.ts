import { nicknameWord } from '../nicknames/nickname-words.ts';
import { particles } from './name-context.ts';
import type { Word } from './name-word.ts';
import type { PersonName } from './person-name.ts';

/** A name by the roles of its words; a word is its pieces, "Anne-Marie" two. */
export interface WordedParts {
  readonly given: readonly Word[];
  readonly nickname: Word;
  /** The first letter of the given name, those of the middle names, and that of the family name's last word. */
  readonly initial: Word;
  readonly initials: readonly Word[];
  readonly begun: Word;
  readonly middle: readonly (readonly Word[])[];
  /** With what belongs to it, "van der Berg", and without. */
  readonly family: readonly Word[];
  readonly last: readonly Word[];
}

/** What is the given name and what the family name, given names first; nothing for a name of one word. */
export function wordsOfParts(name: PersonName, words: readonly (readonly Word[])[]): WordedParts | undefined {
  const [given, ...rest] = words;
  const last = rest.at(-1);
  if (given === undefined || last === undefined) return undefined;
  const start = familyStart(name) - 1;
  const middle = rest.slice(0, start);
  const [first = []] = name;
  return {
    given,
    nickname: first.length === 1 ? nicknameWord(first[0] ?? '') : [],
    initial: firstLetter(given),
    initials: middle.map(firstLetter),
    begun: firstLetter(last),
    middle,
    family: rest.slice(start).flat(),
    last,
  };
}

/** The last word, and the particles before it. */
function familyStart(name: PersonName): number {
  let start = name.length - 1;
  while (start > 1 && isParticle(name[start - 1])) start -= 1;
  return start;
}

function isParticle(word: readonly string[] | undefined): boolean {
  return word?.length === 1 && particles.has(word[0]?.toLowerCase() ?? '');
}

function firstLetter([word]: readonly Word[]): Word {
  return [(word?.[0] ?? []).slice(0, 1)];
}
