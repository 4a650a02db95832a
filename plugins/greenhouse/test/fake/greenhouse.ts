import type { Clock } from '@lethe/core';
import type * as stored from './records.ts';
import { Rows } from './rows.ts';

/** How an invented Greenhouse behaves where nobody knows how the real one does. */
export interface Behaviour {
  /** What the one property of the body of `anonymize` is called in version 3. */
  readonly bodyName: string;
  /** Query parameters it takes no notice of. */
  readonly ignores: readonly string[];
  /** Whether a candidate may be without a last name. */
  readonly wantsLastName: boolean;
  /** Fields that are taken and not carried out. */
  readonly forgets: readonly string[];
  /** Fields it does not know. */
  readonly unknown: readonly string[];
  /** What asking for a candidate that was merged answers. */
  readonly mergedAnswers: 'survivor' | 'nothing';
  /** Rows a page has at most. */
  readonly page: number;
  /** Calls a window allows. */
  readonly limit: number;
  /** How the answer with a token says how long it is good. */
  readonly tokenSays: 'expires_in' | 'expires' | 'nothing';
}

const plain: Behaviour = {
  bodyName: 'fields',
  ignores: [],
  wantsLastName: false,
  forgets: [],
  unknown: [],
  mergedAnswers: 'nothing',
  page: 500,
  limit: 50,
  tokenSays: 'expires_in',
};

/** The state of an invented Greenhouse: everything it stores, shown by its API or not. */
export class Greenhouse {
  behaviour: Behaviour = plain;
  readonly clock: Pick<Clock, 'now'>;
  readonly candidates = new Rows<stored.Candidate>();
  readonly applications = new Rows<stored.Application>();
  readonly notes = new Rows<stored.Note>();
  readonly attachments = new Rows<stored.Attachment>();
  readonly educations = new Rows<stored.Education>();
  readonly employments = new Rows<stored.Employment>();
  readonly offers = new Rows<stored.Offer>();
  readonly scorecards = new Rows<stored.Scorecard>();
  readonly interviews = new Rows<stored.Interview>();
  readonly rejections = new Rows<stored.Rejection>();
  readonly prospects = new Rows<stored.Prospect>();
  readonly eeoc = new Rows<stored.Eeoc>();
  readonly demographics = new Rows<stored.Demographic>();
  readonly credentials: stored.Credential[] = [];
  /** The candidate another one was merged into. */
  readonly merged = new Map<number, number>();
  /** Tokens that were given out, and until when each is good. */
  readonly tokens = new Map<string, { readonly credential: string; readonly until: number }>();
  /** Webhooks that were sent: bodies. */
  readonly webhooks: string[] = [];

  constructor(clock: Pick<Clock, 'now'>) {
    this.clock = clock;
  }

  behave(changes: Partial<Behaviour>): void {
    this.behaviour = { ...this.behaviour, ...changes };
  }

  now(): string {
    return this.clock.now().toISOString();
  }

  applicationsOf(candidate: number): readonly stored.Application[] {
    return this.applications.where((one) => one.candidate_id === candidate);
  }

  /** What is filed under one of a candidate's applications. */
  filed<T extends { readonly id: number; readonly application_id: number }>(
    rows: Rows<T>,
    candidate: number,
  ): readonly T[] {
    const own = new Set(this.applicationsOf(candidate).map(({ id }) => id));
    return rows.where((row) => own.has(row.application_id));
  }

  /** A colleague merges one candidate into another. */
  merge(from: number, into: number): void {
    for (const { id } of this.applicationsOf(from)) this.applications.update(id, { candidate_id: into });
    for (const { id } of this.notes.where((one) => one.candidate_id === from))
      this.notes.update(id, { candidate_id: into });
    this.candidates.delete(from);
    this.merged.set(from, into);
    const payload = { person: { id: from, first_name: 'Ada', new_candidate_id: into } };
    this.webhooks.push(JSON.stringify({ action: 'merge_candidate', payload }));
  }

  /** Everything there is, by what it is. */
  tables(): Readonly<Record<string, Rows<{ readonly id: number }> | Rows<never>>> {
    const { candidates, applications, notes, attachments, educations, employments, offers } = this;
    const { scorecards, interviews, rejections, prospects, eeoc, demographics } = this;
    return {
      ...{ candidates, applications, notes, attachments, educations, employments, offers },
      ...{ scorecards, interviews, rejections, prospects, eeoc, demographics },
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
