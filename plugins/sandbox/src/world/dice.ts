/** Chance that can be repeated: the same seed throws the same numbers, on every machine. */
export interface Dice {
  /** At least 0, below 1. */
  readonly next: () => number;
  /** A whole number, at least 0, below `limit`. */
  readonly below: (limit: number) => number;
  readonly chance: (probability: number) => boolean;
  /** One of the list, which must not be empty. */
  readonly pick: <T>(list: readonly T[]) => T;
}

/** Dice of their own for whatever the seed names, so that one ticket's luck does not hang on another's. */
export function diceFrom(seed: string): Dice {
  let state = startFrom(seed);
  const next = (): number => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    below,
    chance: (probability) => next() < probability,
    pick: (list) => itemAt(list, below(list.length)),
  };
}

/** The list in another order, each item once. */
export function shuffled<T>(list: readonly T[], dice: Dice): readonly T[] {
  const left = [...list];
  return list.flatMap(() => left.splice(dice.below(left.length), 1));
}

/** The item at a position that wraps around. Throws `RangeError` for an empty list. */
export function itemAt<T>(list: readonly T[], index: number): T {
  const item = list[index % list.length];
  if (item === undefined) throw new RangeError('There is nothing to choose from: the list is empty.');
  return item;
}

/** 32 bits of a text (FNV-1a). */
function startFrom(seed: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < seed.length; index += 1) hash = Math.imul(hash ^ seed.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
