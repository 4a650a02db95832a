/** What a Zendesk stores, under Zendesk's own names. What it stores and never shows is marked. */

export interface Photo {
  readonly id: number;
  readonly file_name: string;
  readonly content_url: string;
  readonly content_type: string;
  readonly size: number;
}

export interface User {
  readonly id: number;
  readonly name: string;
  readonly alias: string;
  readonly details: string;
  readonly notes: string;
  readonly signature: string;
  readonly phone: string | null;
  readonly shared_phone_number: boolean | null;
  readonly role: 'end-user' | 'agent' | 'admin';
  readonly custom_role_id: number | null;
  readonly ticket_restriction: 'assigned' | 'groups' | 'organization' | 'requested' | null;
  readonly suspended: boolean;
  /** False once deleted. */
  readonly active: boolean;
  /** Never shown: nothing of the person is left. */
  readonly erased: boolean;
  /** Never shown: owns the account. */
  readonly owner: boolean;
  readonly shared: boolean;
  readonly shared_agent: boolean;
  readonly external_id: string | null;
  readonly tags: readonly string[];
  readonly organization_id: number | null;
  readonly default_group_id: number | null;
  readonly user_fields: Readonly<Record<string, unknown>>;
  readonly photo: Photo | null;
  readonly locale: string;
  readonly time_zone: string;
  readonly created_at: string;
  readonly updated_at: string;
  readonly last_login_at: string | null;
}

export const identityTypes = [
  ...(['email', 'phone_number', 'twitter', 'facebook', 'google'] as const),
  ...(['agent_forwarding', 'any_channel', 'foreign', 'sdk', 'messaging'] as const),
] as const;
export type IdentityType = (typeof identityTypes)[number];

export interface Identity {
  readonly id: number;
  readonly user_id: number;
  readonly type: IdentityType;
  readonly value: string;
  readonly verified: boolean;
  readonly primary: boolean;
  readonly created_at: string;
  readonly updated_at: string;
}

export interface Via {
  readonly channel: string;
  readonly source: {
    readonly from: Readonly<Record<string, unknown>>;
    readonly to: Readonly<Record<string, unknown>>;
    readonly rel: string | null;
  };
}

export const ticketStates = ['new', 'open', 'pending', 'hold', 'solved', 'closed'] as const;
type TicketState = (typeof ticketStates)[number];

export interface Ticket {
  readonly id: number;
  readonly subject: string | null;
  readonly status: TicketState;
  readonly type: 'problem' | 'incident' | 'question' | 'task' | null;
  readonly priority: 'urgent' | 'high' | 'normal' | 'low' | null;
  readonly requester_id: number;
  readonly submitter_id: number;
  readonly assignee_id: number | null;
  readonly organization_id: number | null;
  readonly group_id: number | null;
  readonly brand_id: number;
  readonly ticket_form_id: number | null;
  readonly problem_id: number | null;
  readonly recipient: string | null;
  readonly external_id: string | null;
  readonly tags: readonly string[];
  readonly custom_fields: readonly { readonly id: number; readonly value: unknown }[];
  readonly email_cc_ids: readonly number[];
  readonly follower_ids: readonly number[];
  readonly satisfaction_rating: Readonly<Record<string, unknown>>;
  readonly followup_ids: readonly number[];
  readonly via: Via;
  readonly created_at: string;
  readonly updated_at: string;
  /** Never shown: in the archive, which is 120 days after it was closed. */
  readonly archived: boolean;
  /** Never shown as such: in the bin, or gone for good with only its numbers kept. */
  readonly deleted: 'no' | 'soft' | 'for-good';
  /** Never shown: "view original email" is switched off. */
  readonly original_hidden: boolean;
}

/** What a comment is beyond what its channel tells; some kinds cannot be redacted. */
export const commentKinds = [
  ...(['ordinary', 'sms', 'sdk', 'channel-framework', 'merge-note', 'translated', 'bot', 'slack'] as const),
  ...(['quick-reply', 'call-summary', 'active-chat', 'live-chat-archived'] as const),
] as const;
export type CommentKind = (typeof commentKinds)[number];

export interface Comment {
  readonly id: number;
  readonly ticket_id: number;
  readonly audit_id: number;
  readonly type: 'Comment' | 'VoiceComment';
  readonly author_id: number;
  readonly html_body: string;
  readonly public: boolean;
  readonly via: Via;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly created_at: string;
  /** Never shown. */
  readonly kind: CommentKind;
  /** Never shown by the API: the mail as it came in. */
  readonly original: string | null;
}

export interface Attachment {
  readonly id: number;
  readonly comment_id: number;
  readonly file_name: string;
  readonly content_url: string;
  readonly content_type: string;
  readonly size: number;
  readonly inline: boolean;
  /** Never shown by the API itself: what a download gives. */
  readonly inside: string;
}

