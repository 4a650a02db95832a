import { z } from 'zod';
import { joined } from '../form.ts';
import type { Application, FeedItem, FeedKind, Interview, Offer, Scorecard } from '../record.ts';
import { anything, answers, id, idOrNone, moment, personal, texts, time, typedValues, word } from '../values.ts';

/** The fields we read from answers of version 1 and no others: https://developers.greenhouse.io/harvest.html */

const named = z
  .object({ id: idOrNone })
  .nullish()
  .transform((value) => value?.id ?? '');

/** Something with a number, several of them. */
const several = z
  .array(z.object({ id }))
  .nullish()
  .transform((some) => (some ?? []).map((one) => one.id).toSorted());

const files = z
  .array(z.object({ filename: personal }))
  .nullish()
  .transform((some) => (some ?? []).map(({ filename }) => filename));

/** A named place. */
const place = z
  .object({ address: personal })
  .nullish()
  .transform((value) => value?.address);

const prospectDetail = z.object({ prospect_pool: named, prospect_stage: named, prospect_owner: named }).nullish();
const rejectionDetails = z.object({ custom_fields: anything }).nullish();

/** An application as version 1 shows it, with what version 3 keeps in lists of their own. */
export const applicationRow = z.object({
  ...{ id, candidate_id: id, status: word, prospect: z.boolean().nullish(), location: place, answers },
  ...{ custom_fields: anything, jobs: several, current_stage: named, source: named, applied_at: word },
  ...{ rejected_at: word, credited_to: named, rejection_reason: named, rejection_details: rejectionDetails },
  ...{ prospective_office: named, prospective_department: named, prospect_detail: prospectDetail, attachments: files },
});
export type ApplicationRow = z.output<typeof applicationRow>;

const school = z
  .object({ school_name: personal, degree: personal, discipline: personal })
  .transform((one) => joined(', ', one.school_name, one.degree, one.discipline));
const formerJob = z
  .object({ company_name: personal, title: personal })
  .transform((one) => joined(', ', one.company_name, one.title));

/** A candidate as version 1 shows it: applications, schools, former jobs and files come along. */
export const candidateRow = z.object({
  ...{ id, first_name: personal, last_name: personal, company: personal, title: personal, tags: texts },
  ...{ phone_numbers: typedValues, email_addresses: typedValues, social_media_addresses: typedValues },
  ...{ website_addresses: typedValues, addresses: typedValues, custom_fields: anything, attachments: files },
  ...{ recruiter: named, coordinator: named, linked_user_ids: z.array(id).nullish(), last_activity: time },
  applications: z.array(applicationRow).nullish(),
  educations: z.array(school).nullish(),
  employments: z.array(formerJob).nullish(),
});
export type CandidateRow = z.output<typeof candidateRow>;

function entry(kind: FeedKind): z.ZodType<FeedItem> {
  return z
    .object({
      ...{ id, created_at: moment, subject: personal, body: personal, user: named },
      ...{ to: personal, from: personal, cc: z.union([texts, personal.transform((one) => [one])]) },
    })
    .transform((row): FeedItem => ({
      ...{ id: row.id, kind, application: '', at: row.created_at, user: row.user },
      text: joined('\n', row.from, row.to, ...row.cc, row.subject, row.body),
    }));
}

/** The activity feed: notes, mails and the log. */
export const feedRow = z
  .object({
    notes: z.array(entry('notes')).nullish(),
    emails: z.array(entry('emails')).nullish(),
    activities: z.array(entry('activity_items')).nullish(),
  })
  .transform(({ notes, emails, activities }) => [...(notes ?? []), ...(emails ?? []), ...(activities ?? [])]);

/** An offer of one application. */
export const offerRow = z
  .object({ id, application_id: id, status: word, version: word, custom_fields: anything, starts_at: personal })
  .transform((row): Offer => ({
    ...{ id: row.id, application: row.application_id, status: row.status, version: row.version },
    values: [...row.custom_fields, ...(row.starts_at.isBlank ? [] : [row.starts_at])],
  }));

const rated = z.array(z.object({ note: personal })).nullish();

/** A scorecard with its answers. */
export const scorecardRow = z
  .object({
    ...{ id, application_id: id, overall_recommendation: word, submitted_by: named, submitted_at: moment },
    ...{ questions: answers, attributes: rated },
  })
  .transform((row): Scorecard => ({
    ...{ id: row.id, application: row.application_id, rating: row.overall_recommendation },
    ...{ user: row.submitted_by, at: row.submitted_at },
    text: joined('\n', ...row.questions, ...(row.attributes ?? []).map(({ note }) => note)),
  }));

/** A scheduled interview, past or to come. */
export const interviewRow = z
  .object({
    ...{ id, application_id: id, location: personal, video_conferencing_url: personal, status: word },
    start: z.object({ date_time: time }).nullish(),
  })
  .transform((row): Interview => ({
    ...{ id: row.id, application: row.application_id, status: row.status, startsAt: row.start?.date_time },
    text: joined('\n', row.location, row.video_conferencing_url),
  }));

const said = z
  .object({ description: personal })
  .nullish()
  .transform((value) => (value == null ? [] : [value.description]));

/** EEOC answers of one application. */
export const eeocRow = z
  .object({ application_id: id, gender: said, race: said, veteran_status: said, disability_status: said })
  .transform((row) => ({
    ...{ id: row.application_id, application: row.application_id },
    text: joined('\n', ...row.gender, ...row.race, ...row.veteran_status, ...row.disability_status),
  }));

/** An answer to a demographic question. */
export const demographicRow = z
  .object({ id, application_id: id, demographic_answer_option_id: anything, free_form_text: personal })
  .transform((row) => ({
    ...{ id: row.id, application: row.application_id },
    text: joined('\n', ...row.demographic_answer_option_id, row.free_form_text),
  }));

/** An application as both versions tell it. Recruiter and coordinator are the candidate's here. */
export function applicationIn(row: ApplicationRow, of?: Pick<CandidateRow, 'recruiter' | 'coordinator'>): Application {
  const { status, answers: given, custom_fields, jobs, current_stage, source, applied_at, rejected_at } = row;
  const isProspect = row.prospect === true;
  return {
    ...{ id: row.id, candidate: row.candidate_id, status, prospect: isProspect, answers: given },
    ...{ location: row.location ?? joined(''), customFields: custom_fields },
    facts: {
      ...{ job: jobs.join(', '), stage: current_stage, source, created: applied_at, rejected: rejected_at },
      ...{ recruiter: of?.recruiter ?? '', coordinator: of?.coordinator ?? '', credited: row.credited_to },
      prospectJobs: isProspect ? jobs.join(', ') : '',
    },
  };
}
