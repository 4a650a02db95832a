import type { Clock } from '@lethe/core';
import { Limits } from './limits.ts';
import type * as stored from './records.ts';
import { Rows } from './rows.ts';

/** How an invented Lever behaves where nobody knows how the real one does. */
export interface Behaviour {
  /** What a key that may not see confidential opportunities gets when it asks for them. */
  readonly refusesConfidential: 'with-nothing' | 'with-403';
  /** Query parameters it takes no notice of. */
  readonly ignores: readonly string[];
  /** Whether deleting a file has to name a user. */
  readonly filesNeedUser: boolean;
  /** Whether files can be deleted over the API at all. */
  readonly filesCanGo: boolean;
  /** Whether `expand=applications` is understood. */
  readonly expands: boolean;
  /** What of a contact it does not let be changed. */
  readonly fixed: readonly string[];
  /** What Anonymize takes away beyond what Lever's help says. */
  readonly alsoTakes: readonly ('answers' | 'forms' | 'offers')[];
  /** Whether a 429 says for how long. */
  readonly saysRetryAfter: boolean;
}

const plain: Behaviour = {
  refusesConfidential: 'with-nothing',
  ignores: [],
  filesNeedUser: false,
  filesCanGo: true,
  expands: true,
  fixed: [],
  alsoTakes: [],
  saysRetryAfter: true,
};

/** The state of an invented Lever: everything it stores, shown by its API or not. */
export class Lever {
  behaviour: Behaviour = plain;
  clock: Pick<Clock, 'now'>;
  readonly contacts = new Rows<stored.Contact>();
  readonly opportunities = new Rows<stored.Opportunity>();
  readonly applications = new Rows<stored.Application>();
  readonly feedback = new Rows<stored.Form>();
  readonly files = new Rows<stored.File>();
  readonly forms = new Rows<stored.Form>();
  readonly interviews = new Rows<stored.Interview>();
  readonly notes = new Rows<stored.Form>();
  readonly offers = new Rows<stored.Offer>();
  readonly referrals = new Rows<stored.Form>();
  readonly resumes = new Rows<stored.Resume>();
  readonly unseen = new Rows<stored.Unseen>();
  readonly archiveReasons = new Rows<stored.ArchiveReason>();
  readonly keys = new Rows<stored.Key>();
  readonly limits: Limits;

  constructor(clock: Pick<Clock, 'now'>) {
    this.clock = clock;
    this.limits = new Limits(() => this.milliseconds());
  }

  behave(changes: Partial<Behaviour>): void {
    this.behaviour = { ...this.behaviour, ...changes };
  }

  milliseconds(): number {
    return this.clock.now().getTime();
  }

  /** What is filed under an opportunity, oldest first. */
  of<T extends { readonly id: string; readonly opportunity: string }>(
    rows: Rows<T>,
    opportunity: string,
  ): readonly T[] {
    return rows.where((row) => row.opportunity === opportunity);
  }

  opportunitiesOf(contact: string): readonly stored.Opportunity[] {
    return this.opportunities.where((one) => one.contact === contact);
  }

  /** Everything there is, by what it is. */
  tables(): Readonly<Record<string, Rows<{ readonly id: string }> | Rows<never>>> {
    const { contacts, opportunities, applications, feedback, files, forms, interviews, notes, offers } = this;
    const { referrals, resumes, unseen, archiveReasons } = this;
    return {
      ...{ contacts, opportunities, applications, feedback, files, forms, interviews, notes, offers },
      ...{ referrals, resumes, unseen, archiveReasons },
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
