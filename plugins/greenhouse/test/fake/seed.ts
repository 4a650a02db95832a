import type { Clock } from '@lethe/core';
import { Greenhouse } from './greenhouse.ts';
import type * as stored from './records.ts';

/** What tests sign in with. */
export const client = { clientId: 'client-of-nobody', clientSecret: 'secret-of-nobody', user: '9' } as const;
export const key = 'key-of-nobody';

type New<T, Known extends keyof T = never> = Partial<Omit<T, 'id' | 'created_at' | 'updated_at' | Known>>;

/** Somebody new; what is not said is empty. */
export type NewCandidate = New<stored.Candidate, 'unseen' | 'email_addresses' | 'phone_numbers'> & {
  readonly name?: string;
  readonly emails?: readonly string[];
  readonly phones?: readonly string[];
  readonly unseen?: Partial<stored.Candidate['unseen']>;
};

const at = '2026-02-01T09:00:00.000Z';

/** Custom fields from values. */
export function custom(values: Readonly<Record<string, unknown>>): stored.CustomFields {
  const fields = Object.entries(values).map(([name, value], place): [string, stored.CustomFields[string]] => [
    `field_${String(place)}`,
    { name, type: 'short_text', value },
  ]);
  return Object.fromEntries(fields);
}

/** Puts invented people into an invented Greenhouse. */
export class Seed {
  readonly greenhouse: Greenhouse;
  #last = 1000;

  constructor(clock: Pick<Clock, 'now'>, refused: readonly string[] = []) {
    this.greenhouse = new Greenhouse(clock);
    this.greenhouse.credentials.push({ id: client.clientId, secret: client.clientSecret, refused });
    this.greenhouse.credentials.push({ id: key, secret: '', refused });
  }

  candidate({ name = '', emails = [], phones = [], unseen = {}, ...given }: NewCandidate): number {
    const [first_name = '', ...last] = name.split(' ');
    const lists = { tags: [], linked_user_ids: [], addresses: [], website_addresses: [], social_media_addresses: [] };
    const hidden = { headline: '', referral_questions: '', follow_up_reminders: '', match_score_reasoning: '' };
    return this.greenhouse.candidates.put({
      ...this.#row(),
      ...{ first_name, last_name: last.join(' '), preferred_name: null, company: null, title: null },
      ...lists,
      custom_fields: {},
      ...given,
      email_addresses: emails.map((value) => ({ value, type: 'personal' })),
      phone_numbers: phones.map((value) => ({ value, type: 'mobile' })),
      unseen: { ...hidden, identity_verification: '', third_party_integrations: '', pronouns: '', ...unseen },
    }).id;
  }

  application(candidate_id: number, given: New<stored.Application, 'candidate_id'> = {}): number {
    return this.greenhouse.applications.put({
      ...this.#row(),
      candidate_id,
      ...{ status: 'rejected', prospect: false, job_id: 71, stage_id: 3, stage_name: 'Face to face', source_id: 27 },
      ...{ referrer_id: 5, recruiter_id: 6, coordinator_id: 7, rejected_at: '2026-03-01T09:00:00.000Z' },
      ...{ location_address: null, answers: [], prospective_job_ids: [], custom_fields: {} },
      transitions: ['Application Review', 'Face to face'],
      ...given,
    }).id;
  }

  note(candidate_id: number, body: string, given: New<stored.Note, 'candidate_id' | 'body'> = {}): number {
    return this.greenhouse.notes.put({
      ...this.#row(),
      ...{ candidate_id, application_id: null, type: 'NOTE', subject: null, body, user_id: 9 },
      ...{ email_from: null, email_to: null, email_cc: [] },
      ...given,
    }).id;
  }

  attachment(application_id: number, filename: string, inside = ''): number {
    const { candidate_id } = this.greenhouse.applications.get(application_id);
    const file = { application_id, candidate_id, type: 'resume', filename, inside };
    return this.greenhouse.attachments.put({ ...this.#row(), ...file }).id;
  }

  education(candidate_id: number, school: string): number {
    return this.greenhouse.educations.put({ ...this.#row(), candidate_id, school }).id;
  }

  employment(candidate_id: number, company_name: string, title = 'Engineer'): number {
    return this.greenhouse.employments.put({ ...this.#row(), candidate_id, company_name, title }).id;
  }

  offer(application_id: number, values: Readonly<Record<string, unknown>>): number {
    const { candidate_id } = this.greenhouse.applications.get(application_id);
    const offer = { application_id, candidate_id, version: 1, status: 'Rejected', starts_on: '2026-04-01' };
    return this.greenhouse.offers.put({ ...this.#row(), ...offer, custom_fields: custom(values) }).id;
  }

  scorecard(application_id: number, notes: string): number {
    const scorecard = { application_id, candidate_rating: 'no', submitter_id: 9, notes };
    return this.greenhouse.scorecards.put({ ...this.#row(), ...scorecard }).id;
  }

  interview(application_id: number, given: New<stored.Interview, 'application_id'> = {}): number {
    const past = { starts_at: '2026-02-10T09:00:00.000Z', location: null, status: 'complete' };
    return this.greenhouse.interviews.put({ ...this.#row(), application_id, ...past, ...given }).id;
  }

  rejection(application_id: number, given: New<stored.Rejection, 'application_id'> = {}): number {
    const blank = { rejection_reason_id: 14, rejection_note_id: null, question_custom_fields: {} };
    return this.greenhouse.rejections.put({ ...this.#row(), application_id, ...blank, ...given }).id;
  }

  prospect(application_id: number): number {
    const pool = { pool_id: 31, pool_stage_id: 32, prospect_owner_id: 9, office_id: 33, department_id: 34 };
    return this.greenhouse.prospects.put({ ...this.#row(), application_id, ...pool }).id;
  }

  eeoc(application_id: number, gender: string): number {
    const { candidate_id } = this.greenhouse.applications.get(application_id);
    return this.greenhouse.eeoc.put({ ...this.#row(), application_id, candidate_id, gender }).id;
  }

  demographic(application_id: number, free_form_text: string): number {
    return this.greenhouse.demographics.put({ ...this.#row(), application_id, free_form_text }).id;
  }

  #row(): { readonly id: number; readonly created_at: string; readonly updated_at: string } {
    this.#last += 1;
    return { id: this.#last, created_at: at, updated_at: at };
  }
}
