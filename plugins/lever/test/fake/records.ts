/** What an invented Lever stores: under Lever's own names where the Data API shows it, and some of what it does not show. */

/** A phone number and its sort. */
export interface Phone {
  readonly type: string;
  readonly value: string;
}

/** Somebody, for all their opportunities. `links` and `photo` are the contact's; the API shows the first beside opportunities only. */
export interface Contact {
  readonly id: string;
  readonly name: string;
  readonly headline: string;
  readonly emails: readonly string[];
  readonly phones: readonly Phone[];
  readonly location: { readonly name: string } | null;
  readonly links: readonly string[];
  readonly photo: string;
  readonly isAnonymized: boolean;
}

/** Where somebody stands with one job. */
export interface Opportunity {
  readonly id: string;
  readonly contact: string;
  readonly stage: string;
  readonly stageChanges: readonly { readonly toStageId: string; readonly updatedAt: number }[];
  readonly origin: string;
  readonly sources: readonly string[];
  readonly tags: readonly string[];
  readonly confidentiality: 'confidential' | 'non-confidential';
  readonly archived: { readonly reason: string; readonly archivedAt: number } | null;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly isAnonymized: boolean;
  readonly dataProtection: unknown;
  readonly opportunityLocation: string;
  readonly owner: string;
}

/** One entry of a form. */
export interface Field {
  readonly type: string;
  readonly text: string;
  readonly value: unknown;
}

interface OfOpportunity {
  readonly id: string;
  readonly opportunity: string;
  readonly createdAt: number;
}

/** What was entered when applying. */
export interface Application extends OfOpportunity {
  readonly posting: string;
  readonly name: string;
  readonly email: string;
  readonly phone: Phone | null;
  readonly company: string;
  readonly links: readonly string[];
  readonly comments: string;
  readonly ipAddress: string;
  readonly referer: string;
  readonly userAgent: string;
  readonly customQuestions: readonly { readonly text: string; readonly fields: readonly Field[] }[];
}

/** A note, feedback, a referral or an internal form. */
export interface Form extends OfOpportunity {
  readonly text: string;
  readonly fields: readonly Field[];
  readonly user: string;
  readonly deletedAt: number | null;
  /** Whether it came in by the API: Lever does not tell. */
  readonly byApi: boolean;
}

export interface File extends OfOpportunity {
  readonly name: string;
  /** What is inside. */
  readonly inside: string;
}

export interface Resume extends OfOpportunity {
  readonly file: { readonly name: string } | null;
  readonly inside: string;
  readonly parsedData: unknown;
}

export interface Interview extends OfOpportunity {
  readonly subject: string;
  readonly note: string;
  readonly location: string;
  readonly date: number;
  readonly canceledAt: number | null;
  readonly user: string;
}

export interface Offer extends OfOpportunity {
  readonly status: string;
  readonly fields: readonly Field[];
  readonly sentDocument: { readonly fileName: string } | null;
}

/** A mail Lever sent or received for an opportunity, or a survey answer: no list of the API shows it. */
export interface Unseen extends OfOpportunity {
  readonly what: 'mail' | 'survey';
  readonly text: string;
}

export interface ArchiveReason {
  readonly id: string;
  readonly text: string;
  readonly type: 'hired' | 'non-hired';
}

/** A key of the API, and what it may not do: the beginnings of paths. */
export interface Key {
  readonly id: string;
  readonly confidential: boolean;
  readonly refused: readonly string[];
}
