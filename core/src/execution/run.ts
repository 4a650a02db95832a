import type { Approval } from '../confirmation.ts';
import { hostErrorCodes } from '../errors.ts';
import type { Obstacle } from '../errors.ts';
import type { Finder } from '../finding/finder.ts';
import type { Dossier, DossierId, Host, SpotId } from '../host.ts';
import type { Identifiers } from '../identifiers.ts';
import type { Journal } from '../journal.ts';
import type { Plan } from '../plan.ts';
import type { Mentions } from '../planning/mentions.ts';
import type { Rules } from '../rules/rules.ts';

/** Time, handed in: core has no clock of its own. */
export interface Clock {
  now(): Date;
  /** Resolves after so many milliseconds, or earlier when the run is interrupted. */
  wait(milliseconds: number): Promise<void>;
}

/** One execution of an approved plan. */
export interface Run {
  /** Opaque id of the run. */
  readonly id: string;
  readonly host: Host;
  readonly plan: Plan;
  readonly approval: Approval;
  readonly who: Identifiers;
  readonly finder: Finder;
  readonly rules: Rules;
  /** The plan's own key, see `PlanInput`. */
  readonly key: Uint8Array;
  readonly journal: Journal;
  readonly clock: Clock;
  /** Guards and rights once more, on the person as it is now. `resumed` tells that the run had begun before. */
  check(resumed: boolean): Promise<readonly Obstacle[]>;
  /** Asked before each group of calls: what stands in the way by now, such as a right that was withdrawn. It stops the run. */
  checkAgain?(): Promise<readonly Obstacle[]>;
  /** Guards on the person's cases as they were listed right before the first write: one may be open again, or a hire by now. */
  checkCases?(cases: readonly Dossier[]): readonly Obstacle[];
  /**
   * Called before each execution's first write: what has to be written down before anything changes, such as what the person is
   * recognized by if they come back meanwhile. What it throws keeps the run from changing anything.
   */
  beforeChange?(): Promise<void>;
  /** Go on to the person's name and address although the host refused some steps; they are reported as gaps. */
  readonly acceptRefused?: boolean;
  /** For what is done by hand: until when this execution looks whether it was, and how often. Without it, it looks once. */
  readonly patience?: { readonly until: Date; readonly everyMilliseconds: number };
  /** Asked before each call: true stops the run between two calls. */
  interrupted?(): boolean;
}

/** Where a run is. Counts only. */
export interface Progress {
  readonly phase: 'reading' | 'blanking' | 'proving' | 'closing' | 'waiting-for-somebody';
  /** Spots read, or steps done in this phase. */
  readonly done: number;
  /** Of how many; missing while that is unknown. */
  readonly of?: number;
  /** The host asked to wait until then, or the next look at what is done by hand is then. */
  readonly waitingUntil?: Date;
}

/** Why a run may stop before its end: the host's eight codes, and what core itself stops for. */
export const stopReasons = [
  'not-approved',
  'obstacles',
  'plan-grew',
  'interrupted',
  'unfinished-steps',
  'waiting-for-somebody',
  ...hostErrorCodes,
] as const;
export type StopReason = (typeof stopReasons)[number];

/** What may be left in a text after a cut, found in a fresh reading. Holds no text. */
export interface Residue {
  readonly spot: SpotId;
  readonly label: string;
  readonly mentions: readonly Mentions[];
}

/** How a run ended. `stopped` runs can be resumed unless they were never approved. */
export interface Ending {
  readonly state: 'done' | 'done-with-gaps' | 'stopped';
  readonly reason?: StopReason;
  /** What is wrong and what to do, for `stopped`. */
  readonly obstacles: readonly Obstacle[];
  /** Spots that need a step and are not in the plan: written since the review. */
  readonly grown: readonly SpotId[];
  /** Texts that mentions were cut from, and in which something is left that may be another mention, for the reviewer. */
  readonly residue: readonly Residue[];
  /** Dossiers whose tallies were compared, and those that differ. */
  readonly tallies: { readonly compared: number; readonly changed: readonly DossierId[] };
}
