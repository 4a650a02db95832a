import type { Report, SpotKind } from '@lethe/core';
import { grouped } from '../review/review-parts.ts';

/** What the steps on one kind of spot came to: seen gone, only claimed, neither. */
export interface EndRow {
  readonly kind: SpotKind;
  readonly proven: number;
  readonly claimed: number;
  readonly rest: number;
}

/** A row for each kind there were steps on. */
export function endRows({ steps }: Pick<Report, 'steps'>): readonly EndRow[] {
  return steps.kinds.map(({ kind, planned, ends }) => {
    const proven = (ends.clean ?? 0) + (ends['already-clean'] ?? 0);
    const claimed = (ends.unprovable ?? 0) + (ends.waiting ?? 0);
    return { kind, proven, claimed, rest: planned - proven - claimed };
  });
}

/** Whether anything is left, as far as anybody could see. */
export function leavesNothing(report: Report): boolean {
  const { gaps, notProven, grown, residue, remains, unreached } = report;
  return [gaps, notProven, grown, residue, remains, unreached].every((some) => some.length === 0);
}

/** Entries of a report that say the same of several places: said once, with all of them. */
export interface Alike<Entry> {
  readonly first: Entry;
  readonly labels: readonly string[];
}

/** Steps of which nobody saw that they worked, by how they ended and what to do. */
export function endGroups({ notProven }: Pick<Report, 'notProven'>): readonly Alike<Report['notProven'][number]>[] {
  return alike(notProven, ({ end, code, remedy }) => [end, code, remedy]);
}

/** Gaps by kind and reason. */
export function gapGroups({ gaps }: Pick<Report, 'gaps'>): readonly Alike<Report['gaps'][number]>[] {
  return alike(gaps, ({ kind, because, instead }) => [kind, because, instead]);
}

function alike<Entry extends { readonly label: string }>(
  entries: readonly Entry[],
  keyOf: (entry: Entry) => readonly unknown[],
): readonly Alike<Entry>[] {
  return grouped(entries, (entry) => JSON.stringify(keyOf(entry))).map(([first, all]) => ({
    first,
    labels: all.map(({ label }) => label),
  }));
}

/** Why spots were kept, with how many; the most first. */
export function keptCounts({ kept }: Pick<Report, 'kept'>): readonly (readonly [keyof Report['kept'], number])[] {
  const reasons = ['uninvolved', 'rule', 'already-clean', 'ambiguous', 'goes-with-case'] as const;
  return reasons
    .map((why) => [why, kept[why] ?? 0] as const)
    .filter(([, count]) => count > 0)
    .sort(([, one], [, other]) => other - one);
}
