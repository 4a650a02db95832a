import type { Greenhouse } from './fake/greenhouse.ts';
import type { Application, Candidate, CustomFields, Valued } from './fake/records.ts';

type Entry = readonly [key: string, text: string];

const fieldOfNote: Readonly<Record<string, string>> = {
  NOTE: 'notes',
  EMAIL: 'emails',
  ACTIVITY: 'activity_items',
  LINKEDIN_NOTE: 'innotes',
  LINKEDIN_INMAIL: 'inmails',
  TOUCHPOINT: 'touchpoints',
  FOLLOW_UP: 'follow_up_reminders',
};

/** Texts of an invented Greenhouse by the ids their spots have; what is empty has none. */
export function textsOf(greenhouse: Greenhouse): Readonly<Record<string, string>> {
  const entries = [
    ...greenhouse.candidates.all().flatMap((one) => textsOfCandidate(greenhouse, one)),
    ...greenhouse.applications.all().flatMap((one) => textsOfApplication(greenhouse, one)),
  ];
  return Object.fromEntries(entries.filter(([, text]) => text !== ''));
}

function values(some: readonly Valued[]): string {
  return some.map(({ value }) => value).join('\n');
}

function textsOfCandidate(greenhouse: Greenhouse, candidate: Candidate): readonly Entry[] {
  const { id, first_name, last_name, company, title, tags, unseen } = candidate;
  const at = (part: string, text: string): Entry => [`c${String(id)}/${part}`, text];
  const own = <T extends { readonly candidate_id: number }>(rows: readonly T[]): readonly T[] =>
    rows.filter((row) => row.candidate_id === id);
  const notes = own(greenhouse.notes.all());
  const feed = Object.entries(fieldOfNote).map(([type, field]) =>
    at(field, notes.flatMap((one) => (one.type === type ? [JSON.stringify(one)] : [])).join('\n')),
  );
  return [
    at('full_name', [first_name, last_name].join(' ').trim()),
    at('current_company', company ?? ''),
    at('current_title', title ?? ''),
    at('tags', tags.join('\n')),
    at('phone_numbers', values(candidate.phone_numbers)),
    at('email_addresses', values(candidate.email_addresses)),
    at('social_media_links', values(candidate.social_media_addresses)),
    at('websites', values(candidate.website_addresses)),
    at('addresses', values(candidate.addresses)),
    at('custom_candidate_fields', held(candidate.custom_fields)),
    at(
      'education',
      own(greenhouse.educations.all())
        .map(({ school }) => school)
        .join('\n'),
    ),
    at(
      'employment',
      own(greenhouse.employments.all())
        .map((one) => one.company_name)
        .join('\n'),
    ),
    at(
      'attachments',
      own(greenhouse.attachments.all())
        .map((one) => `${one.filename} ${one.inside}`)
        .join('\n'),
    ),
    ...Object.entries(unseen).flatMap(([part, text]) => (part === 'follow_up_reminders' ? [] : [at(part, text)])),
    ...feed,
  ];
}

function textsOfApplication(greenhouse: Greenhouse, application: Application): readonly Entry[] {
  const { id, candidate_id, location_address, answers, custom_fields } = application;
  const at = (part: string, text: string): Entry => [`c${String(candidate_id)}.a${String(id)}/${part}`, text];
  const own = <T extends { readonly application_id: number }>(rows: readonly T[]): readonly T[] =>
    rows.filter((row) => row.application_id === id);
  const offers = own(greenhouse.offers.all());
  const rejections = own(greenhouse.rejections.all());
  return [
    at('location', location_address ?? ''),
    at('application_questions', answers.map(({ answer }) => answer).join('\n')),
    at('custom_application_fields', held(custom_fields)),
    at('offers', offers.map((one) => [held(one.custom_fields), one.starts_on ?? ''].join('\n').trim()).join('\n')),
    at('custom_rejection_question_fields', rejections.map((one) => held(one.question_custom_fields)).join('\n')),
    ...own(greenhouse.scorecards.all()).map((one) => at(`scorecard:${String(one.id)}`, one.notes ?? '')),
    ...own(greenhouse.interviews.all()).map((one) => at(`interview:${String(one.id)}`, one.location ?? '')),
  ];
}

function held(fields: CustomFields): string {
  return Object.values(fields)
    .flatMap(({ value }) => (typeof value === 'string' ? [value] : []))
    .join('\n');
}
