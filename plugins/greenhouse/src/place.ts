import type { SpotId } from '@lethe/core';
import { fieldNames } from './fields/field.ts';
import { spotIdOf } from './ids.ts';

/** Parts of a candidate that no field of the anonymization covers. */
export const besideFields = [
  'preferred_name',
  'pronouns',
  'feed_item',
  'scorecard',
  'interview',
  'attachment',
  'eeoc',
  'demographic_answers',
] as const;

/** What of a candidate or an application is a spot: what a field of the anonymization covers, or something beside them. */
export const parts = [...fieldNames, ...besideFields] as const;
export type SpotPart = (typeof parts)[number];

/** Where a spot is. Never personal. */
export interface Place {
  readonly candidate: string;
  /** Missing where it is the candidate's, for all applications. */
  readonly application?: string;
  readonly part: SpotPart;
  /** Greenhouse's number of the thing, where there are several. */
  readonly which: string;
}

const shape = /^c(\d+)(?:\.a(\d+))?\/([a-z_]+)(?::(\d+))?$/;

/** The id of a spot: `c5/tags`, `c5.a77/offers`, `c5.a77/scorecard:3`. */
export function spotAt({
  candidate,
  application,
  part,
  which = '',
}: Partial<Place> & Pick<Place, 'candidate' | 'part'>): SpotId {
  const at = application === undefined ? '' : `.a${application}`;
  return spotIdOf(`c${candidate}${at}/${part}${which === '' ? '' : `:${which}`}`);
}

/** Where a spot is; nothing for an id that is not one of ours. */
export function placeOf(spot: SpotId): Place | undefined {
  const [, candidate, application, name, which = ''] = shape.exec(spot) ?? [];
  const part = parts.find((one) => one === name);
  if (candidate === undefined || part === undefined) return undefined;
  return { candidate, part, which, ...(application === undefined ? {} : { application }) };
}
