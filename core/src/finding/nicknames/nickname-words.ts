import { type Word, wordOf } from '../matching/name-word.ts';
import { nicknamesOf } from './nicknames.ts';

/** What is known of names that have other forms: facts about a language, not about anybody. */
const known = new Map<string, Word>();
const none: Word = [];

/** All other forms of a given name as one word in many spellings; empty if there are none. */
export function nicknameWord(given: string): Word {
  const lower = given.toLowerCase();
  const word = known.get(lower) ?? joined(nicknamesOf(lower));
  if (word !== none) known.set(lower, word);
  return word;
}

function joined(names: readonly string[]): Word {
  if (names.length === 0) return none;
  return names.flatMap(wordOf).sort((one, other) => other.length - one.length);
}
