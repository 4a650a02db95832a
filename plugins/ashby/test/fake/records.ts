/** What an invented Ashby stores: under Ashby's own names where its API shows it, and some of what no call shows. */

interface Reached {
  readonly value: string;
  readonly type: 'Personal' | 'Work' | 'Other';
  readonly isPrimary: boolean;
}

export interface FileHandle {
  readonly id: string;
  readonly name: string;
  readonly handle: string;
}

export interface FieldValue {
  readonly id: string;
  readonly title: string;
  readonly value: unknown;
}

export interface Candidate {
  readonly id: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly name: string;
  readonly emailAddresses: readonly Reached[];
  readonly phoneNumbers: readonly Reached[];
  readonly socialLinks: readonly { readonly type: string; readonly url: string }[];
  readonly tags: readonly string[];
  readonly position: string | null;
  readonly company: string | null;
  readonly school: string | null;
  readonly timezone: string | null;
  readonly city: string | null;
  readonly fileHandles: readonly FileHandle[];
  readonly customFields: readonly FieldValue[];
  readonly source: string;
}

export interface Tag {
  readonly id: string;
  readonly title: string;
  readonly isArchived: boolean;
}

export interface Application {
  readonly id: string;
  readonly candidate: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly status: 'Hired' | 'Archived' | 'Active' | 'Lead';
  readonly stage: string;
  readonly source: string;
  readonly archivedAt: string | null;
  readonly archiveRemark: string;
  readonly job: string;
  readonly locationId: string;
  readonly isApplied: boolean;
  readonly submitterClientIp: string | null;
  readonly submitterUserAgent: string | null;
  readonly resume: FileHandle | null;
  readonly customFields: readonly FieldValue[];
  readonly submissions: readonly { readonly id: string; readonly submittedValues: Readonly<Record<string, string>> }[];
}

export interface Note {
  readonly id: string;
  readonly candidate: string;
  readonly createdAt: string;
  readonly content: string;
}

export interface ClientInfo {
  readonly id: string;
  readonly candidate: string;
  readonly application: string;
  readonly ipAddress: string;
  readonly userAgent: string;
}

export interface Feedback {
  readonly id: string;
  readonly application: string;
  readonly submittedValues: Readonly<Record<string, string>>;
}

export interface Schedule {
  readonly id: string;
  readonly application: string;
  readonly status: string;
  readonly startTime: string | null;
}

export interface Offer {
  readonly id: string;
  readonly application: string;
  readonly acceptanceStatus: string;
  readonly remark: string;
}

/** A mail, a survey answer, a recording: no call shows it. */
export interface Unseen {
  readonly id: string;
  readonly candidate: string;
  readonly text: string;
}

/** One of the organization's own fields. */
export interface Field {
  readonly id: string;
  readonly title: string;
  readonly objectType: 'Candidate' | 'Application';
  readonly fieldType: string;
}

/** A key of the API, and the calls it lacks the permission for. */
export interface Key {
  readonly id: string;
  readonly refused: readonly string[];
}

/** Where Ashby tells of what happens. */
export interface Webhook {
  readonly id: string;
  readonly webhookType: string;
  readonly requestUrl: string;
  readonly secretToken: string;
}

/** A change somebody who follows the candidate was mailed about. */
export interface Mailed {
  readonly id: string;
  readonly candidate: string;
  readonly text: string;
}
