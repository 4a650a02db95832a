import { gapGroups, sameTexts } from '@lethe/review/shown';
import type { GapGroup, SaidOnce } from '@lethe/review/shown';
import type { Plan } from './use-review.ts';

/** What stays in spite of the run, each thing to be ticked off by name before anything can be confirmed. */
export interface Stays {
  readonly gaps: readonly (GapGroup & { readonly key: string })[];
  readonly remains: readonly (SaidOnce & { readonly key: string })[];
  readonly unreached: readonly { readonly because: string; readonly key: string }[];
  /** Keys of all of them. */
  readonly keys: readonly string[];
}

/** Everything a plan leaves behind, said once each. */
export function staysOf({ gaps, remains, unreached }: Pick<Plan['sheet'], 'gaps' | 'remains' | 'unreached'>): Stays {
  const lines = remains.map(({ where, kind, steps }) => ({ text: where, kind, steps }));
  const all = {
    gaps: gapGroups(gaps).map((group, index) => ({ ...group, key: `gap-${String(index)}` })),
    remains: sameTexts(lines).map((once, index) => ({ ...once, key: `remains-${String(index)}` })),
    unreached: unreached.map(({ because }, index) => ({ because, key: `unreached-${String(index)}` })),
  };
  return { ...all, keys: [...all.gaps, ...all.remains, ...all.unreached].map(({ key }) => key) };
}
