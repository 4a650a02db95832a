import type { Obstacle } from '@lethe/core';
import type { Field } from './fields/field.ts';
import type { Application, Candidate, CandidateRecord, FeedKind, Part } from './record.ts';

/** What a candidate is to be called. */
export interface NewName {
  readonly first: string;
  readonly last: string;
}

/**
 * Greenhouse's Harvest API, whichever version: what this plugin needs of it, and no decisions. Every call throws `HostError`.
 */
export interface Harvest {
  readonly version: 'v1' | 'v3';
  /** What of the activity feed this version shows; the rest may be there and cannot be seen. */
  readonly showsInFeed: ReadonlySet<FeedKind>;
  /** Whether one file can be deleted by itself. */
  readonly removesAttachments: boolean;
  /** Candidates, a page at a time; with an address those it may belong to. Greenhouse may ignore a filter it does not know. */
  candidates(email?: string): AsyncIterable<readonly Candidate[]>;
  /** One candidate; of one that was merged into another perhaps that other one. */
  candidate(id: string): Promise<Candidate | undefined>;
  application(id: string): Promise<Application | undefined>;
  /** A candidate with the parts that are asked for; of one that is gone every part is empty. */
  record(id: string, parts: ReadonlySet<Part>): Promise<CandidateRecord>;
  /** Greenhouse's own anonymization of some fields, for good. */
  anonymize(candidate: string, fields: readonly Field[]): Promise<void>;
  /** Changes what is named, and nothing else. */
  rename(candidate: string, changes: { readonly name?: NewName; readonly preferredName?: null }): Promise<void>;
  removeAttachment(id: string): Promise<void>;
  /** What the credential lacks, as far as reading tells. */
  preflight(): Promise<readonly Obstacle[]>;
}
