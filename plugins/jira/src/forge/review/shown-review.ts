import { phraseFor } from '@lethe/core';
import type { Plan, PlanRecord } from '@lethe/core';
import type { Office } from '../ground/office.ts';
import type { PersonShown, ReviewState } from '../protocol.ts';
import { rulesOf } from '../settings/settings.ts';
import { modeCosts } from './mode-costs.ts';
import type { ReviewNote } from './review-note.ts';
import { shownSheet } from './sheet-shown.ts';

/** A review as a screen shows it, with whom it is about, where that can be told. */
export async function shownReview(office: Office, review: string, told: Told): Promise<ReviewState> {
  const { note, person } = told;
  const { result } = note;
  const about = person === undefined ? {} : { person };
  switch (result.at) {
    case 'looking': {
      const { found, waitingUntil } = result;
      return { at: 'looking', review, found, ...(waitingUntil === undefined ? {} : { waitingUntil }) };
    }
    case 'blocked':
      return { at: 'blocked', review, obstacles: result.obstacles, ...about };
    case 'failed':
      return { ...result, review };
    case 'begun':
      return begunAlready(review);
    case 'reviewed': {
      const record = await office.keeping.store.plan(result.plan);
      return record === undefined
        ? forgotten(review)
        : { ...reviewed(office, record, { ...note, result }), review, ...about };
    }
  }
}

/** A review that is written down, and whom it is about. */
export interface Told {
  readonly note: ReviewNote;
  readonly person: PersonShown | undefined;
}

type Reviewed = Extract<ReviewState, { readonly at: 'reviewed' }>;
type Result = Extract<ReviewNote['result'], { readonly at: 'reviewed' }>;

function reviewed(
  { settings }: Office,
  { plan, personKind }: PlanRecord,
  { mode, acknowledged, result }: ReviewNote & { readonly result: Result },
): Omit<Reviewed, 'review'> {
  return {
    at: 'reviewed',
    sheet: shownSheet(plan),
    phrase: phraseOf(plan, settings),
    digest: plan.digest,
    refusedIdentifiers: result.refused,
    modes: personKind === 'end-user' ? modeCosts(mode) : [],
    acknowledged,
    ...(result.seconds === undefined ? {} : { seconds: result.seconds }),
  };
}

function phraseOf(plan: Plan, settings: Office['settings']): string {
  return phraseFor(plan, rulesOf(settings).confirmation);
}

function begunAlready(review: string): ReviewState {
  return {
    at: 'failed',
    review,
    code: 'gone',
    says: 'A run was begun from this review.',
    remedy: 'Look at the list of runs to follow it.',
  };
}

function forgotten(review: string): ReviewState {
  return {
    at: 'failed',
    review,
    code: 'gone',
    says: 'This plan is not kept any more: it was replaced by a newer one, or nobody confirmed it for a day.',
    remedy: 'Review the person again.',
  };
}
