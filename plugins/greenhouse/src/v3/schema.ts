import { Personal } from '@lethe/core';
import { z } from 'zod';
import { joined } from '../form.ts';
import type { Application, Candidate, FeedItem, FeedKind, Interview, Offer, Rejection, Scorecard } from '../record.ts';
import {
  anything,
  answers,
  customFields,
  id,
  idOrNone,
  moment,
  personal,
  texts,
  time,
  typedValues,
  word,
} from '../values.ts';

/** The fields we read from answers of version 3 and no others: https://harvestdocs.greenhouse.io/reference */

export const candidateRow = z
  .object({
    ...{ id, first_name: personal, last_name: personal, preferred_name: personal, company: personal, title: personal },
    ...{ tags: texts, phone_numbers: typedValues, email_addresses: typedValues, social_media_addresses: typedValues },
    ...{ website_addresses: typedValues, addresses: typedValues, custom_fields: customFields },
    linked_user_ids: z.array(id).nullish(),
    last_activity_at: time,
  })
  .transform((row): Candidate => {
    const { first_name, last_name, preferred_name, company, title, tags, addresses } = row;
    return {
      ...{ id: row.id, name: joined(' ', first_name, last_name), preferredName: preferred_name },
      ...{ company, title, tags, addresses, phones: row.phone_numbers, emails: row.email_addresses },
      ...{ socialMedia: row.social_media_addresses, websites: row.website_addresses, customFields: row.custom_fields },
      isUser: (row.linked_user_ids ?? []).length > 0,
      lastActivity: row.last_activity_at,
    };
  });

/** An application, also of a prospect. */
export const applicationRow = z
  .object({
    ...{ id, candidate_id: id, status: word, prospect: z.boolean().nullish(), location_address: personal, answers },
    ...{ custom_fields: customFields, job_id: idOrNone, stage_id: idOrNone, stage_name: word, source_id: idOrNone },
    ...{ created_at: word, rejected_at: word, recruiter_id: idOrNone, coordinator_id: idOrNone, referrer_id: idOrNone },
    prospective_job_ids: z.array(id).nullish(),
  })
  .transform((row): Application => ({
    ...{ id: row.id, candidate: row.candidate_id, status: row.status, prospect: row.prospect === true },
    ...{ location: row.location_address, answers: row.answers, customFields: row.custom_fields },
    facts: {
      ...{ job: row.job_id, stage: row.stage_name || row.stage_id, source: row.source_id, created: row.created_at },
      ...{ rejected: row.rejected_at, recruiter: row.recruiter_id, coordinator: row.coordinator_id },
      ...{ credited: row.referrer_id, prospectJobs: (row.prospective_job_ids ?? []).toSorted().join(', ') },
    },
  }));

const kindOfNote: Readonly<Record<string, FeedKind>> = {
  NOTE: 'notes',
  ACTIVITY: 'activity_items',
  EMAIL: 'emails',
  LINKEDIN_NOTE: 'innotes',
  LINKEDIN_INMAIL: 'inmails',
  TOUCHPOINT: 'touchpoints',
  FOLLOW_UP: 'follow_up_reminders',
  FEEDBACK: 'feedback',
};

/** An entry of the activity feed. */
export const noteRow = z
  .object({
    ...{ id, candidate_id: idOrNone, application_id: idOrNone, body: personal, subject: personal, type: word },
    ...{ user_id: idOrNone, created_at: moment, email_from: personal, email_to: personal, email_cc: texts },
    email_attachment_file_names: personal,
  })
  .transform((row): FeedItem & { readonly candidate: string } => ({
    ...{ id: row.id, candidate: row.candidate_id, application: row.application_id, at: row.created_at },
    ...{ user: row.user_id, kind: kindOfNote[row.type] ?? 'other' },
    text: joined(
      '\n',
      ...[row.email_from, row.email_to, ...row.email_cc, row.subject, row.body, row.email_attachment_file_names],
    ),
  }));

/** A file of an application. */
export const attachmentRow = z
  .object({ id, application_id: idOrNone, filename: personal })
  .transform((row) => ({ id: row.id, application: row.application_id, name: row.filename }));

