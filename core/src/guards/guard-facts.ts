import type { Obstacle } from '../errors.ts';
import type { Person, PersonId, PersonKind } from '../host.ts';
import type { GuardSettings } from './guard-settings.ts';
import type { Hold } from './hold.ts';

/** A run that has not ended. */
export interface OpenRun {
  readonly run: string;
  readonly person: PersonId;
  readonly kind: PersonKind;
  readonly state: 'queued' | 'in-progress' | 'stopped';
}

/**
 * What the guards judge by; all of it about one person in one host. Read anew for every check.
 * `undefined` means that it could not be found out: the guard that needs it denies.
 */
export interface GuardFacts {
  readonly person: Person;
  /** What other accounts found by the person's identifiers are: an agent may also be a requester. */
  readonly alsoKnownAs: readonly PersonKind[] | undefined;
  /** Whether another account of the host goes by one of the person's addresses. */
  readonly sharesAddress: boolean;
  /** The run this is checked for, once there is one: it does not stand in its own way. */
  readonly run?: string;
  /** The account in this host of whoever asks; `outside` if they have none, as on a command line. */
  readonly askedBy: PersonId | 'outside' | undefined;
  /** Runs on anybody in this host. */
  readonly openRuns: readonly OpenRun[] | undefined;
  /** How many accounts but this one can administer the host now. */
  readonly otherAdministrators: number | undefined;
  /** Holds on people of this host. */
  readonly holds: readonly Hold[] | undefined;
  /** What the rules put in place of the name. */
  readonly replacementName: string;
  readonly settings: GuardSettings;
}

/** Says what stands in the way, if its one precondition does not hold. Pure. */
export type Guard = (facts: GuardFacts) => readonly Obstacle[];
