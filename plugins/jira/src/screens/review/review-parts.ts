import type { SpotKind } from '@lethe/core';
import type { ReviewState, ShownGroup, ShownRow, ShownSheet } from '../../forge/protocol.ts';

/** A plan to be read and confirmed. */
export type ReviewedState = Extract<ReviewState, { readonly at: 'reviewed' }>;

/** Items with the same key together, each group behind its first item, in the order in which they came. */
export function grouped<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): readonly (readonly [Item, readonly Item[]])[] {
  const groups = new Map<string, [Item, Item[]]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item, [item]]);
    else group[1].push(item);
  }
  return [...groups.values()];
}

/** A group of spots that cannot be blanked, with its kind. */
export type GapGroup = ShownGroup & { readonly kind: SpotKind };

/** All that cannot be blanked, by kind and reason. */
export function gapsOf({ rows }: Pick<ShownSheet, 'rows'>): readonly GapGroup[] {
  return rows.flatMap(({ kind, groups }) =>
    groups.filter(({ what }) => what === 'cannot').map((group) => ({ ...group, kind })),
  );
}

const order: readonly ShownGroup['what'][] = ['blanked', 'cannot', 'kept'];

/** What becomes of the spots of one kind: blanked first, then what cannot be, then what is kept. */
export function groupsOf({ groups }: Pick<ShownRow, 'groups'>): readonly ShownGroup[] {
  return [...groups].sort((one, other) => order.indexOf(one.what) - order.indexOf(other.what));
}

/** A sentence about several kinds of spots, said once. */
export interface SaidOnce {
  readonly text: string;
  readonly kinds: readonly SpotKind[];
}

/** Puts lines that say the same about different kinds together, in the order in which they came. */
export function sameTexts(lines: readonly { readonly text: string; readonly kind: SpotKind }[]): readonly SaidOnce[] {
  return grouped(lines, ({ text }) => text).map(([{ text }, all]) => ({ text, kinds: all.map(({ kind }) => kind) }));
}

/** Whether the reviewer has to say that they know what is left. */
export function hasToBeRead({ totals, remains, unreached }: ShownSheet): boolean {
  return totals.cannot > 0 || remains.length > 0 || unreached.length > 0;
}
