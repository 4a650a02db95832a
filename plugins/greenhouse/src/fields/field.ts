/** What Greenhouse can anonymize of a candidate, each chosen by itself, under the names its API takes: https://developers.greenhouse.io/harvest.html#put-anonymize-candidate */
export const fieldNames = [
  'full_name',
  'current_company',
  'current_title',
  'headline',
  'tags',
  'phone_numbers',
  'email_addresses',
  'social_media_links',
  'websites',
  'addresses',
  'location',
  'custom_candidate_fields',
  'education',
  'employment',
  'attachments',
  'application_questions',
  'referral_questions',
  'custom_application_fields',
  'custom_rejection_question_fields',
  'notes',
  'rejection_notes',
  'emails',
  'activity_items',
  'innotes',
  'inmails',
  'touchpoints',
  'follow_up_reminders',
  'match_score_reasoning',
  'identity_verification',
  'third_party_integrations',
  'offers',
  'all_offer_versions',
  'source',
  'recruiter',
  'coordinator',
  'credited_to',
  'rejection_reason',
  'scorecards_and_interviews',
  'candidate_stage_data',
  'prospect_owner',
  'prospect_pool_and_stage',
  'prospect_jobs',
  'prospect_offices',
  'prospect_offices_and_departments',
] as const;
export type Field = (typeof fieldNames)[number];

const aliases: Readonly<Record<string, Field>> = { rejection_reasons: 'rejection_reason' };

/** A field by the name Greenhouse's API or its webhook gives it, which are not always the same; nothing for an unknown one. */
export function fieldCalled(name: string): Field | undefined {
  return aliases[name] ?? fieldNames.find((one) => one === name);
}
