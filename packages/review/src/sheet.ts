import type { Gap, KeptReason, Plan, Role, SpotKind, Verb } from '@lethe/core';

/** One spot on the review screen. */
export interface SheetDetail {
  /** Never personal. A kept spot has no label of its own: it is named by its id. */
  readonly label: string;
  readonly what: 'blanked' | 'kept' | 'cannot';
  /** With `blanked`: what is done, and what the person has to do with it. */
  readonly verb?: Verb;
  readonly role?: Role;
  /** With `kept`. */
  readonly why?: KeptReason;
  /** With `cannot`: the host's reason, what a person can do instead, and where that is documented. */
  readonly because?: string;
  readonly instead?: string;
  readonly source?: string;
}

/** How many spots are blanked, kept, and cannot be blanked. */
export interface SheetCounts {
  readonly blanked: number;
  readonly kept: number;
  readonly cannot: number;
}

/** What becomes of the spots of one kind. */
export interface SheetRow extends SheetCounts {
  readonly kind: SpotKind;
  /** As many as the counts say, in the plan's order. */
  readonly details: readonly SheetDetail[];
}

/** What the review screen shows, as data: no personal text and no words of ours but those of the host's profile. */
export interface ReviewSheet {
  /** A row for each kind there is a spot of, in the order of `spotKinds`. */
  readonly rows: readonly SheetRow[];
  readonly totals: SheetCounts;
  readonly gaps: readonly Gap[];
  readonly remains: Plan['remains'];
  readonly sideEffects: Plan['sideEffects'];
  readonly mentions: Plan['mentions'];
  readonly unreached: Plan['unreached'];
  /** Labels of spots that are left with something that may mean the person; ids where they have no label. */
  readonly ambiguous: readonly string[];
}

/** A plan as the review screen shows it. */
export function sheetOf(plan: Plan): ReviewSheet {
  const { gaps, remains, sideEffects, mentions, unreached } = plan;
  return {
    rows: [],
    totals: { blanked: 0, kept: 0, cannot: 0 },
    gaps,
    remains,
    sideEffects,
    mentions,
    unreached,
    ambiguous: [],
  };
}
