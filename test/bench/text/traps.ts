import { finderFor, identifiersFrom, Personal } from '@lethe/core';
import { identifiersOf, type Trap } from './cases.ts';

/** A trap that caught the finder. */
export interface Failed {
  readonly id: string;
  readonly why: string;
}

/** The traps after whose cut something is left that had to go, or gone that had to stay. */
export function failedTraps(traps: readonly Trap[]): readonly Failed[] {
  return traps.flatMap((trap) => {
    const after = cut(trap);
    const left = trap.gone.filter((text) => after.includes(text));
    const lost = trap.keep.filter((text) => !after.includes(text));
    if (left.length + lost.length === 0) return [];
    return [{ id: trap.id, why: JSON.stringify({ id: trap.id, left, lost, after }) }];
  });
}

const forms: Readonly<Record<string, 'html' | 'adf' | 'json' | 'markdown' | 'wiki' | 'file-name'>> = {
  html: 'html',
  adf: 'adf',
  json: 'json',
  markdown: 'markdown',
  wiki: 'wiki',
  filename: 'file-name',
};

/** Where a second person is to go as well, the one after the other; neither finder touches the other's whole name. */
function cut({ subject, format, input }: Trap): string {
  const people = [subject, ...(subject.other === undefined ? [] : [subject.other])];
  const known = people.map((one) => identifiersFrom(identifiersOf(one)));
  const finders = known.map((who) => finderFor(who, { others: known.filter((other) => other !== who) }));
  const form = forms[format] ?? 'plain';
  return finders.reduce((text, finder) => finder.cut(text, form, '#').text, Personal.of(input)).reveal();
}
