import type { HostErrorCode, Obstacle, SpotKind } from '@lethe/core';
import type { ReviewSheet, SheetCounts, SheetDetail } from '@lethe/review';
import type { AccountMode } from './account-mode.ts';
import type { PersonShown } from './person-shown.ts';

/** Where a review is. `looking` goes on in the background: ask again. */
export type ReviewState =
  | {
      readonly at: 'looking';
      readonly review: string;
      /** Spots so far. */
      readonly found: number;
      /** The host asked to wait until then, ISO. */
      readonly waitingUntil?: string;
    }
  | {
      readonly at: 'blocked';
      readonly review: string;
      readonly person?: PersonShown;
      readonly obstacles: readonly Obstacle[];
    }
  | ReviewedShown
  | {
      readonly at: 'failed';
      readonly review: string;
      readonly code: HostErrorCode | 'fault';
      readonly says: string;
      readonly remedy: string;
    };

/** A plan to be read and confirmed. */
export interface ReviewedShown {
  readonly at: 'reviewed';
  readonly review: string;
  readonly person?: PersonShown;
  readonly sheet: ShownSheet;
  /** What is to be typed. */
  readonly phrase: string;
  /** Of this plan, for `confirm`. */
  readonly digest: string;
  /** How long the run will take, where that can be told. */
  readonly seconds?: number;
  /** Identifiers that say too little to be looked for, by kind. */
  readonly refusedIdentifiers: readonly { readonly kind: string; readonly reason: string }[];
  /** What each treatment of the account costs; the one this plan was made for is `chosen`. Empty for Atlassian accounts. */
  readonly modes: readonly ModeCost[];
  /** Obstacles the reviewer acknowledged on the way: to be sent back with `confirm`. */
  readonly acknowledged: readonly Obstacle['code'][];
}

/** What one treatment of the account does and leaves. Fixed English words. */
export interface ModeCost {
  readonly mode: AccountMode;
  readonly chosen: boolean;
  /** What else happens. */
  readonly effects: readonly string[];
  /** What stays, with what a person can do about it. */
  readonly stays: readonly { readonly because: string; readonly instead?: string }[];
}

/** Some spots of one kind with which the same is done for the same reason. */
export interface ShownGroup {
  readonly what: SheetDetail['what'];
  readonly verb?: NonNullable<SheetDetail['verb']>;
  readonly why?: NonNullable<SheetDetail['why']>;
  readonly because?: string;
  readonly instead?: string;
  /** All of them. */
  readonly count: number;
  /** Where the first of them are. */
  readonly places: readonly Place[];
}

/** Where something is: never personal. */
export interface Place {
  readonly label: string;
  /** A path on the Jira site. */
  readonly href?: string;
}

/** What becomes of the spots of one kind. */
export interface ShownRow extends SheetCounts {
  readonly kind: SpotKind;
  readonly groups: readonly ShownGroup[];
}

/** The plan for people, short enough for any person: places are cut off, counts are not. */
export interface ShownSheet {
  readonly rows: readonly ShownRow[];
  readonly totals: SheetCounts;
  readonly remains: ReviewSheet['remains'];
  readonly sideEffects: ReviewSheet['sideEffects'];
  readonly mentions: ReviewSheet['mentions'];
  readonly unreached: ReviewSheet['unreached'];
  readonly ambiguous: { readonly count: number; readonly places: readonly Place[] };
}
