/** What came of trying to take a person for one run, in one of the ways there are. */
export type Taken =
  | { readonly held: Hold }
  /** Another run has the person. */
  | { readonly takenBy: Holder }
  /** This way of locking does not work here: it is not there, or this agent may not use it. */
  | 'unusable';

/** Who has a person, as far as can be told. */
export interface Holder {
  /** Zendesk's id of the agent. */
  readonly agent?: string;
  readonly since: Date;
}

/** A person held for a run. Each method makes calls and may throw `HostError`. */
export interface Hold {
  /** Shows that we are at work and looks whether the person still is ours; false once somebody has taken it over. */
  beat(): Promise<boolean>;
  /** Gives the person back if they still are ours. */
  release(): Promise<void>;
}

/** For whom and for what. */
export interface Wanted {
  /** Zendesk's number of the person. */
  readonly user: string;
  /** Names the run, the same whenever it is resumed. */
  readonly run: string;
  /** Zendesk's id of the agent. */
  readonly agent: string;
}

/** A hold whose agent has shown no sign of life for so long may be taken over. */
export const STALE_AFTER = 5 * 60_000;
