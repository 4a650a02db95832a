import type { IdentifierKind } from '../../identifiers.ts';
import type { Finding } from '../finder.ts';
import type { Why } from '../why.ts';
import type { Glyphs } from '../reading/glyphs.ts';

/** Which identifier is meant. */
export type Named = Pick<Finding, 'by' | 'entry'>;

/** An identifier found in one reading of a text: from one glyph up to another. */
export interface Hit extends Named, Why {
  readonly from: number;
  readonly to: number;
  readonly sure: Finding['sure'];
  /** With a part of a name alone: it is the person's once the text names the person anywhere else. */
  readonly waits?: 'given' | 'family';
  /** Part of another person's name and not shown; it may come to stand alone once its neighbour is cut. */
  readonly isHidden?: true;
}

/** In a head: the end of a word, anything but a further letter in lower case. */
export const WORD_END = 0;

/** The first glyphs of a match: enough of them that few texts hold them by chance. */
export interface Head {
  readonly codes: readonly number[];
  /** Whether spaces and signs may stand between them, as between the digits of a number. */
  readonly isSpaced?: boolean;
}

/** Looks for one sort of identifiers. */
export interface Matcher {
  /** The codes it wants to be asked about. */
  readonly triggers: ReadonlySet<number>;
  /** What any match begins with, from the glyph it is found at. */
  readonly heads: readonly Head[];
  /** Called before each reading is gone through, from its first glyph to its last. */
  readonly begin?: () => void;
  /** What it finds at a glyph with such a code, at which a word may begin; looks at no more glyphs around it than a fixed number. */
  at(glyphs: Glyphs, at: number): Hit | undefined;
}

/** An identifier as text. */
export interface Entry {
  readonly text: string;
  readonly by: IdentifierKind;
  readonly entry: number;
}

/** What is looked for by the codes it may begin with. */
export function groupBy<Item>(
  items: readonly Item[],
  heads: (item: Item) => readonly number[],
): ReadonlyMap<number, readonly Item[]> {
  const groups = new Map<number, Item[]>();
  for (const item of items) {
    for (const head of new Set(heads(item))) groups.set(head, [...(groups.get(head) ?? []), item]);
  }
  return groups;
}
