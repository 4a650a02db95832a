import type { PersonId, RunState } from '@lethe/core';

/** A run as the account keeps it, for all agents to see. Nothing in it is personal. */
export interface AccountRun {
  readonly run: string;
  readonly person: PersonId;
  /** Zendesk's id of the agent who began it. */
  readonly agent: string;
  readonly state: RunState;
  readonly startedAt: Date;
  readonly endedAt?: Date;
  /** SHA-256 of the approved plan. */
  readonly digest: string;
  /** Steps by outcome, and `gaps`. */
  readonly counts: Readonly<Record<string, number>>;
  /** Position in its agent's ledger. */
  readonly ledger?: string;
}

/** What the account keeps. Every method makes calls and may throw `HostError`. */
export interface AccountRecords {
  /** The newest runs of all agents, at most 100; nothing where the account has no such records or does not show them. */
  runs(): Promise<readonly AccountRun[]>;
  /** The day on which a person was anonymized (`2026-11-28`), if they were. */
  anonymizedOn(person: PersonId): Promise<string | undefined>;
}
