import type { Clock } from '@lethe/core';
import type * as stored from './records.ts';
import { Rows } from './rows.ts';

/** What `candidate.anonymize` may take. */
type Takeable = 'details' | 'links' | 'files' | 'clientInfo' | 'answers' | 'customFields' | 'unseen';

/** How an invented Ashby behaves where nobody knows how the real one does. */
export interface Behaviour {
  /** What anonymizing takes beside name, addresses and numbers. */
  readonly takes: readonly Takeable[];
  /** What it writes in place of the name; nothing leaves the name as it is. */
  readonly nameAfter: string | undefined;
  /** Whether a candidate may be changed who was anonymized. */
  readonly changesAfter: boolean;
  /** Whether a custom field takes an empty text. */
  readonly takesEmpty: boolean;
  /** How long a sync token is good for, in milliseconds. */
  readonly tokenLasts: number;
  /** Calls a second it takes; nothing is no limit. */
  readonly perSecond: number | undefined;
}

const plain: Behaviour = {
  takes: ['details', 'links', 'files', 'clientInfo', 'answers', 'unseen'],
  nameAfter: 'Anonymized Candidate',
  changesAfter: true,
  takesEmpty: true,
  tokenLasts: 86_400_000,
  perSecond: undefined,
};

/** The state of an invented Ashby: everything it stores, shown by its API or not. */
export class Ashby {
  behaviour: Behaviour = plain;
  clock: Pick<Clock, 'now'>;
  readonly candidates = new Rows<stored.Candidate>();
  readonly tags = new Rows<stored.Tag>();
  readonly applications = new Rows<stored.Application>();
  readonly notes = new Rows<stored.Note>();
  readonly clients = new Rows<stored.ClientInfo>();
  readonly feedback = new Rows<stored.Feedback>();
  readonly schedules = new Rows<stored.Schedule>();
  readonly offers = new Rows<stored.Offer>();
  readonly unseen = new Rows<stored.Unseen>();
  readonly fields = new Rows<stored.Field>();
  readonly webhooks = new Rows<stored.Webhook>();
  readonly mailed = new Rows<stored.Mailed>();
  readonly keys = new Rows<stored.Key>();
  /** Who was anonymized: no answer tells. */
  readonly anonymized = new Rows<{ readonly id: string }>();

  constructor(clock: Pick<Clock, 'now'>) {
    this.clock = clock;
  }

  behave(changes: Partial<Behaviour>): void {
    this.behaviour = { ...this.behaviour, ...changes };
  }

  now(): string {
    return this.clock.now().toISOString();
  }

  applicationsOf(candidate: string): readonly stored.Application[] {
    return this.applications.where((one) => one.candidate === candidate);
  }

  /** Everything there is, by what it is. */
  tables(): Readonly<Record<string, Rows<{ readonly id: string }> | Rows<never>>> {
    const { candidates, tags, applications, notes, clients, feedback, schedules, offers, unseen, fields } = this;
    const { webhooks, mailed, anonymized } = this;
    return {
      ...{ candidates, tags, applications, notes, clients, feedback, schedules, offers, unseen, fields },
      ...{ webhooks, mailed, anonymized },
    };
  }

  /** Gives back a function that puts everything back as it is now. */
  snapshot(): () => void {
    const undo = Object.values(this.tables()).map((table) => table.snapshot());
    return () => {
      for (const one of undo) one();
    };
  }
}
