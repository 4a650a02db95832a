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

function cut({ subject, format, input }: Trap): string {
  const form = format === 'html' ? 'html' : 'plain';
  const finder = finderFor(identifiersFrom(identifiersOf(subject)));
  return finder.cut(Personal.of(input), form, '#').text.reveal();
}
