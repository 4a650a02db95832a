import { NEUTRAL } from '../neutral.ts';
import type { Range } from './glyphs.ts';
import type { Place } from './place.ts';

const TYPE = /(?:\.tar)?\.[\dA-Za-z]{1,8}$/;
const FORBIDDEN = /[\p{Cc}"*/:<>?\\|]/gu;

/** A file's name without the type at its end: a login ends there, as in `jdoe42.pdf`. */
export function stemOf(name: string): Range {
  const type = name.lastIndexOf('.') > 0 ? (TYPE.exec(name)?.[0].length ?? 0) : 0;
  return { start: 0, end: name.length - type };
}

/** What is put into a file's name holds no sign a file system refuses; the type stays with a name before it. */
export function stemPlace(name: string): Place {
  return { ...stemOf(name), write: inFileName, filler: NEUTRAL };
}

/** How a text is written in a file's name. */
export function inFileName(text: string): string {
  return text.replace(FORBIDDEN, '_');
}
