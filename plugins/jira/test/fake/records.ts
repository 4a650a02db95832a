/** What the invented Jira stores. Numbers are ids; people are named by their account id everywhere. */

export interface User {
  readonly id: number;
  readonly accountId: string;
  readonly accountType: 'atlassian' | 'app' | 'customer';
  readonly displayName: string;
  readonly email: string | null;
  /** The person shows the address to nobody. */
  readonly emailHidden: boolean;
  readonly active: boolean;
  /** Shown as "Former user"; nothing else is kept. */
  readonly deleted: boolean;
  /** Customers: whether they may use the portal. */
  readonly portalAccess: boolean;
  readonly groups: readonly string[];
  /** Profile fields of a customer, by name. */
  readonly details: Readonly<Record<string, readonly string[]>>;
  readonly organizations: readonly string[];
  /** Name of the picture's file. */
  readonly photo: string | null;
  readonly created: string;
}

/** Who may do what in a project, by permission: groups and accounts. */
export type Grants = Readonly<Record<string, readonly string[]>>;

export interface Project {
  readonly id: number;
  readonly key: string;
  readonly name: string;
  readonly type: 'service_desk' | 'software' | 'business';
  readonly grants: Grants;
  /** Groups and accounts by role. */
  readonly roles: Readonly<Record<string, readonly string[]>>;
  /** Groups and accounts by issue security level. */
  readonly levels: Readonly<Record<string, readonly string[]>>;
  readonly last: number;
}

export type FieldKind =
  | 'line'
  | 'paragraph'
  | 'user'
  | 'users'
  | 'participants'
  | 'approvers'
  | 'organizations'
  | 'satisfaction'
  | 'request-type'
  | 'number'
  | 'select';

export interface Field {
  readonly id: number;
  readonly fieldId: string;
  readonly name: string;
  readonly kind: FieldKind;
  readonly custom: boolean;
  /** Whether edit screens show it. */
  readonly onScreen: boolean;
  /** Whether bulk edit offers it. */
  readonly inBulk: boolean;
}

export interface Issue {
  readonly id: number;
  readonly key: string;
  readonly formerKeys: readonly string[];
  readonly project: number;
  readonly issuetype: string;
  readonly status: string;
  readonly statusCategory: 'new' | 'indeterminate' | 'done';
  /** Whether the workflow lets anybody edit it now. */
  readonly editable: boolean;
  readonly resolution: string | null;
  readonly priority: string | null;
  readonly reporter: string | null;
  readonly creator: string;
  readonly assignee: string | null;
  readonly watchers: readonly string[];
  readonly security: string | null;
  /** Summary, description, environment and custom fields, as they are stored; `null` or absent where empty. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly properties: Readonly<Record<string, unknown>>;
  /** What the customer said of the service; only the rating is shown. */
  readonly feedback: { readonly rating: number; readonly comment: string } | null;
  readonly created: string;
  readonly updated: string;
}

export interface Visibility {
  readonly type: 'group' | 'role';
  readonly value: string;
}

export interface Comment {
  readonly id: number;
  readonly issue: number;
  readonly author: string;
  readonly updateAuthor: string;
  readonly body: unknown;
  readonly visibility: Visibility | null;
  /** A note among colleagues. */
  readonly internal: boolean;
  readonly authorCanSeeRequest: boolean;
  readonly created: string;
  readonly updated: string;
}

export interface Worklog {
  readonly id: number;
  readonly issue: number;
  readonly author: string;
  readonly updateAuthor: string;
  readonly comment: unknown;
  readonly visibility: Visibility | null;
  readonly started: string;
  readonly timeSpentSeconds: number;
  readonly created: string;
  readonly updated: string;
}

export interface Attachment {
  readonly id: number;
  readonly issue: number;
  readonly author: string;
  readonly filename: string;
  readonly mimeType: string;
  readonly size: number;
  readonly created: string;
  readonly inside: string;
}

export interface HistoryItem {
  readonly field: string;
  readonly fieldId: string;
  readonly fieldtype: 'jira' | 'custom';
  readonly from: string | null;
  readonly fromString: string | null;
  readonly to: string | null;
  readonly toString: string | null;
}

export interface History {
  readonly id: number;
  readonly issue: number;
  readonly author: string;
  readonly created: string;
  readonly items: readonly HistoryItem[];
  readonly metadata: Readonly<Record<string, unknown>> | null;
}

/** Work that is done later: by kind, what it is to do. */
export interface Job {
  readonly id: number;
  readonly by: string;
  /** Milliseconds. */
  readonly submitted: number;
  readonly due: number;
  readonly work: Work;
  readonly outcome: Outcome | null;
  /** `half`: all but the first fail; `lie`: says done and does nothing; `failed`: ends without having begun. */
  readonly disturbed?: 'half' | 'lie' | 'failed';
}

export type Work =
  | {
      readonly kind: 'bulk-edit';
      readonly issues: readonly string[];
      readonly values: Readonly<Record<string, unknown>>;
      readonly notify: boolean;
    }
  | {
      readonly kind: 'properties';
      readonly issues: readonly number[];
      readonly properties: Readonly<Record<string, unknown>>;
    }
  | { readonly kind: 'redact'; readonly redactions: readonly Redaction[] };

export interface Redaction {
  readonly externalId: string;
  readonly reason: string;
  readonly contentItem: { readonly id: string; readonly entityType: string; readonly entityId: string };
  readonly redactionPosition: {
    readonly from: number;
    readonly to: number;
    readonly expectedText: string;
    readonly adfPointer?: string | undefined;
  };
}

/** What became of each part of a job, by issue or redaction; `null` went well. */
export interface Outcome {
  readonly done: readonly { readonly what: string; readonly fault: string | null }[];
  /** Issues that are not there, or not for the caller. */
  readonly inaccessible: number;
}

/** Something Jira sent by mail. */
export interface Mail {
  /** Account ids. */
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
}

export interface Token {
  readonly id: number;
  readonly accountId: string;
  readonly token: string;
}
