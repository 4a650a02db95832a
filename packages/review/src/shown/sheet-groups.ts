import type { Gap as PlannedGap, SpotKind } from '@lethe/core';
import type { ReviewSheet, SheetDetail, SheetRow } from '../sheet.ts';
import { grouped } from './grouped.ts';

/** What a plan or a report says of a gap. */
export type Gap = Omit<PlannedGap, 'spot'>;
/** How many mentions of one sort there are. */
export type Mentions = ReviewSheet['mentions'][number];

/** Gaps of one kind with one reason: said once, with every place it is about. */
export interface GapGroup {
  readonly kind: SpotKind;
  readonly because: string;
  readonly instead?: string;
  readonly source: string;
  readonly labels: readonly string[];
}

/** Puts gaps with the same reason together, in the order in which they came. */
export function gapGroups(gaps: readonly Gap[]): readonly GapGroup[] {
  return grouped(gaps, ({ kind, because, instead }) => JSON.stringify([kind, because, instead])).map(([first, all]) => {
    const { kind, because, instead, source } = first;
    const labels = all.map(({ label }) => label);
    return { kind, because, source, labels, ...(instead === undefined ? {} : { instead }) };
  });
}

/** What becomes of some spots of one kind, for the same reason. */
export interface DetailGroup {
  readonly what: SheetDetail['what'];
  readonly verb?: NonNullable<SheetDetail['verb']>;
  readonly why?: NonNullable<SheetDetail['why']>;
  readonly because?: string;
  readonly count: number;
  /** Where; empty for what is kept, which has no label of its own. */
  readonly labels: readonly string[];
}

const order: readonly SheetDetail['what'][] = ['blanked', 'cannot', 'kept'];

/** The places of one kind by what becomes of them: blanked first, then what cannot be, then what is kept. */
export function detailGroups({ details }: Pick<SheetRow, 'details'>): readonly DetailGroup[] {
  const groups = grouped(details, ({ what, verb, why, because }) => JSON.stringify([what, verb, why, because]));
  return groups
    .map(([{ what, verb, why, because }, all]) => ({
      what,
      count: all.length,
      labels: what === 'kept' ? [] : all.map(({ label }) => label),
      ...(verb === undefined ? {} : { verb }),
      ...(why === undefined ? {} : { why }),
      ...(because === undefined ? {} : { because }),
    }))
    .sort((one, other) => order.indexOf(one.what) - order.indexOf(other.what));
}

/** Mentions that are cut out of texts, and mentions left to the reviewer. */
export function mentionsOf({ mentions }: Pick<ReviewSheet, 'mentions'>): {
  readonly cut: ReviewSheet['mentions'];
  readonly left: ReviewSheet['mentions'];
} {
  return {
    cut: mentions.filter(({ doubt }) => doubt === undefined),
    left: mentions.filter(({ doubt }) => doubt !== undefined),
  };
}

/** A sentence about several kinds of spots, said once. */
export interface SaidOnce {
  readonly text: string;
  readonly kinds: readonly SpotKind[];
  /** Steps on all of them together. */
  readonly steps: number;
}

/** Puts lines that say the same about different kinds together, in the order in which they came. */
export function sameTexts(
  lines: readonly { readonly text: string; readonly kind: SpotKind; readonly steps: number }[],
): readonly SaidOnce[] {
  return grouped(lines, ({ text }) => text).map(([{ text }, all]) => ({
    text,
    kinds: all.map(({ kind }) => kind),
    steps: all.reduce((sum, { steps }) => sum + steps, 0),
  }));
}
