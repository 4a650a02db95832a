import type { Greenhouse } from './greenhouse.ts';
import type * as stored from './records.ts';

/** What version 3 shows of what is stored. */

export function candidateShape({ unseen: _unseen, ...row }: stored.Candidate): object {
  return { ...row, last_activity_at: row.updated_at, private: false, can_email: true, time_zone: null };
}

export function applicationShape({ transitions: _transitions, ...row }: stored.Application): object {
  return { ...row, agency_note_id: null, job_post_id: null, needs_decision: false, last_activity_at: row.updated_at };
}

export function noteShape(row: stored.Note): object {
  const beside = { import_hash: null, body_with_tags: row.body, visibility: 'publicly_visible' };
  return { ...row, ...beside, email_attachment_file_names: null };
}

export function attachmentShape({ inside: _inside, ...row }: stored.Attachment): object {
  return { ...row, url: 'https://files.greenhouse.test/one' };
}

/** Schools are options of a custom field. */
export function educationShape({ school: _school, ...row }: stored.Education): object {
  const option = { school_name_custom_field_option_id: row.id, degree_custom_field_option_id: null };
  const dates = { start_at: null, end_at: null, start_date_month: null, start_date_year: 2012 };
  const ends = { end_date_month: null, end_date_year: 2016, latest: true };
  return { ...row, ...option, discipline_custom_field_option_id: null, ...dates, ...ends };
}

export function employmentShape(row: stored.Employment): object {
  return { ...row, start_date: '2016-01-01', end_date: null, latest: true };
}

export function offerShape(row: stored.Offer): object {
  return { ...row, job_id: 1, opening_id: null, sent_on: null, resolved_at: null };
}

export function scorecardShape(row: stored.Scorecard): object {
  const texts = { notes_with_tags: row.notes, private_notes: null, private_notes_with_tags: null, public_notes: null };
  const kit = { interview_kit_id: 1, interviewer_id: row.submitter_id, interviewed_at: row.created_at };
  return { ...row, ...texts, ...kit, public_notes_with_tags: null, status: 'complete', submitted_at: row.created_at };
}

export function interviewShape(row: stored.Interview): object {
  const when = { ends_at: row.starts_at, scheduled_at: row.created_at, all_day_start_on: null, all_day_end_on: null };
  const what = { job_id: 1, job_interview_id: 1, organizer_id: 9, external_event_id: null };
  return { ...row, ...when, ...what, video_conferencing_url: null, availability_received_at: null };
}

export function rejectionShape(row: stored.Rejection): object {
  return { ...row, rejected_by_id: 9, rejected_at: row.created_at };
}

export function prospectShape(row: stored.Prospect): object {
  return row;
}

const declined = { id: null, description: null };

export function eeocShape({ gender, ...row }: stored.Eeoc): object {
  const others = { race: declined, veteran_status: declined, disability_status: declined };
  return { ...row, gender: { id: 1, description: gender }, ...others, submitted_at: row.created_at };
}

export function demographicShape(row: stored.Demographic): object {
  return { ...row, demographic_question_id: 1, demographic_answer_option_id: null };
}

/** Custom fields as version 1 shows them: values by key, and again with their names. */
function customV1(fields: stored.CustomFields): object {
  const values = Object.entries(fields).map(([key, { value }]): [string, unknown] => [key, value]);
  return { custom_fields: Object.fromEntries(values), keyed_custom_fields: fields };
}

const named = (id: number | null): object | null => (id === null ? null : { id, name: `Colleague ${String(id)}` });

/** A candidate as version 1 shows it. */
export function candidateV1(greenhouse: Greenhouse, row: stored.Candidate): object {
  const { id, first_name, last_name, company, title, tags, linked_user_ids, created_at, updated_at } = row;
  const applications = greenhouse.applicationsOf(id);
  const own = <T extends { readonly candidate_id: number }>(rows: readonly T[]): readonly T[] =>
    rows.filter((one) => one.candidate_id === id);
  return {
    ...{ id, first_name, last_name, company, title, tags, linked_user_ids, created_at, updated_at },
    last_activity: updated_at,
    ...{ is_private: false, can_email: true, photo_url: null, phone_numbers: row.phone_numbers },
    ...{ addresses: row.addresses, email_addresses: row.email_addresses, website_addresses: row.website_addresses },
    ...{ social_media_addresses: row.social_media_addresses, application_ids: applications.map((one) => one.id) },
    recruiter: named(applications[0]?.recruiter_id ?? null),
    coordinator: named(applications[0]?.coordinator_id ?? null),
    applications: applications.map((one) => applicationV1(greenhouse, one)),
    educations: own(greenhouse.educations.all()).map((one) => ({
      ...{ id: one.id, school_name: one.school, degree: 'MSc', discipline: null },
    })),
    employments: own(greenhouse.employments.all()),
    attachments: own(greenhouse.attachments.all()).map(({ filename, type }) => ({ filename, type, url: '' })),
    ...customV1(row.custom_fields),
  };
}

/** An application as version 1 shows it. */
export function applicationV1(greenhouse: Greenhouse, row: stored.Application): object {
  const { id, candidate_id, prospect, status, answers, created_at, rejected_at } = row;
  const [rejection] = greenhouse.rejections.where((one) => one.application_id === id);
  const [detail] = greenhouse.prospects.where((one) => one.application_id === id);
  const jobs = prospect ? row.prospective_job_ids : row.job_id === null ? [] : [row.job_id];
  return {
    ...{ id, candidate_id, prospect, answers, applied_at: created_at, rejected_at },
    status: status === 'in_process' ? 'active' : status,
    location: row.location_address === null ? null : { address: row.location_address },
    source: row.source_id === null ? null : { id: row.source_id, public_name: 'Jobs page' },
    credited_to: named(row.referrer_id),
    rejection_reason:
      rejection?.rejection_reason_id == null ? null : { id: rejection.rejection_reason_id, name: 'Other' },
    rejection_details: rejection === undefined ? null : customV1(rejection.question_custom_fields),
    jobs: jobs.map((job) => ({ id: job, name: 'Printer' })),
    current_stage: row.stage_id === null ? null : { id: row.stage_id, name: row.stage_name },
    prospective_office: named(detail?.office_id ?? null),
    prospective_department: named(detail?.department_id ?? null),
    prospect_detail: {
      prospect_pool: named(detail?.pool_id ?? null),
      prospect_stage: named(detail?.pool_stage_id ?? null),
      prospect_owner: named(detail?.prospect_owner_id ?? null),
    },
    attachments: [],
    ...customV1(row.custom_fields),
  };
}
