import type {
  Actor,
  Clock,
  GuardFacts,
  GuardSettings,
  Hold,
  Host,
  Identifiers,
  Obstacle,
  Permissions,
  PersonId,
  Plan,
  Right,
  Rules,
  RunRecord,
  Store,
} from '@lethe/core';

/**
 * What a surface hands in: one installation's host, where things are kept, and who decides what. Nothing here is looked up by
 * the review itself: it has no clock, no randomness, no network and no screen of its own.
 */
export interface Desk {
  /** The host's name in the settings, not its kind: an installation may have two of a kind. */
  readonly name: string;
  readonly host: Host;
  readonly store: Store;
  readonly rules: Rules;
  readonly guards: GuardSettings;
  readonly holds: readonly Hold[];
  /** The account in this host of whoever asks; `outside` if they have none; `undefined` where it is not known, which denies. */
  readonly askedBy: GuardFacts['askedBy'];
  /** Who asks, with the groups they are in now: asked anew at review, when a run starts and before every group of calls. */
  actor(): Promise<Actor>;
  /** Who may do what by now; `undefined` where nobody has set it: then nobody may. Asked as often as `actor`. */
  permissions(): Promise<Permissions | undefined>;
  /** What else forbids somebody with that right to use it now, such as a switch that stops every run. Asked as often as `actor`. */
  forbids?(right: Right): Promise<readonly Obstacle[]>;
  /** Told before each execution of a run changes anything, with what its person goes by. What it throws keeps the run from it. */
  beforeChange?(run: RunRecord, who: Identifiers): Promise<void>;
  readonly clock: Clock;
  /** So many random bytes, fit for keys. */
  random(bytes: number): Uint8Array;
  /** A random id. */
  uuid(): string;
  /** Lets others have the thread for a moment, where there are others: called in the midst of long work. */
  breathe?(): Promise<void>;
  /** Seconds a plan needs at the host's rate limits, where that can be told. */
  estimate?(plan: Plan): number;
  /**
   * Takes a person for one run, so that two agents never run the same one. `run` names the run to the lock: the id of its
   * plan, which the run has before it begins and keeps when it is resumed, so that what a crash left taken can be told from
   * what another run holds.
   */
  lock?(person: PersonId, run: string): Promise<Lock>;
}

/** A person taken for a run, or what stands in the way of that. */
export interface Lock {
  /** Somebody else holds the person, or nothing can be locked here, which a reviewer may acknowledge: nothing was taken. */
  readonly obstacle?: Obstacle;
  /** Gives back what this call took, and nothing where it took nothing or somebody has taken it over since. */
  release(): Promise<void>;
}
