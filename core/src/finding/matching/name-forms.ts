import type { Entry, Named } from './hit.ts';
import { wordsOfParts, type WordedParts } from './name-parts.ts';
import { ANY_INITIAL, type Word, wordOf } from './name-word.ts';
import { parseName, type PersonName } from './person-name.ts';

/** How much of a name a form holds, and how. */
type Extent = 'whole' | 'shortened' | 'nickname' | 'initial' | 'given' | 'family';

/** One order of words in which a name may stand in a text. */
export interface NameForm extends Named {
  readonly words: readonly Word[];
  /** Given name first; family first with a comma; family first without. */
  readonly order: 'straight' | 'comma' | 'turned';
  /** The word before which the order turns; 0 in a straight one. */
  readonly turn: number;
  readonly extent: Extent;
  /** Whether it says too little to be sure: a first name of three letters. */
  readonly isShort: boolean;
  /** The middle initials it may be followed by in "Doe, Jane M."; any if none is known. */
  readonly middle: Word;
}

type Shape = Pick<NameForm, 'words' | 'order' | 'turn' | 'extent'>;
/** A word of a name in its pieces, each in its spellings. */
type Pieces = readonly Word[];

const LONE_NAME_LETTERS = 4;

/** All orders in which a name is looked for: whole, with fewer words, with initials and pet forms, and its parts alone. */
export function nameForms({ text, by, entry }: Entry): readonly NameForm[] {
  const name = parseName(text);
  if (name.length === 0) return [];
  const words = name.map((word) => word.map(wordOf));
  const parts = wordsOfParts(name, words);
  const isShort = name.length === 1 && lettersOf(name.flat().join('')) < LONE_NAME_LETTERS;
  const middle = parts?.initials.flat() ?? [];
  const known = middle.length === 0 ? ANY_INITIAL : middle;
  const more = parts === undefined ? [] : [...shortened(name, words), ...formsOf(parts)];
  return [...ordersOf(words, 'whole'), ...more].map((shape) => formOf(shape, { by, entry, isShort, middle: known }));
}

/** Member by member, as spreading costs more than all the rest where thousands of people are looked for. */
function formOf({ words, order, turn, extent }: Shape, named: Omit<NameForm, keyof Shape>): NameForm {
  const { by, entry, isShort, middle } = named;
  return { by, entry, words, order, turn, extent, isShort, middle };
}

/** A Chinese, Japanese or Korean sign says as much as two letters. */
function lettersOf(name: string): number {
  const signs = name.match(/[\p{Script=Han}\p{Script=Hangul}]/gu)?.length ?? 0;
  return name.length + signs;
}

function ordersOf(words: readonly Pieces[], extent: Extent): readonly Shape[] {
  const turned = words
    .slice(1)
    .flatMap((_, index) => turnedOrders(words.slice(index + 1).flat(), words.slice(0, index + 1).flat(), extent));
  return [straight(words.flat(), extent), ...turned];
}

function turnedOrders(family: Pieces, given: Pieces, extent: Extent): readonly Shape[] {
  const words = [...family, ...given];
  return (['comma', 'turned'] as const).map((order) => ({ words, order, turn: family.length, extent }));
}

/** The first word and the last alone: "Ludwig Berg" for Ludwig van der Berg. */
function shortened(name: PersonName, words: readonly Pieces[]): readonly Shape[] {
  const last = name.length - 1;
  const isSaying = [name[0], name[last]].every((word) => (word ?? []).join('').length > 1);
  return last > 1 && isSaying ? ordersOf([words[0] ?? [], words[last] ?? []], 'shortened') : [];
}

function formsOf(parts: WordedParts): readonly Shape[] {
  const { given, family, nickname } = parts;
  return [
    ...(isLong(given) ? withGiven(parts, given, 'shortened') : []),
    ...(nickname.length > 0
      ? [...around(family, [nickname], 'nickname'), ...withGiven(parts, [nickname], 'nickname')]
      : []),
    ...(isLong(family) ? withInitial(parts) : []),
    ...lone(parts),
  ];
}

/** "Jane M. Doe", "van der Berg, Jane", "Jane D.". */
function withGiven({ initials, family, last, begun }: WordedParts, given: Pieces, extent: Extent): readonly Shape[] {
  const inner =
    initials.length === 0 ? [[ANY_INITIAL]] : [initials, ...(initials.length > 1 ? [initials.slice(0, 1)] : [])];
  return [
    ...inner.map((words) => straight([...given, ...words, ...family], extent)),
    ...(initials.length > 0 || family.length > last.length ? around(family, given, extent) : []),
    straight([...given, begun], 'initial'),
  ];
}

/** "J. Doe", "J.M. Doe", "J. Marie Doe", "Doe, J.", "Doe J.". */
function withInitial({ initial, initials, middle, family }: WordedParts): readonly Shape[] {
  const long =
    middle.length === 0
      ? []
      : [
          [initial, ...initials],
          [initial, ...middle.flat()],
        ];
  return [
    ...[[initial], ...long].map((words) => straight([...words, ...family], 'initial')),
    ...turnedOrders(family, [initial], 'initial'),
    ...(initials.length > 0 ? turnedOrders(family, [initial, ...initials], 'initial') : []),
  ];
}

/** Scripts that write a family name in one sign do without: such a sign is a word of its own everywhere. */
function lone({ given, nickname, middle, family, last }: WordedParts): readonly Shape[] {
  const givens = [given, ...(nickname.length > 0 ? [[nickname]] : []), ...middle];
  const families = family.length > last.length ? [family, last] : [family];
  return [
    ...givens.filter(isLong).map((words) => straight(words, 'given')),
    ...families.filter(isLong).map((words) => straight(words, 'family')),
  ];
}

function around(family: Pieces, given: Pieces, extent: Extent): readonly Shape[] {
  return [straight([...given, ...family], extent), ...turnedOrders(family, given, extent)];
}

function straight(words: Pieces, extent: Extent): Shape {
  return { words, order: 'straight', turn: 0, extent };
}

function isLong(pieces: Pieces): boolean {
  return pieces.reduce((length, word) => length + (word[0]?.length ?? 0), 0) > 1;
}
