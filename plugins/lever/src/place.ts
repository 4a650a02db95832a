import type { SpotId } from '@lethe/core';
import { spotIdOf } from './ids.ts';

/** What of a contact is a spot. */
export const contactParts = [
  'name',
  'emails',
  'phones',
  'headline',
  'location',
  'links',
  'anonymized',
  'confidential',
] as const;
export type ContactPart = (typeof contactParts)[number];

/** What of an opportunity is a spot: the first three once, the others once for each thing Lever files under it. */
export const opportunityParts = [
  'tags',
  'sources',
  'unseen',
  'application',
  'file',
  'form',
  'feedback',
  'interview',
  'note',
  'offer',
  'referral',
  'resume',
] as const;
export type OpportunityPart = (typeof opportunityParts)[number];

/** Where a spot is: at whom or what, which part, and which one of several. Never personal. */
export type Place =
  | { readonly owner: 'contact'; readonly key: string; readonly part: ContactPart }
  | {
      readonly owner: 'opportunity';
      readonly key: string;
      readonly part: OpportunityPart;
      /** Lever's id of the thing; of an application also which field: `8f2e….email`. */
      readonly which: string;
    };

const shape = /^([co])([\w-]+)\/([a-z]+)(?::([\w.-]+))?$/;

/** The id of a spot of a contact: `c…/emails`. */
export function contactSpot(contact: string, part: ContactPart): SpotId {
  return spotIdOf(`c${contact}/${part}`);
}

/** The id of a spot of an opportunity: `o…/tags`, `o…/note:…`. */
export function opportunitySpot(opportunity: string, part: OpportunityPart, which = ''): SpotId {
  return spotIdOf(`o${opportunity}/${part}${which === '' ? '' : `:${which}`}`);
}

/** Where a spot is; nothing for an id that is not one of ours. */
export function placeOf(spot: SpotId): Place | undefined {
  const [, owner, key, name, which = ''] = shape.exec(spot) ?? [];
  if (key === undefined) return undefined;
  if (owner === 'c') {
    const part = contactParts.find((one) => one === name);
    return part === undefined ? undefined : { owner: 'contact', key, part };
  }
  const part = opportunityParts.find((one) => one === name);
  return part === undefined ? undefined : { owner: 'opportunity', key, part, which };
}
