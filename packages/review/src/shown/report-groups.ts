import type { Report } from '@lethe/core';
import { grouped } from './grouped.ts';

/** How a step may have ended; `open` if it has not. */
type StepEnd = Report['notProven'][number]['end'];

/** What the steps on one kind of spot came to: seen gone, only claimed, neither. */
export interface EndRow {
  readonly kind: Report['steps']['kinds'][number]['kind'];
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

/** Steps of which nobody saw that they worked, that ended the same way and have the same remedy. */
export interface EndGroup {
  readonly end: StepEnd;
  readonly code?: NonNullable<Report['notProven'][number]['code']>;
  readonly remedy?: string;
  readonly labels: readonly string[];
}

/** Puts such steps together, in the order in which they came. */
export function endGroups({ notProven }: Pick<Report, 'notProven'>): readonly EndGroup[] {
  return grouped(notProven, ({ end, code, remedy }) => JSON.stringify([end, code, remedy])).map(([first, all]) => ({
    end: first.end,
    labels: all.map(({ label }) => label),
    ...(first.code === undefined ? {} : { code: first.code }),
    ...(first.remedy === undefined ? {} : { remedy: first.remedy }),
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
