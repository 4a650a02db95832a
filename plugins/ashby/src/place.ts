import type { SpotId } from '@lethe/core';
import { spotIdOf } from './ids.ts';

/** What of a candidate is a spot: the last four once for each of several. */
const candidateParts = [
  'name',
  'emails',
  'phones',
  'links',
  'position',
  'company',
  'school',
  'timezone',
  'location',
  'tags',
  'unseen',
  'field',
  'file',
  'note',
  'client',
] as const;
export type CandidatePart = (typeof candidateParts)[number];

/** What of an application is a spot. */
const applicationParts = ['unseen', 'client', 'answers', 'resume', 'field', 'reason', 'feedback', 'offer'] as const;
export type ApplicationPart = (typeof applicationParts)[number];

/** Where a spot is: at whom or what, which part, and which one of several. Never personal. */
export type Place =
  | { readonly owner: 'candidate'; readonly key: string; readonly part: CandidatePart; readonly which: string }
  | { readonly owner: 'application'; readonly key: string; readonly part: ApplicationPart; readonly which: string };

const shape = /^([ca])([\w-]+)\/([a-z]+)(?::([\w-]+))?$/;

/** The id of a spot of a candidate: `c…/emails`, `c…/note:…`. */
export function candidateSpot(candidate: string, part: CandidatePart, which = ''): SpotId {
  return spotIdOf(`c${candidate}/${part}${which === '' ? '' : `:${which}`}`);
}

/** The id of a spot of an application: `a…/client`, `a…/feedback:…`. */
export function applicationSpot(application: string, part: ApplicationPart, which = ''): SpotId {
  return spotIdOf(`a${application}/${part}${which === '' ? '' : `:${which}`}`);
}

/** Where a spot is; nothing for an id that is not one of ours. */
export function placeOf(spot: SpotId): Place | undefined {
  const [, owner, key, name, which = ''] = shape.exec(spot) ?? [];
  if (key === undefined) return undefined;
  if (owner === 'c') {
    const part = candidateParts.find((one) => one === name);
    return part === undefined ? undefined : { owner: 'candidate', key, part, which };
  }
  const part = applicationParts.find((one) => one === name);
  return part === undefined ? undefined : { owner: 'application', key, part, which };
}
