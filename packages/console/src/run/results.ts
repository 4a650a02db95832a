import type { Report, SpotKind } from '@lethe/core';
import { grouped } from '@lethe/review/shown';

type NotProven = Report['notProven'][number];

/** What came of the places of one kind: those that were seen gone, and the others by how they ended. */
export interface KindResult {
  readonly kind: SpotKind;
  readonly proven: readonly string[];
  readonly others: readonly {
    readonly end: NotProven['end'];
    readonly remedy?: string;
    readonly labels: readonly string[];
  }[];
}

/** The labels of a plan's steps, kind by kind. */
export type Planned = readonly { readonly kind: SpotKind; readonly labels: readonly string[] }[];

/**
 * The result for each place: a report names those nobody saw gone, and the plan names all. Two places may have the same label, so
 * they are counted off, not looked up.
 */
export function resultsOf(planned: Planned, notProven: readonly NotProven[]): readonly KindResult[] {
  return planned.map(({ kind, labels }) => {
    const rest = notProven.filter((one) => one.kind === kind);
    return {
      kind,
      proven: without(
        labels,
        rest.map(({ label }) => label),
      ),
      others: othersIn(rest),
    };
  });
}

function othersIn(rest: readonly NotProven[]): KindResult['others'] {
  return grouped(rest, ({ end, remedy }) => JSON.stringify([end, remedy])).map(([{ end, remedy }, all]) => ({
    end,
    labels: all.map(({ label }) => label),
    ...(remedy === undefined ? {} : { remedy }),
  }));
}

function without(all: readonly string[], some: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const one of some) left.set(one, (left.get(one) ?? 0) + 1);
  return all.filter((one) => {
    const count = left.get(one) ?? 0;
    if (count > 0) left.set(one, count - 1);
    return count === 0;
  });
}
