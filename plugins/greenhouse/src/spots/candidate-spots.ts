import type { Spot, SpotKind } from '@lethe/core';
import { preferredName, pronouns } from '../abilities.ts';
import type { Field } from '../fields/field.ts';
import type { Candidate } from '../record.ts';
import { besideSpot, fieldSpot, hidden, list, plain } from './view.ts';
import type { Cell, View } from './view.ts';

/** What no version of the API shows, so that nobody can tell whether there is any. */
const neverShown: readonly Field[] = [
  'headline',
  'referral_questions',
  'match_score_reasoning',
  'identity_verification',
  'third_party_integrations',
];

/** What is the candidate's for all applications; what it is found by comes last. */
export function candidateSpots(view: View): readonly Spot[] {
  const { candidate, attachments, educations, employments } = view.record;
  const files: Cell = { field: 'attachments', kind: 'attachment', content: list(attachments.map(({ name }) => name)) };
  const lists: readonly Cell[] = [
    ...(attachments.length === 0 ? [] : [files]),
    ...several('education', educations),
    ...several('employment', employments),
  ];
  const unseen = neverShown.map((field): Cell => ({ field, content: hidden }));
  const lines = [...(candidate === undefined ? [] : linesOf(candidate)), ...lists, ...unseen];
  const own = candidate === undefined ? [] : cellsOf(candidate);
  return [...lines.map((cell) => fieldSpot(view, cell)), ...besides(view), ...own.map((cell) => fieldSpot(view, cell))];
}

function several(field: Field, items: Candidate['tags'], kind?: SpotKind): readonly Cell[] {
  if (items.length === 0) return [];
  return [{ field, content: list(items), ...(kind === undefined ? {} : { kind }) }];
}

/** Lines are there also where nothing is in them: something may be written into one. */
function linesOf({ company, title }: Candidate): readonly Cell[] {
  return [
    { field: 'current_company', content: plain(company) },
    { field: 'current_title', content: plain(title) },
  ];
}

function cellsOf(candidate: Candidate): readonly Cell[] {
  const { name, tags, phones, emails, socialMedia, websites, addresses, customFields } = candidate;
  return [
    ...several('tags', tags),
    ...several('custom_candidate_fields', customFields),
    ...several('social_media_links', socialMedia),
    ...several('websites', websites),
    ...several('addresses', addresses),
    ...several('phone_numbers', phones, 'person.phone'),
    { field: 'full_name', kind: 'person.name', content: plain(name) },
    ...several('email_addresses', emails, 'person.email'),
  ];
}

/** The preferred name goes beside the anonymization; pronouns go nowhere. */
function besides(view: View): readonly Spot[] {
  const { id, person: of, options, record } = view;
  const { candidate } = record;
  const common = { kind: 'person.field', of, own: true } as const;
  const name =
    candidate === undefined || candidate.preferredName.isBlank
      ? []
      : [
          besideSpot(view, {
            ...common,
            ...{ part: 'preferred_name', label: `preferred name of candidate ${id}` },
            ...{ content: plain(candidate.preferredName), ability: preferredName },
          }),
        ];
  if (options.pronouns === 'not-asked') return name;
  const label = `pronouns of candidate ${id}, if any`;
  return [...name, besideSpot(view, { ...common, part: 'pronouns', label, content: hidden, ability: pronouns })];
}
