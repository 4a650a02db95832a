/** Two words in a row were met. The kernel knows these numbers too. */
export const PAIR = 0;
/** One word was met. */
export const SINGLE = 1;
/** Groups of seven digits and more were met. */
export const NUMBER = 2;
/** Groups of five digits and more were met. */
export const SHORT_NUMBER = 3;

/** Mark of a text that must be read the slow way. */
export const SLOW = 1;
/** Mark of a text with a sign that escapes begin with. */
export const ESCAPES = 2;

/**
 * Told where something looked for may stand: words by where the first begins, digits by where they end. The key leads to
 * the patterns in question.
 */
export type Met = (what: number, at: number, key: number) => void;

/** Copies a text's units to the beginning of a room it was made for. */
export type Copy = (text: string) => void;
/** Makes a copier for a room. */
export type CopierFor = (room: Uint16Array) => Copy;

/** Walks over texts, word by word, and asks the table about each. */
export interface Walker {
  /** Takes in a text and walks over it. Gives the marks of what it saw. */
  walk(text: string, met: Met): number;
  /** The units of the text taken in last. */
  readonly units: Uint16Array;
}

/** Copies unit by unit: runs anywhere. Where the platform has a faster way, hand that in. */
export function copierFor(room: Uint16Array): Copy {
  return (text) => {
    for (let at = 0; at < text.length; at += 1) room[at] = text.charCodeAt(at);
  };
}
