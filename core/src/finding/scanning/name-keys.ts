import { hashOf, pairOf } from './hashing.ts';
import { type PooledWord, wordsIn } from './word-pool.ts';

/** What a pattern is looked up by: one word, or two in a row, of which the first is looked for as such. */
export type Key =
  | { readonly kind: 'single'; readonly hash: number }
  | { readonly kind: 'pair'; readonly head: number; readonly hash: number };

/** Joints up to this one are tried both ways; those after it follow when the name is compared. */
const MOST_JOINED = 4;

/**
 * The keys of a name in one order of words, whichever of them are written together: `jane doe`, `janedoe`. A letter that may be
 * any is left out: a walk passes over a single letter after a word that begins something.
 */
export function nameKeys(words: readonly PooledWord[]): readonly Key[] {
  const some = words.filter(({ isAny }) => !isAny).slice(0, MOST_JOINED);
  return some.every(({ isSimple }) => isSimple) ? simpleKeys(some) : otherKeys(some);
}

/** The key of a text that is looked for as it stands. */
export function keyOf(text: string): Key | undefined {
  const [first, second] = wordsIn(text);
  if (first === undefined) return undefined;
  return second === undefined ? { kind: 'single', hash: hashOf(first) } : pairKey(hashOf(first), hashOf(second));
}

function pairKey(head: number, second: number): Key {
  return { kind: 'pair', head, hash: pairOf(head, second) };
}

/** Each word is one: the first of the text holds one or more of them, the second some of the rest. */
function simpleKeys(words: readonly PooledWord[]): readonly Key[] {
  const keys: Key[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const heads = gluedBetween(words, 0, index);
    if (index === words.length - 1) for (const hash of heads) keys.push({ kind: 'single', hash });
    for (let next = index + 1; next < words.length && heads.length > 0; next += 1) {
      const seconds = gluedBetween(words, index + 1, next);
      for (const head of heads) for (const second of seconds) keys.push(pairKey(head, second));
    }
  }
  return keys;
}

/** The hashes of words written together, in all their spellings; none where one of several is a single letter: "Jane T." is no `JaneT`. */
function gluedBetween(words: readonly PooledWord[], from: number, to: number): readonly number[] {
  const first = words[from];
  if (first === undefined || from === to) return first?.hashes ?? [];
  let texts: readonly string[] = [''];
  for (let index = from; index <= to; index += 1) {
    const surfaces = words[index]?.surfaces ?? [];
    if (surfaces.some(({ length }) => length === 1)) return [];
    texts = texts.flatMap((text) => surfaces.map((surface) => text + surface));
  }
  return texts.map(hashOf);
}

/** `o'brien`, and scripts without spaces. */
function otherKeys(words: readonly PooledWord[]): readonly Key[] {
  const keys = new Map<number, Key>();
  for (const text of textsOf(words)) {
    const key = keyOf(text);
    if (key !== undefined) keys.set(key.kind === 'pair' ? key.hash : -1 - key.hash, key);
  }
  return [...keys.values()];
}

function textsOf(words: readonly PooledWord[]): readonly string[] {
  let texts: readonly string[] = [''];
  for (const [index, { surfaces }] of words.entries()) {
    const joints = index === 0 ? [''] : [' ', ''];
    texts = texts.flatMap((text) => joints.flatMap((joint) => surfaces.map((surface) => text + joint + surface)));
  }
  return texts;
}
