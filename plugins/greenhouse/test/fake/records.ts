/** What an invented Greenhouse stores, under the names version 3 gives it; and what no version shows. */

export interface Valued {
  readonly value: string;
  readonly type?: string;
}

/** A custom field by its key. */
export type CustomFields = Readonly<
  Record<string, { readonly name: string; readonly type: string; readonly value: unknown }>
>;

interface Row {
  readonly id: number;
  readonly created_at: string;
  readonly updated_at: string;
}

export interface Candidate extends Row {
  readonly first_name: string | null;
  readonly last_name: string | null;
  readonly preferred_name: string | null;
  readonly company: string | null;
  readonly title: string | null;
  readonly tags: readonly string[];
  readonly linked_user_ids: readonly number[];
  readonly phone_numbers: readonly Valued[];
  readonly addresses: readonly Valued[];
  readonly email_addresses: readonly Valued[];
  readonly website_addresses: readonly Valued[];
  readonly social_media_addresses: readonly Valued[];
  readonly custom_fields: CustomFields;
  /** No version shows these. */
  readonly unseen: {
    readonly headline: string;
    readonly referral_questions: string;
    readonly follow_up_reminders: string;
    readonly match_score_reasoning: string;
    readonly identity_verification: string;
    readonly third_party_integrations: string;
    readonly pronouns: string;
  };
}

export interface Application extends Row {
  readonly candidate_id: number;
  readonly status: 'in_process' | 'rejected' | 'hired' | 'converted';
  readonly prospect: boolean;
  readonly job_id: number | null;
  readonly stage_id: number | null;
  readonly stage_name: string | null;
  readonly source_id: number | null;
  readonly referrer_id: number | null;
  readonly recruiter_id: number | null;
  readonly coordinator_id: number | null;
  readonly rejected_at: string | null;
  readonly location_address: string | null;
  readonly answers: readonly { readonly question: string; readonly answer: string }[];
  readonly prospective_job_ids: readonly number[];
  readonly custom_fields: CustomFields;
  /** Moves through stages, which no version shows. */
  readonly transitions: readonly string[];
}

export interface Note extends Row {
  readonly candidate_id: number;
  readonly application_id: number | null;
  readonly type: string;
  readonly subject: string | null;
  readonly body: string | null;
  readonly user_id: number | null;
  readonly email_from: string | null;
  readonly email_to: string | null;
  readonly email_cc: readonly string[];
}

interface Filed extends Row {
  readonly application_id: number;
}

export interface Attachment extends Filed {
  readonly candidate_id: number;
  readonly type: string;
  readonly filename: string;
  readonly inside: string;
}

export interface Education extends Row {
  readonly candidate_id: number;
  readonly school: string;
}

export interface Employment extends Row {
  readonly candidate_id: number;
  readonly company_name: string;
  readonly title: string;
}

export interface Offer extends Filed {
  readonly candidate_id: number;
  readonly version: number;
  readonly status: string;
  readonly starts_on: string | null;
  readonly custom_fields: CustomFields;
}

export interface Scorecard extends Filed {
  readonly candidate_rating: string;
  readonly submitter_id: number;
  readonly notes: string | null;
}

export interface Interview extends Filed {
  readonly starts_at: string | null;
  readonly location: string | null;
  readonly status: string;
}

export interface Rejection extends Filed {
  readonly rejection_reason_id: number | null;
  readonly rejection_note_id: number | null;
  readonly question_custom_fields: CustomFields;
}

export interface Prospect extends Filed {
  readonly pool_id: number | null;
  readonly pool_stage_id: number | null;
  readonly prospect_owner_id: number | null;
  readonly office_id: number | null;
  readonly department_id: number | null;
}

export interface Eeoc extends Filed {
  readonly candidate_id: number;
  readonly gender: string;
}

export interface Demographic extends Filed {
  readonly free_form_text: string;
}

/** A credential of either version. */
export interface Credential {
  readonly id: string;
  readonly secret: string;
  /** What it may not: scopes of version 3, beginnings of calls of version 1. */
  readonly refused: readonly string[];
}
