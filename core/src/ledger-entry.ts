import { spotKinds } from './host.ts';
import { outcomes } from './outcome.ts';

/** What the ledger knows to tell. */
export const ledgerEvents = [
  'plan-reviewed',
  'run-approved',
  'run-started',
  'run-resumed',
  'steps-settled',
  'run-ended',
  'run-anchored',
  'rules-changed',
  'rights-changed',
  'verified-later',
  /** Approvals on a server: asked for; given by a second person; refused by one; taken back. */
  'run-requested',
  'run-seconded',
  'run-declined',
  'run-withdrawn',
  'run-request-expired',
  /** Settings on a server, with the digest of what they are now. */
  'guards-changed',
  'people-changed',
  'holds-changed',
  'approvals-changed',
  'caps-changed',
  'links-changed',
  'watch-changed',
  /** Hosts that are not in the settings file. `host-keys-changed`: what it is opened with is another by now. */
  'host-added',
  'host-changed',
  'host-keys-changed',
  'host-removed',
  /** The secret with which a host signs who comes in from its menu: another by now; or there is none any more. */
  'host-entry-changed',
  'host-entry-removed',
  /** Somebody a run erased is in a host again, and what was decided: it is another person; they are reviewed; they agreed anew. */
  'person-returned',
  'return-another-person',
  'return-review',
  'return-consented',
  /** What erased people are recognized by: its time was over, or the key it is made with is another from now on. */
  'suppressions-destroyed',
  'suppression-key-changed',
  /** The kill switch: thrown and released; somebody held for asking too fast, and let go again. */
  'runs-forbidden',
  'runs-allowed',
  'operator-held',
  'operator-released',
  /** A backup was put into an empty database; an erasure that was undone by that, or by the host's own backup, was seen to. */
  'backup-restored',
  'erasure-replayed',
  'database-moved',
  /**
   * A certificate, or a later edition of it, with the digest of its file; that there is a secret which links one to its person; the key
   * they are signed with, with its fingerprint.
   */
  'certificate-issued',
  'certificate-receipt-made',
  'certificate-key-made',
] as const;
export type LedgerEvent = (typeof ledgerEvents)[number];

/** What a run, or whatever else an entry is about, has come to. */
export const ledgerStates = [
  'queued',
  'running',
  'stopped',
  'done',
  'done-with-gaps',
  'superseded',
  'called-off',
] as const;
export type LedgerState = (typeof ledgerStates)[number];

/** What the ledger counts: steps by outcome, spots by kind, and the parts of a plan. */
export const ledgerCounts = [
  ...outcomes,
  ...spotKinds,
  'steps',
  'kept',
  'gaps',
  'unreached',
  'remains',
  'ambiguous',
  'grown',
  'found',
] as const;
export type LedgerCount = (typeof ledgerCounts)[number];

/** What a ledger entry may say: ids, codes, counts. There is no field for free text. */
export interface LedgerFact {
  readonly what: LedgerEvent;
  readonly run?: string;
  readonly host?: string;
  /** Digest of the plan, the rules or the rights it is about. */
  readonly digest?: string;
  readonly rules?: string;
  /** Who did it: an opaque id of an operator, never a name or an address. */
  readonly actor?: string;
  readonly state?: LedgerState;
  /** The earlier run whose erasure this repeats. */
  readonly replays?: string;
  /** Counts by outcome, by kind or by part of a plan. */
  readonly counts?: Readonly<Partial<Record<LedgerCount, number>>>;
  /** What the run's own chain ended with when this was written: from here on it is as safe as the ledger itself. */
  readonly chain?: LedgerPosition;
}

/** How far a ledger goes, and the hash that stands for all of it. */
export interface LedgerPosition {
  /** Number of the last entry; 0 before the first. */
  readonly seq: number;
  /** SHA-256 of that entry, 64 hex digits. */
  readonly hash: string;
}

/** A fact in its place. `hash` covers everything else in it, `prev` included, and so the whole ledger before. */
export interface LedgerEntry extends LedgerPosition {
  /** ISO 8601 in UTC, with milliseconds. */
  readonly at: string;
  readonly fact: LedgerFact;
  /** Hash of the entry before; 64 zeros in the first. */
  readonly prev: string;
  /**
   * The run whose own chain this entry belongs to, numbered from 1; missing in the main one. A store whose runs go on side by side
   * gives each a chain, so that none waits for the others, and anchors it in the main one whenever the run stops or ends.
   */
  readonly chain?: string;
}
