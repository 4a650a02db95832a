import type { Spot } from '@lethe/core';
import * as api from './api.ts';
import type { Filed } from './api.ts';
import { ifThere } from './ask.ts';
import type { Line } from './ask.ts';
import { candidateSpots } from './candidate-spots.ts';
import { colleagueSpots } from './colleague-spots.ts';
import { applicationsIn, dossierOf } from './dossier.ts';
import type { Known } from './known.ts';
import type { OpportunityView } from './opportunity-view.ts';
import type { LeverOptions } from './options.ts';
import type { Remembered } from './remembered.ts';
import type { Opportunity } from './schema.ts';

/** How many opportunities may be looked at at once. */
export const AT_ONCE = 4;

/** What a host reads with. */
export interface Reading {
  readonly line: Line;
  readonly options: LeverOptions;
  readonly known: Known;
  readonly remembered: Remembered;
}

/** Lists that are asked for beside an opportunity. */
export type Beside = ReadonlySet<Filed>;

/** All of them. */
export const everything: Beside = new Set<Filed>([
  'application',
  'feedback',
  'file',
  'form',
  'interview',
  'note',
  'offer',
  'referral',
  'resume',
]);

/** Reads what is wanted beside an opportunity; nothing if it is gone meanwhile. */
export async function viewOf(
  { line, options, known, remembered }: Reading,
  opportunity: Opportunity,
  beside: Beside,
): Promise<OpportunityView | undefined> {
  remembered.take(opportunity);
  const isHire = await known.hires([opportunity]);
  const lists = await ifThere(listsOf(line, opportunity, beside));
  if (lists === undefined) return undefined;
  const about = { hired: isHire(opportunity), interviews: lists.interview, now: line.clock.now() };
  return { opportunity, dossier: dossierOf(opportunity, about), lists, options };
}

async function listsOf(line: Line, opportunity: Opportunity, beside: Beside): Promise<OpportunityView['lists']> {
  const { filed } = api;
  const list = async <T>(part: Filed, from: api.List<T>): Promise<readonly T[]> =>
    beside.has(part) ? api.listOf(line, opportunity.id, from) : [];
  const [application, feedback, file, form, interview, note, offer, referral, resume] = await Promise.all([
    isTold(opportunity) ? applicationsIn(opportunity) : list('application', filed.application),
    list('feedback', filed.feedback),
    list('file', filed.file),
    list('form', filed.form),
    list('interview', filed.interview),
    list('note', filed.note),
    list('offer', filed.offer),
    list('referral', filed.referral),
    list('resume', filed.resume),
  ]);
  return { application, feedback, file, form, interview, note, offer, referral, resume };
}

/** Whether applications came with the opportunity, or there are none. */
function isTold({ applications }: Opportunity): boolean {
  return applications.every((one) => typeof one !== 'string');
}

/** Every spot of an opportunity that was read. */
export function spotsIn(view: OpportunityView): readonly Spot[] {
  return [...colleagueSpots(view), ...candidateSpots(view)];
}
