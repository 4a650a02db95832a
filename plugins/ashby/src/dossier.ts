import type { Dossier } from '@lethe/core';
import { dossierIdOf, personIdOf, sheetIdOf } from './ids.ts';
import type { Application, Candidate, Feedback, Note, Offer, Schedule } from './schema.ts';

/** Ashby's ids are long, and their beginnings differ. */
export function shortly(id: string): string {
  return id.slice(0, 8);
}

/** What is filed under an application beside it, as far as the application as a case depends on it. */
export interface Beside {
  readonly feedback: readonly Feedback[];
  readonly offers: readonly Offer[];
  /** Only where somebody asks whether an interview is still to come. */
  readonly schedules: readonly Schedule[];
  readonly now: Date;
}

/** An application, with what reports count of it. Ashby itself would anonymize a hire. */
export function dossierOf(application: Application, beside: Beside): Dossier {
  const { id, status, candidate, job, appliedViaJobPostingId } = application;
  const subject = personIdOf(candidate.id);
  const hasApplied = appliedViaJobPostingId !== '';
  return {
    type: 'dossier',
    id: dossierIdOf(id),
    label: `application ${shortly(id)}`,
    state: status === 'Active' || status === 'Lead' ? 'open' : 'archived',
    openedBy: hasApplied ? subject : 'unknown',
    openedVia: hasApplied ? 'web' : 'api',
    subject,
    hired: status === 'Hired',
    lead: status === 'Lead',
    interviewPending: beside.schedules.some((one) => isToCome(one, beside.now)),
    ...(job.locationId === '' ? {} : { location: job.locationId }),
    tallies: talliesOf(application, beside),
  };
}

const over = ['Complete', 'Cancelled', 'OnHold'];

/** An interview that is to come, or one that is being arranged. */
function isToCome({ status, interviewEvents }: Schedule, now: Date): boolean {
  if (status === 'Cancelled') return false;
  const times = interviewEvents.flatMap(({ startTime, endTime }) => endTime ?? startTime ?? []);
  if (times.length > 0) return times.some((time) => time > now);
  return status !== '' && !over.includes(status);
}

function talliesOf(application: Application, { feedback, offers }: Beside): Dossier['tallies'] {
  const { status, currentInterviewStage, source, archiveReason, archivedAt, createdAt, job } = application;
  return {
    status,
    stage: currentInterviewStage,
    'stage changes': String(application.applicationHistory.length),
    source,
    'archive reason': archiveReason?.id ?? '',
    archived: archivedAt?.toISOString() ?? '',
    created: createdAt?.toISOString() ?? '',
    job: job.id,
    location: job.locationId,
    scorecards: String(feedback.length),
    offers: offers
      .map(({ acceptanceStatus }) => acceptanceStatus)
      .toSorted()
      .join(', '),
  };
}

/** What is filed under a candidate and no application: notes, tags, fields, and what reports count of it. Never open by itself. */
export function sheetOf(candidate: Candidate, notes: readonly Note[]): Dossier {
  const { id, createdAt, source, creditedToUser, applicationIds } = candidate;
  const subject = personIdOf(id);
  return {
    type: 'dossier',
    id: sheetIdOf(id),
    label: `sheet of candidate ${shortly(id)}`,
    state: 'archived',
    openedBy: 'unknown',
    openedVia: 'api',
    subject,
    tallies: {
      created: createdAt?.toISOString() ?? '',
      source,
      credited: creditedToUser?.id ?? '',
      applications: String(applicationIds.length),
      notes: String(notes.length),
    },
  };
}