/** Schools are options of custom fields here: what tells somebody is that there is one, and when. */
export const educationRow = z
  .object({
    ...{ id, candidate_id: id, school_name_custom_field_option_id: idOrNone, degree_custom_field_option_id: idOrNone },
    ...{ start_at: word, end_at: word, start_date_year: word, end_date_year: word },
  })
  .transform((row) => {
    const { school_name_custom_field_option_id: school, degree_custom_field_option_id: degree } = row;
    const said = [school, degree, row.start_at || row.start_date_year, row.end_at || row.end_date_year];
    return { candidate: row.candidate_id, text: Personal.of(`school ${said.filter((one) => one !== '').join(' ')}`) };
  });

/** A former job of a candidate. */
export const employmentRow = z
  .object({ id, candidate_id: id, company_name: personal, title: personal })
  .transform((row) => ({ candidate: row.candidate_id, text: joined(', ', row.company_name, row.title) }));

/** An offer of one application. */
export const offerRow = z
  .object({ id, application_id: id, status: word, version: word, custom_fields: customFields, starts_on: personal })
  .transform((row): Offer => ({
    ...{ id: row.id, application: row.application_id, status: row.status, version: row.version },
    values: [...row.custom_fields, ...(row.starts_on.isBlank ? [] : [row.starts_on])],
  }));

/** A scorecard without its answers. */
export const scorecardRow = z
  .object({
    ...{
      id,
      application_id: id,
      candidate_rating: word,
      submitter_id: idOrNone,
      submitted_at: time,
      created_at: moment,
    },
    ...{ notes: personal, private_notes: personal, public_notes: personal },
  })
  .transform((row): Scorecard => ({
    ...{ id: row.id, application: row.application_id, rating: row.candidate_rating, user: row.submitter_id },
    ...{ at: row.submitted_at ?? row.created_at, text: joined('\n', row.notes, row.private_notes, row.public_notes) },
  }));

/** An interview, past or to come. */
export const interviewRow = z
  .object({
    id,
    application_id: id,
    location: personal,
    video_conferencing_url: personal,
    status: word,
    starts_at: time,
  })
  .transform((row): Interview => ({
    ...{ id: row.id, application: row.application_id, status: row.status, startsAt: row.starts_at },
    text: joined('\n', row.location, row.video_conferencing_url),
  }));

/** Why an application was rejected. */
export const rejectionRow = z
  .object({
    ...{ id, application_id: id, rejection_reason_id: idOrNone, rejection_note_id: idOrNone },
    question_custom_fields: customFields,
  })
  .transform((row): Rejection => ({
    ...{ id: row.id, application: row.application_id, reason: row.rejection_reason_id },
    ...{ note: row.rejection_note_id, answers: row.question_custom_fields },
  }));

/** What a prospect belongs to. */
export const prospectRow = z
  .object({
    ...{ id, application_id: id, pool_id: idOrNone, pool_stage_id: idOrNone, prospect_owner_id: idOrNone },
    ...{ department_id: idOrNone, office_id: idOrNone },
  })
  .transform((row) => ({
    ...{ id: row.id, application: row.application_id, owner: row.prospect_owner_id, office: row.office_id },
    ...{ pool: [row.pool_id, row.pool_stage_id].filter((one) => one !== '').join(' '), department: row.department_id },
  }));

const said = z
  .object({ description: personal })
  .nullish()
  .transform((value) => value?.description);

/** EEOC answers of one application. */
export const eeocRow = z
  .object({ id, application_id: id, gender: said, race: said, veteran_status: said, disability_status: said })
  .transform((row) => {
    const some = [row.gender, row.race, row.veteran_status, row.disability_status];
    const texts = some.flatMap((one) => (one === undefined ? [] : [one]));
    return { id: row.id, application: row.application_id, text: joined('\n', ...texts) };
  });

/** An answer to a demographic question. */
export const demographicRow = z
  .object({ id, application_id: id, demographic_answer_option_id: anything, free_form_text: personal })
  .transform((row) => ({
    ...{ id: row.id, application: row.application_id },
    text: joined('\n', ...row.demographic_answer_option_id, row.free_form_text),
  }));
