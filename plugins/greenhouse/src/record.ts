import type { Personal } from '@lethe/core';

/** A candidate with all that Greenhouse files under them, as both versions of its API tell it. Numbers are texts here. */

/** Who somebody is, for all their applications. */
export interface Candidate {
  readonly id: string;
  /** First and last name. */
  readonly name: Personal;
  readonly preferredName: Personal;
  readonly company: Personal;
  readonly title: Personal;
  readonly tags: readonly Personal[];
  readonly phones: readonly Personal[];
  readonly emails: readonly Personal[];
  readonly socialMedia: readonly Personal[];
  readonly websites: readonly Personal[];
  readonly addresses: readonly Personal[];
  readonly customFields: readonly Personal[];
  /** Whether Greenhouse links the candidate to a user, who then works here. */
  readonly isUser: boolean;
  readonly lastActivity: Date | undefined;
}

/** Where somebody stands with one job, or as a prospect with none. */
export interface Application {
  readonly id: string;
  readonly candidate: string;
  readonly status: string;
  readonly prospect: boolean;
  readonly location: Personal;
  readonly answers: readonly Personal[];
  readonly customFields: readonly Personal[];
  /** What reports count; blank where there is none. Numbers, and names of what has one. */
  readonly facts: {
    readonly job: string;
    readonly stage: string;
    readonly source: string;
    readonly created: string;
    readonly rejected: string;
    readonly recruiter: string;
    readonly coordinator: string;
    readonly credited: string;
    readonly prospectJobs: string;
  };
}

/** What an entry of the activity feed is; `other` is what no field of the anonymization covers, `feedback` of it judges. */
export const feedKinds = [
  'notes',
  'rejection_notes',
  'emails',
  'activity_items',
  'innotes',
  'inmails',
  'touchpoints',
  'follow_up_reminders',
  'feedback',
  'other',
] as const;
export type FeedKind = (typeof feedKinds)[number];

/** An entry of the activity feed: a note, a mail with its addresses, a line of the log. */
export interface FeedItem {
  readonly id: string;
  readonly kind: FeedKind;
  readonly application: string;
  readonly text: Personal;
  readonly at: Date;
  readonly user: string;
}

/** Something that is filed under one application. */
export interface Filed {
  readonly id: string;
  readonly application: string;
}

/** A file, by its name. */
export interface Attachment extends Filed {
  readonly name: Personal;
}

/** An offer, with all values somebody entered. */
export interface Offer extends Filed {
  readonly status: string;
  readonly version: string;
  readonly values: readonly Personal[];
}

/** What somebody thought of the candidate after an interview. */
export interface Scorecard extends Filed {
  readonly text: Personal;
  readonly rating: string;
  readonly at: Date;
  readonly user: string;
}

/** When and where an interview is or was. */
export interface Interview extends Filed {
  readonly text: Personal;
  readonly status: string;
  readonly startsAt: Date | undefined;
}

/** Why an application was rejected, and what was answered then. */
export interface Rejection extends Filed {
  readonly reason: string;
  readonly note: string;
  readonly answers: readonly Personal[];
}

/** What a prospect belongs to. */
export interface Prospect extends Filed {
  readonly owner: string;
  readonly pool: string;
  readonly office: string;
  readonly department: string;
}

/** What somebody told about themselves for statistics. */
export interface SelfReport extends Filed {
  readonly text: Personal;
}

/** All of it. A list nobody asked for is empty; one that the key may not see is missing. */
export interface CandidateRecord {
  readonly candidate: Candidate | undefined;
  readonly applications: readonly Application[];
  readonly feed: readonly FeedItem[];
  readonly attachments: readonly Attachment[];
  readonly educations: readonly Personal[];
  readonly employments: readonly Personal[];
  readonly offers: readonly Offer[];
  readonly scorecards: readonly Scorecard[];
  readonly interviews: readonly Interview[];
  readonly rejections: readonly Rejection[];
  readonly prospects: readonly Prospect[];
  readonly eeoc: readonly SelfReport[] | undefined;
  readonly demographics: readonly SelfReport[] | undefined;
}

/** A part of a record. Each is asked for by itself where the API has a list for it. */
export type Part = keyof CandidateRecord;

/** Every part of a record. */
export const allParts: ReadonlySet<Part> = new Set<Part>([
  ...(['candidate', 'applications', 'feed', 'attachments', 'educations', 'employments', 'offers'] as const),
  ...(['scorecards', 'interviews', 'rejections', 'prospects', 'eeoc', 'demographics'] as const),
]);

/** Whether an application is still to be decided on. */
export function isOpen({ status }: Pick<Application, 'status'>): boolean {
  return !['rejected', 'hired', 'converted'].includes(status);
}
