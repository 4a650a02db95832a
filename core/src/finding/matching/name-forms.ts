import { nicknamesOf } from '../nicknames/nicknames.ts';
import { ANY_INITIAL, initialOf, type Word, wordOf } from './name-word.ts';
import type { Entry, Named } from './hit.ts';
import { type NameParts, partsOf } from './name-parts.ts';
import { parseName, type PersonName } from './person-name.ts';

export type { Word } from './name-word.ts';

/** How much of a name a form holds, and how. */
export type Extent = 'whole' | 'shortened' | 'nickname' | 'initial' | 'given' | 'family';

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

const LONE_NAME_LETTERS = 4;
/** A part of a name is looked for alone from so many letters on. */
const LONE_PART_LETTERS = 2;

/** All orders in which a name is looked for: whole, with fewer words, with initials and pet forms, and its parts alone. */
export function nameForms({ text, by, entry }: Entry): readonly NameForm[] {
  const name = parseName(text);
  if (name.length === 0) return [];
  const parts = partsOf(name);
  const isShort = name.length === 1 && lettersOf(name.flat().join('')) < LONE_NAME_LETTERS;
  const middle = parts?.middle.map((word) => initialOf(word.join(''))).flat() ?? [];
  const rest = { by, entry, isShort, middle: middle.length === 0 ? ANY_INITIAL : middle };
  const shapes = [...ordersOf(name), ...(parts === undefined ? [] : [...shortened(name), ...formsOf(parts)])];
  return shapes.map((shape) => ({ ...shape, ...rest }));
}

/** A Chinese, Japanese or Korean sign says as much as two letters. */
function lettersOf(name: string): number {
  const signs = name.match(/[\p{Script=Han}\p{Script=Hangul}]/gu)?.length ?? 0;
  return name.length + signs;
}

function ordersOf(name: PersonName, extent: Extent = 'whole'): readonly Shape[] {
  const straight = { words: name.flat().map(wordOf), order: 'straight' as const, turn: 0, extent };
  const turned = name.slice(1).flatMap((_, index) => {
    const family = name.slice(index + 1).flat();
    return turnedOrders(
      family.map(wordOf),
      name
        .slice(0, index + 1)
        .flat()
        .map(wordOf),
      extent,
    );
  });
  return [straight, ...turned];
}

function turnedOrders(family: readonly Word[], given: readonly Word[], extent: Extent): readonly Shape[] {
  const words = [...family, ...given];
  return (['comma', 'turned'] as const).map((order) => ({ words, order, turn: family.length, extent }));
}

/** The first word and the last alone: "Ludwig Berg" for Ludwig van der Berg. */
function shortened(name: PersonName): readonly Shape[] {
  const outer = [name[0], name.at(-1)].filter((word) => word !== undefined);
  return name.length > 2 && outer.every(isLong) ? ordersOf(outer, 'shortened') : [];
}

function formsOf(parts: NameParts): readonly Shape[] {
  const family = parts.family.flat().map(wordOf);
  const given = parts.given.map(wordOf);
  const nickname = parts.given.length === 1 ? nicknamesIn(parts.given[0] ?? '') : [];
  const isFamily = parts.family.flat().join('').length >= LONE_PART_LETTERS;
  return [
    ...(isLong(parts.given) ? withGiven(parts, given, 'shortened') : []),
    ...(nickname.length > 0
      ? [...around(family, [nickname], 'nickname'), ...withGiven(parts, [nickname], 'nickname')]
      : []),
    ...(isFamily ? withInitial(parts, family) : []),
    ...lone(parts, nickname),
  ];
}

function nicknamesIn(given: string): Word {
  const words = nicknamesOf(given.toLowerCase()).flatMap(wordOf);
  return words.sort((one, other) => other.length - one.length);
}

/** "Jane M. Doe", "van der Berg, Jane", "Jane D.". */
function withGiven({ middle, family }: NameParts, given: readonly Word[], extent: Extent): readonly Shape[] {
  const names = family.flat().map(wordOf);
  const initials = middle.map((word) => initialOf(word.join('')));
  const begun = initialOf((family.at(-1) ?? []).join(''));
  const inner =
    initials.length === 0 ? [[ANY_INITIAL]] : initials.length === 1 ? [initials] : [initials, initials.slice(0, 1)];
  return [
    ...inner.map((words) => straight([...given, ...words, ...names], extent)),
    ...(middle.length > 0 || family.length > 1 ? around(names, given, extent) : []),
    straight([...given, begun], 'initial'),
  ];
}

/** "J. Doe", "J.M. Doe", "J. Marie Doe", "Doe, J.", "Doe J.". */
function withInitial({ given, middle }: NameParts, family: readonly Word[]): readonly Shape[] {
  const first = initialOf(given.join(''));
  const initials = middle.map((word) => initialOf(word.join('')));
  const long =
    middle.length === 0
      ? []
      : [
          [first, ...initials],
          [first, ...middle.flat().map(wordOf)],
        ];
  return [
    ...[[first], ...long].map((words) => straight([...words, ...family], 'initial')),
    ...turnedOrders(family, [first], 'initial'),
    ...(initials.length > 0 ? turnedOrders(family, [first, ...initials], 'initial') : []),
  ];
}

function lone({ given, middle, family }: NameParts, nickname: Word): readonly Shape[] {
  const names = family.flat().map(wordOf);
  const last = (family.at(-1) ?? []).map(wordOf);
  const all: readonly (readonly [readonly Word[], Extent])[] = [
    [given.map(wordOf), 'given'],
    [[nickname], 'given'],
    ...middle.filter(isLong).map((word) => [word.map(wordOf), 'given'] as const),
    [names, 'family'],
    ...(names.length > last.length ? [[last, 'family'] as const] : []),
  ];
  return all.filter(([words]) => isLoneLong(words)).map(([words, extent]) => straight(words, extent));
}

function around(family: readonly Word[], given: readonly Word[], extent: Extent): readonly Shape[] {
  return [straight([...given, ...family], extent), ...turnedOrders(family, given, extent)];
}

function straight(words: readonly Word[], extent: Extent): Shape {
  return { words, order: 'straight', turn: 0, extent };
}

function isLong(word: readonly string[]): boolean {
  return word.join('').length > 1;
}

/** Scripts that write a family name in one sign do without: such a sign is a word of its own everywhere. */
function isLoneLong(words: readonly Word[]): boolean {
  return (
    words.length > 0 &&
    words.every((word) => word.length > 0) &&
    words.flatMap((word) => word[0] ?? []).length > LONE_PART_LETTERS - 1
  );
}
