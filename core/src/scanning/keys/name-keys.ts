import type { Entry } from '../../finding/matching/hit.ts';
import { type NameForm, nameForms } from '../../finding/matching/name-forms.ts';
import { ANY_INITIAL, type Word } from '../../finding/matching/name-word.ts';
import { type KeySink, withGenitive } from './key-sink.ts';
import { type Piece, piecesIn } from './words.ts';

/** A word of a name in its spellings, each in its pieces: `o'brien` is two. */
type Spellings = readonly (readonly Piece[])[];

/** What is known of two words that stand side by side in a form. */
interface Side {
  readonly at: number;
  /** Letters of the shorter one: "Jane D." says less than "Jane Doe". */
  readonly worth: number;
}

/**
 * Takes down what a name is looked up by: of each form two words side by side, those with most letters, as one of them alone
 * stands in many texts. Parts of names are looked up only where they are wanted.
 */
export function nameKeys(entry: Entry, sink: KeySink, withParts: boolean): void {
  const known = new Map<Word, Spellings>();
  for (const form of nameForms(entry)) {
    if (!withParts && isPart(form)) continue;
    formKeys(form, sink, (word) => {
      const spellings = known.get(word) ?? spellingsOf(word);
      known.set(word, spellings);
      return spellings;
    });
  }
}

function isPart({ extent }: NameForm): boolean {
  return extent === 'given' || extent === 'family';
}

function spellingsOf(word: Word): Spellings {
  return word.map(piecesIn);
}

function formKeys({ words }: NameForm, sink: KeySink, spellings: (word: Word) => Spellings): void {
  const sides = sidesOf(words);
  const [only = []] = words;
  if (words.length === 1) for (const pieces of spellings(only)) lastKeys(pieces, sink);
  else if (sides === undefined) overLetter(words, sink, spellings);
  else besideKeys(pairAt(words, [sides.at, sides.at + 1], spellings), sink);
}

/** The words of most worth that stand side by side; nothing where an unknown initial parts all. */
function sidesOf(words: readonly Word[]): Side | undefined {
  let best: Side | undefined;
  for (let at = 0; at + 1 < words.length; at += 1) {
    const [first = ANY_INITIAL, second = ANY_INITIAL] = [words[at], words[at + 1]];
    if (first === ANY_INITIAL || second === ANY_INITIAL) continue;
    const worth = Math.min(shortest(first), shortest(second));
    if (best === undefined || worth > best.worth) best = { at, worth };
  }
  return best;
}

function shortest(word: Word): number {
  return word.at(-1)?.length ?? 0;
}

/** Two words of a form in their spellings, and whether the second is its last. */
interface Pair {
  readonly first: Spellings;
  readonly second: Spellings;
  readonly isLast: boolean;
}

function pairAt(
  words: readonly Word[],
  [first, second]: readonly [number, number],
  spellings: (word: Word) => Spellings,
): Pair {
  return {
    first: spellings(words[first] ?? []),
    second: spellings(words[second] ?? []),
    isLast: second + 1 === words.length,
  };
}

function besideKeys({ first, second, isLast }: Pair, sink: KeySink): void {
  for (const before of first) {
    for (const after of second) {
      const [one, other] = [before.at(-1), after[0]];
      if (one === undefined || other === undefined) sink.isHard = true;
      else for (const end of isLast && after.length === 1 ? withGenitive(other) : [other]) sink.pair(one, end);
    }
  }
}

/** "Jane M. Doe", where nobody filed the M: a walk also asks for pairs with a letter between. */
function overLetter(words: readonly Word[], sink: KeySink, spellings: (word: Word) => Spellings): void {
  const at = words.indexOf(ANY_INITIAL);
  const pair = pairAt(words, [at - 1, at + 1], spellings);
  if (pair.first.length === 0 || pair.second.length === 0) sink.isHard = true;
  else besideKeys(pair, sink);
}

function lastKeys(pieces: readonly Piece[], sink: KeySink): void {
  const end = pieces.length === 1 ? 0 : 1;
  const last = pieces[end];
  if (last === undefined || pieces.length > 2) sink.row(pieces);
  else for (const one of withGenitive(last)) sink.row([...pieces.slice(0, end), one]);
}
