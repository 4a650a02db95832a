import { spotKinds } from '@lethe/core';
import type { Gap, Kept, KeptReason, Plan, Role, SpotId, SpotKind, Step, Verb } from '@lethe/core';

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
  /** As many as the counts say: what is blanked, what is kept, what cannot be, each in the plan's order. */
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
  /** What somebody has to do in the host's own screen, once all else is done. */
  readonly asks: Plan['asks'];
  readonly mentions: Plan['mentions'];
  readonly unreached: Plan['unreached'];
  /** Labels of spots that are left with something that may mean the person; ids where they have no label. */
  readonly ambiguous: readonly string[];
}

/** A plan as the review screen shows it: every spot of the plan once. */
export function sheetOf(plan: Plan): ReviewSheet {
  const { steps, kept, gaps, remains, sideEffects, asks, mentions, unreached } = plan;
  const spots = [...steps.map(blanked), ...kept.map(keptDetail), ...gaps.map(cannot)];
  const totals = { blanked: steps.length, kept: kept.length, cannot: gaps.length };
  const ambiguous = ambiguousIn(plan);
  return { rows: rowsOf(spots), totals, gaps, remains, sideEffects, asks, mentions, unreached, ambiguous };
}

interface SheetSpot {
  readonly kind: SpotKind;
  readonly detail: SheetDetail;
}

function rowsOf(spots: readonly SheetSpot[]): readonly SheetRow[] {
  const byKind = new Map<SpotKind, SheetDetail[]>();
  for (const { kind, detail } of spots) {
    const others = byKind.get(kind);
    if (others === undefined) byKind.set(kind, [detail]);
    else others.push(detail);
  }
  return spotKinds.flatMap((kind) => {
    const details = byKind.get(kind);
    return details === undefined ? [] : [rowOf(kind, details)];
  });
}

function rowOf(kind: SpotKind, details: readonly SheetDetail[]): SheetRow {
  const count = (what: SheetDetail['what']): number => details.filter((detail) => detail.what === what).length;
  return { kind, blanked: count('blanked'), kept: count('kept'), cannot: count('cannot'), details };
}

function blanked({ kind, label, verb, role }: Step): SheetSpot {
  return { kind, detail: { label, what: 'blanked', verb, role } };
}

function keptDetail({ kind, spot, why }: Kept): SheetSpot {
  return { kind, detail: { label: spot, what: 'kept', why } };
}

function cannot({ kind, label, because, instead, source }: Gap): SheetSpot {
  const way = instead === undefined ? {} : { instead };
  return { kind, detail: { label, what: 'cannot', because, ...way, source } };
}

function ambiguousIn({ steps, ambiguous }: Plan): readonly string[] {
  const labels = new Map<SpotId, string>(steps.map(({ spot, label }) => [spot, label]));
  return ambiguous.map((spot) => labels.get(spot) ?? spot);
}
