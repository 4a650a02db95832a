import type { Greenhouse } from './greenhouse.ts';
import type { Application, Candidate } from './records.ts';

/** The documented effect of each of the 44 fields, one function each. */
export type Effect = (greenhouse: Greenhouse, candidate: Candidate) => void;

function onCandidate(changes: (candidate: Candidate) => Partial<Candidate>): Effect {
  return ({ candidates }, { id }) => {
    candidates.update(id, changes(candidates.get(id)));
  };
}

function onApplications(changes: (application: Application, greenhouse: Greenhouse) => Partial<Application>): Effect {
  return (greenhouse, { id }) => {
    for (const one of greenhouse.applicationsOf(id)) greenhouse.applications.update(one.id, changes(one, greenhouse));
  };
}

function unseen(name: keyof Candidate['unseen']): Effect {
  return onCandidate((candidate) => ({ unseen: { ...candidate.unseen, [name]: '' } }));
}

function notesOf(...types: readonly string[]): Effect {
  return (greenhouse, { id }) => {
    for (const note of greenhouse.notes.where((one) => one.candidate_id === id && types.includes(one.type)))
      greenhouse.notes.delete(note.id);
  };
}

type Filed = 'offers' | 'scorecards' | 'interviews' | 'rejections' | 'prospects' | 'attachments';

function eachFiled<Table extends Filed>(table: Table, act: (rows: Greenhouse[Table], id: number) => void): Effect {
  return (greenhouse, { id }) => {
    const own = new Set(greenhouse.applicationsOf(id).map((one) => one.id));
    for (const row of greenhouse[table].all()) if (own.has(row.application_id)) act(greenhouse[table], row.id);
  };
}

const ownRows =
  (table: 'educations' | 'employments'): Effect =>
  (greenhouse, { id }) => {
    for (const row of greenhouse[table].all()) if (row.candidate_id === id) greenhouse[table].delete(row.id);
  };

const together =
  (...some: readonly Effect[]): Effect =>
  (greenhouse, candidate) => {
    for (const one of some) one(greenhouse, candidate);
  };

/** Notes that a rejection points at. */
const rejectionNotes: Effect = (greenhouse, { id }) => {
  for (const { rejection_note_id } of greenhouse.filed(greenhouse.rejections, id))
    if (rejection_note_id !== null) greenhouse.notes.delete(rejection_note_id);
};

/** Offers go, and other systems are told of each. */
const offersDeleted: Effect = (greenhouse, { id }) => {
  for (const offer of greenhouse.filed(greenhouse.offers, id)) {
    greenhouse.offers.delete(offer.id);
    greenhouse.webhooks.push(JSON.stringify({ action: 'offer_deleted', payload: { id: offer.id } }));
  }
};

const offersEmptied = eachFiled('offers', (rows, id) => {
  const fields = Object.entries(rows.get(id).custom_fields).map(([key, one]): [string, typeof one] => [
    key,
    { ...one, value: null },
  ]);
  rows.update(id, { starts_on: null, custom_fields: Object.fromEntries(fields) });
});

function without(key: 'pool' | 'owner' | 'office' | 'department'): Effect {
  const blank = {
    pool: { pool_id: null, pool_stage_id: null },
    owner: { prospect_owner_id: null },
    office: { office_id: null },
    department: { department_id: null },
  };
  return eachFiled('prospects', (rows, id) => rows.update(id, blank[key]));
}

/** By the name the API takes. */
export const effects: Readonly<Record<string, Effect>> = {
  full_name: onCandidate(({ id }) => ({ first_name: 'Anonymized', last_name: String(id) })),
  current_company: onCandidate(() => ({ company: null })),
  current_title: onCandidate(() => ({ title: null })),
  headline: unseen('headline'),
  tags: onCandidate(() => ({ tags: [] })),
  phone_numbers: onCandidate(() => ({ phone_numbers: [] })),
  email_addresses: onCandidate(() => ({ email_addresses: [] })),
  social_media_links: onCandidate(() => ({ social_media_addresses: [] })),
  websites: onCandidate(() => ({ website_addresses: [] })),
  addresses: onCandidate(() => ({ addresses: [] })),
  location: onApplications(() => ({ location_address: null })),
  custom_candidate_fields: onCandidate(() => ({ custom_fields: {} })),
  education: ownRows('educations'),
  employment: ownRows('employments'),
  attachments: together(
    eachFiled('attachments', (rows, id) => rows.delete(id)),
    (greenhouse, { id }) => {
      for (const row of greenhouse.attachments.all())
        if (row.candidate_id === id) greenhouse.attachments.delete(row.id);
    },
  ),
  application_questions: onApplications(() => ({ answers: [] })),
  referral_questions: unseen('referral_questions'),
  custom_application_fields: onApplications(() => ({ custom_fields: {} })),
  custom_rejection_question_fields: eachFiled('rejections', (rows, id) =>
    rows.update(id, { question_custom_fields: {} }),
  ),
  notes: notesOf('NOTE'),
  rejection_notes: rejectionNotes,
  emails: notesOf('EMAIL'),
  activity_items: notesOf('ACTIVITY'),
  innotes: notesOf('LINKEDIN_NOTE'),
  inmails: notesOf('LINKEDIN_INMAIL'),
  touchpoints: notesOf('TOUCHPOINT'),
  follow_up_reminders: together(unseen('follow_up_reminders'), notesOf('FOLLOW_UP')),
  match_score_reasoning: unseen('match_score_reasoning'),
  identity_verification: unseen('identity_verification'),
  third_party_integrations: unseen('third_party_integrations'),
  offers: offersEmptied,
  all_offer_versions: offersDeleted,
  source: onApplications(() => ({ source_id: null })),
  recruiter: onApplications(() => ({ recruiter_id: null })),
  coordinator: onApplications(() => ({ coordinator_id: null })),
  credited_to: onApplications(() => ({ referrer_id: null })),
  rejection_reason: eachFiled('rejections', (rows, id) => rows.update(id, { rejection_reason_id: null })),
  scorecards_and_interviews: together(
    eachFiled('scorecards', (rows, id) => rows.delete(id)),
    eachFiled('interviews', (rows, id) => rows.delete(id)),
  ),
  candidate_stage_data: onApplications((_, greenhouse) => ({
    ...{ created_at: greenhouse.now(), stage_id: 1, stage_name: 'Application Review', transitions: [] },
  })),
  prospect_owner: without('owner'),
  prospect_pool_and_stage: without('pool'),
  prospect_jobs: onApplications(({ prospect, prospective_job_ids }) => ({
    prospective_job_ids: prospect ? [] : prospective_job_ids,
  })),
  prospect_offices: without('office'),
  prospect_offices_and_departments: without('department'),
};

/** The name the webhook gives a field, where it is another one. */
const toldAs: Readonly<Record<string, string>> = { rejection_reason: 'rejection_reasons' };

/** Carries fields out and tells the webhook. Fields that are not named stay as they are. */
export function anonymize(greenhouse: Greenhouse, candidate: Candidate, fields: readonly string[]): void {
  for (const field of fields)
    if (!greenhouse.behaviour.forgets.includes(field)) effects[field]?.(greenhouse, candidate);
  const payload = { candidate_id: candidate.id, anonymized_fields: fields.map((field) => toldAs[field] ?? field) };
  greenhouse.webhooks.push(JSON.stringify({ action: 'candidate_anonymized', payload }));
}
