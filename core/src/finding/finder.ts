import type { Content } from '../host.ts';
import type { IdentifierKind, Identifiers } from '../identifiers.ts';
import type { Personal } from '../personal.ts';
import type { TextForm } from './text-form.ts';
import type { Why } from './why.ts';

/** One place in a text that names the person. Offsets are UTF-16 units into the host's own form of the text. */
export interface Finding extends Why {
  readonly start: number;
  readonly end: number;
  /** Which kind of identifier matched, and which entry of it. */
  readonly by: IdentifierKind;
  readonly entry: number;
  /** `certain` findings are cut; `ambiguous` ones are listed for the reviewer and left alone. */
  readonly sure: 'certain' | 'ambiguous';
}

/** A text with the person's mentions taken out; markup and every other character as they were. */
export interface CutText {
  readonly text: Personal;
  /** What was taken out, in offsets of the text before. */
  readonly findings: readonly Finding[];
}

/**
 * Looks for one person. Built once per run, as building costs more than looking.
 * After `cut`, `find` in the result finds nothing certain, and the replacement never matches.
 */
export interface Finder {
  /** Mentions in a text, leftmost first, not overlapping. */
  find(text: Personal, form: TextForm): readonly Finding[];
  /** The text with each certain mention replaced. */
  cut(text: Personal, form: TextForm, replacement: string): CutText;
  /** Whether any content names the person for certain: a text, an entry of a list, a file's name or description. */
  mentions(content: Content): boolean;
  /** Whether this is one of the person's own addresses or names as a whole: an entry of a recipients list. */
  isTheirs(entry: Personal): boolean;
}

/** What is known besides whom to look for. */
export interface Known {
  /** Other people, whose names must stay: colleagues, relatives, namesakes. */
  readonly others?: readonly Identifiers[];
}

/** Makes a finder; the engine behind it can be replaced without touching a caller. */
export type FinderFor = (who: Identifiers, known?: Known) => Finder;