/** One line of an audit. A `Comment` holds the number of its comment only, so that it shows the comment as it is now. */
export type AuditEvent = { readonly id: number; readonly type: string } & Readonly<Record<string, unknown>>;

export interface Audit {
  readonly id: number;
  readonly ticket_id: number;
  readonly author_id: number;
  readonly created_at: string;
  readonly via: Via;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly events: readonly AuditEvent[];
}

export interface SuspendedTicket {
  readonly id: number;
  readonly author: { readonly id: number | null; readonly name: string; readonly email: string };
  readonly subject: string;
  readonly content: string;
  readonly cause: string;
  readonly recipient: string;
  readonly created_at: string;
}

export interface SideConversation {
  readonly id: number;
  readonly ticket_id: number;
  readonly subject: string;
  readonly state: 'open' | 'closed';
  readonly participants: readonly Readonly<Record<string, unknown>>[];
  readonly events: readonly { readonly message: string; readonly from: string }[];
}

export interface Session {
  readonly id: number;
  readonly user_id: number;
  readonly authenticated_at: string;
  readonly last_seen_at: string;
}

export interface Named {
  readonly id: number;
  readonly name: string;
}

export interface Membership {
  readonly id: number;
  readonly user_id: number;
  /** The group or the organization. */
  readonly of: number;
  readonly default: boolean;
}

export interface Role {
  readonly id: number;
  readonly name: string;
  readonly role_type: number;
  readonly configuration: Readonly<Record<string, unknown>>;
  /** Never shown unless the account says under which name: "Redact ticket content". */
  readonly may_redact: boolean;
}

export interface Field {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  /** Of user fields: their name in `user_fields`. */
  readonly key: string;
  readonly required: boolean;
  readonly active: boolean;
}

/** A post, a comment on one, or a comment on an article of the Help Center. */
export interface HelpText {
  readonly id: number;
  /** Never shown once it is true, and kept. */
  readonly deleted: boolean;
  readonly kind: 'post' | 'post-comment' | 'article-comment';
  readonly author_id: number;
  /** The post or article it stands under; 0 for posts. */
  readonly under: number;
  readonly title: string;
  readonly body: string;
  readonly locale: string;
  readonly created_at: string;
  readonly updated_at: string;
}

/** A vote or a subscription. */
export interface HelpMark {
  readonly id: number;
  readonly kind: 'vote' | 'subscription';
  readonly user_id: number;
  readonly content_type: 'Article' | 'Post' | 'Section' | 'Topic';
  readonly content_id: number;
  readonly value: number;
  readonly locale: string;
  readonly created_at: string;
}

export interface CustomRecord {
  readonly id: number;
  readonly object: string;
  readonly name: string;
  readonly external_id: string | null;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly created_by: number;
  readonly created_at: string;
  readonly updated_at: string;
}

/** A row of a job: what it does, and what came of it. */
export interface JobRow {
  readonly id: number;
  readonly action: 'update' | 'delete';
  readonly changes: Readonly<Record<string, unknown>>;
}

export interface Job {
  readonly id: number;
  readonly key: string;
  readonly job_type: string;
  readonly by: number;
  readonly rows: readonly JobRow[];
  readonly run: 'update' | 'delete' | 'delete-for-good' | 'delete-users';
  /** Milliseconds. */
  readonly queued_at: number;
  readonly due_at: number;
  /** How it is disturbed: later rows fail, nothing is done, the whole job fails or is killed. */
  readonly disturbed?: 'half' | 'lie' | 'failed' | 'killed';
  readonly results: readonly Readonly<Record<string, unknown>>[] | undefined;
}

export interface Token {
  readonly id: number;
  readonly token: string;
  readonly user_id: number;
  readonly scopes: readonly string[];
  /** Milliseconds; null never. */
  readonly expires_at: number | null;
  readonly refresh_token: string | null;
  readonly refresh_until: number | null;
  readonly client_id: string;
}

/** A rule of the account that mails the requester when a ticket was updated. */
export interface Trigger {
  readonly id: number;
  readonly title: string;
  /** Does not fire on tickets with this tag. */
  readonly unlessTag: string | null;
  readonly mails: 'requester' | 'requester-and-ccs';
  readonly body: string;
}

/** A client that may ask for tokens. Without a secret it is public and must prove itself with PKCE. */
export interface Client {
  readonly id: number;
  readonly key: string;
  readonly secret: string | null;
  readonly redirects: readonly string[];
  /** Whose tokens client credentials give, and who agrees where nobody is signed in. */
  readonly user: number | null;
}
