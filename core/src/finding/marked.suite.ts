import { identifiersFrom, type PlainIdentifiers } from '../identifiers.ts';
import { Personal } from '../personal.ts';
import { finderFor } from './finder-for.ts';
import type { Finding } from './finder.ts';
import type { TextForm } from './text-form.ts';

/** What tests ask of a text: whom to look for, and its form. */
export interface Asked {
  readonly who: PlainIdentifiers;
  readonly form?: TextForm;
  /** Other people who are known. */
  readonly others?: readonly PlainIdentifiers[];
}

/** A row of a table: a text with `«»` around what goes for certain and `‹›` around what may be the person. */
export function marked(text: string, asked: Asked): string {
  let shown = '';
  let at = 0;
  for (const { start, end, sure } of found(text, asked)) {
    const inside = text.slice(start, end);
    shown += text.slice(at, start) + (sure === 'certain' ? `«${inside}»` : `‹${inside}›`);
    at = end;
  }
  return shown + text.slice(at);
}

/** The text of such a row without the marks. */
export function unmarked(row: string): string {
  return row.replace(/[«»‹›]/g, '');
}

/** What is found in a text. */
export function found(text: string, { who, form = 'plain', others = [] }: Asked): readonly Finding[] {
  return finderFor(identifiersFrom(who), { others: others.map(identifiersFrom) }).find(Personal.of(text), form);
}

/** A text after the cut. */
export function cut(text: string, { who, form = 'plain' }: Asked, replacement = '#'): string {
  return finderFor(identifiersFrom(who)).cut(Personal.of(text), form, replacement).text.reveal();
}
