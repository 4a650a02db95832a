import { fieldNames } from './field.ts';
import type { Field } from './field.ts';

/** What a customer may choose to anonymize. */
export const presetNames = ['keep-statistics', 'strict', 'lever-parity'] as const;
export type PresetName = (typeof presetNames)[number];

/** These no preset takes: funnel, time to hire, sources, reasons and offers would be gone from every report. */
const neverTaken: readonly Field[] = ['source', 'rejection_reason', 'all_offer_versions', 'candidate_stage_data'];

/** Who did what, evaluations, and what prospects belong to: counted by reports. */
const counted: readonly Field[] = [
  ...neverTaken,
  'recruiter',
  'coordinator',
  'credited_to',
  'scorecards_and_interviews',
  'prospect_owner',
  'prospect_pool_and_stage',
  'prospect_jobs',
  'prospect_offices',
  'prospect_offices_and_departments',
];

/** What Lever's own Anonymize leaves where only colleagues and its API see it. */
const leftByLever: readonly Field[] = [
  ...counted,
  'tags',
  'notes',
  'rejection_notes',
  'application_questions',
  'custom_application_fields',
  'offers',
];

const leftOut: Readonly<Record<PresetName, readonly Field[]>> = {
  'keep-statistics': counted,
  strict: neverTaken,
  'lever-parity': leftByLever,
};

/** The fields of a preset. */
export function fieldsOfPreset(name: PresetName): ReadonlySet<Field> {
  return new Set(fieldNames.filter((field) => !leftOut[name].includes(field)));
}
