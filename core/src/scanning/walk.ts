/** A text is walked in parts of so many units that overlap; no identifier is longer than what two have in common. */
export const PART = 0x4000;
/** How far a part begins before the end of the one before. */
export const OVERLAP = 0x400;
/** Longer words are not looked up: whoever has one in an identifier is looked for in every text. */
export const LONGEST_WORD = 64;
/** Keys a part may have. */
export const MOST_KEYS = 16_384;

/** What a walk says of a text besides the keys in it: that it has to be read as the finder reads it, */
export const RARE_SIGNS = 1;
/** that a word begins within another, as in `JaneDoe`, */
export const HUMPS = 2;
/** that it may hold escapes, */
export const ESCAPES = 4;
/** that it may hold base64. */
export const CODED = 8;

/** Goes over a text word by word, and asks for each word, pair of words, number and address whether anybody is looked up by it. */
export interface Walker {
  /** Room for so many units of a text; what was written there before stays. */
  roomFor(length: number): Uint16Array;
  /** Walks over what was written there. `met` is told the keys; comes back with flags. */
  walk(length: number, met: (key: number) => void): number;
}
