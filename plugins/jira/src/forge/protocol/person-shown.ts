import type { PersonKind } from '@lethe/core';

/** What the clicking user may do here. */
export interface Standing {
  /** Has Jira's global permission *Anonymize users*. */
  readonly mayAnonymize: boolean;
  /** Administers Jira: may change the settings. */
  readonly mayConfigure: boolean;
}

/** A person as a reviewer sees them. The only answer with a name and an address in it; goes to the screen and nowhere else. */
export interface PersonShown {
  /** Names the person in `startReview`. Opaque; good for this user and a day. */
  readonly ref: string;
  readonly name: string;
  readonly addresses: readonly string[];
  readonly kind: PersonKind;
  /** Whether the account may sign in. */
  readonly active: boolean;
  /** Whether it is the clicking user. */
  readonly self: boolean;
  /** A run on this person that has not ended. */
  readonly openRun?: string;
  /** When somebody anonymized them last, ISO. */
  readonly anonymizedAt?: string;
}

/** An issue on which somebody who was erased turned up again; a person decides what becomes of it. */
export interface ReturnLine {
  readonly id: string;
  /** Jira's number of the issue, for `who`. */
  readonly issue: string;
  /** A path on the Jira site. */
  readonly href: string;
  /** ISO. */
  readonly seenAt: string;
}
