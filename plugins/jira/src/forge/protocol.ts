import type { HostErrorCode, Obstacle } from '@lethe/core';
import type { z } from 'zod';
import type { payloads } from './protocol/payloads.ts';
import type { ReviewState } from './protocol/review-shown.ts';
import type { ReportShown, RunLine, RunState, ReviewLine } from './protocol/run-shown.ts';
import type { PersonShown, ReturnLine, Standing } from './protocol/person-shown.ts';
import type { SavedSettings, SettingsShown } from './protocol/settings-shown.ts';

/**
 * What the screens ask the resolver and what it answers. A screen calls `invoke(name, payload)` and always gets an `Answer`:
 * the resolver never rejects.
 */
export { payloads } from './protocol/payloads.ts';
export { accountModes } from './protocol/account-mode.ts';
export type { AccountMode } from './protocol/account-mode.ts';
export type { PersonShown, ReturnLine, Standing } from './protocol/person-shown.ts';
export type {
  ModeCost,
  Place,
  ReviewedShown,
  ReviewState,
  ShownGroup,
  ShownRow,
  ShownSheet,
} from './protocol/review-shown.ts';
export type { LaterLook, Link, ReportShown, ReviewLine, RunLine, RunState } from './protocol/run-shown.ts';
export type { PresetName, SettingsInput } from './protocol/settings-input.ts';
export type { SavedSettings, SettingsShown } from './protocol/settings-shown.ts';

/** Names a function of the resolver. */
export type FunctionName = keyof typeof payloads;

/** What each function is told, as a screen writes it. */
export type Payload<Name extends FunctionName> = z.input<(typeof payloads)[Name]>;

/** The same after it was checked. */
export type Told<Name extends FunctionName> = z.output<(typeof payloads)[Name]>;

/**
 * Why a function did not do what it was asked: the host's eight codes, and what the resolver itself refuses. `not-allowed`: the clicking user lacks
 * the permission *Anonymize users*, or does not administer Jira where that is needed. `invalid`: the payload is not one, which is a fault of
 * the screen, or somebody else's words.
 */
export type RefusalCode = HostErrorCode | 'not-allowed' | 'invalid' | 'fault';

/** A refusal, in fixed English words; screens translate by `code` first and by the sentences where they know them. */
export interface Refusal {
  readonly ok: false;
  readonly code: RefusalCode;
  readonly says: string;
  readonly remedy: string;
}

/** What a function answers. */
export type Answer<Value> = { readonly ok: true; readonly value: Value } | Refusal;

/** What came of a confirmation: the run begins in the background, or the reason it does not. */
export type Confirmed =
  { readonly at: 'begun'; readonly run: string } | { readonly at: 'refused'; readonly obstacle: Obstacle };

/** What each function answers where it did what it was asked. */
export interface Values {
  /** Whether the clicking user may anonymize, and whether they administer Jira. */
  readonly standing: Standing;
  /** People on some issues: the reporter first. Read as the clicking user. */
  readonly who: { readonly people: readonly PersonShown[]; readonly unread: readonly string[] };
  /** People by address, name or account id; `refused` says why something was not looked for. */
  readonly find: { readonly people: readonly PersonShown[]; readonly refused: readonly string[] };
  readonly startReview: ReviewState;
  readonly review: ReviewState;
  readonly confirm: Confirmed;
  readonly run: RunState;
  readonly stop: RunState;
  readonly resume: RunState;
  readonly callOff: RunState;
  /** Newest first: runs, and reviews that wait for somebody to confirm them. */
  readonly runs: { readonly runs: readonly RunLine[]; readonly reviews: readonly ReviewLine[] };
  readonly report: ReportShown;
  /** Issues on which somebody who was erased turned up again. */
  readonly returns: { readonly returns: readonly ReturnLine[] };
  /** Takes one of them off the list. */
  readonly settleReturn: { readonly returns: readonly ReturnLine[] };
  readonly settings: SettingsShown;
  readonly saveSettings: SavedSettings;
}
