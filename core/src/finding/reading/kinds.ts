/** A letter or digit; like those below a bit of a glyph's `kind`. */
export const WORD = 1;
/** Written without spaces between words (Han, Kana): a word may begin and end anywhere. */
export const SOLO = 2;
/** Parts words: white space of any width, and the end of a line. */
export const SPACE = 4;
/** A decimal digit of any script. */
export const DIGIT = 8;
/** A letter in upper case. */
export const UPPER = 16;
/** A letter in lower case. */
export const LOWER = 32;

/** A character that stands between stretches that have nothing to do with each other; no identifier holds it. */
export const APART = 0x2029;
