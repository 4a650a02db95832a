import type { Dossier } from '@lethe/core';
import type { Field } from './fields/field.ts';
import { dossierIdOf, personIdOf } from './ids.ts';
import { isOpen } from './record.ts';
import type { Application, CandidateRecord, Filed, Interview } from './record.ts';

/** What an application is judged by beside itself. */
export interface Circumstances {
  readonly record: CandidateRecord;
  readonly now: Date;
  /** Fields that are anonymized: what they destroy cannot be compared afterwards, and was announced. */
  readonly fields: ReadonlySet<Field>;
}

/** An application for people. */
export function labelOf({ id }: Pick<Application, 'id'>): string {
  return `application ${id}`;
}

/** An application, with what reports count of it. */
export function dossierOf(application: Application, circumstances: Circumstances): Dossier {
  const { id, candidate, status, prospect } = application;
  const { record, now } = circumstances;
  const open = isOpen(application);
  return {
    type: 'dossier',
    id: dossierIdOf(id),
    label: labelOf(application),
    state: open ? 'open' : 'archived',
    openedBy: 'unknown',
    openedVia: 'unknown',
    subject: personIdOf(candidate),
    hired: status === 'hired',
    lead: prospect && open,
    interviewPending: record.interviews.some((one) => one.application === id && isToCome(one, now)),
    tallies: talliesOf(application, circumstances),
  };
}

const over = ['complete', 'skipped', 'received'];

function isToCome({ startsAt, status }: Interview, now: Date): boolean {
  return startsAt !== undefined && startsAt > now && !over.includes(status);
}

type Tally = readonly [name: string, value: string, destroyedBy?: Field];

function talliesOf(application: Application, { record, fields }: Circumstances): Dossier['tallies'] {
  const { status, facts } = application;
  const own = <T extends Filed>(rows: readonly T[]): readonly T[] =>
    rows.filter((row) => row.application === application.id);
  const list = (texts: readonly string[]): string => texts.toSorted().join(', ');
  const pools = own(record.prospects);
  const tallies: readonly Tally[] = [
    ['status', status],
    ['job', facts.job],
    ['stage', facts.stage, 'candidate_stage_data'],
    ['applied', facts.created, 'candidate_stage_data'],
    ['rejected', facts.rejected],
    ['source', facts.source, 'source'],
    ['credited to', facts.credited, 'credited_to'],
    ['recruiter', facts.recruiter, 'recruiter'],
    ['coordinator', facts.coordinator, 'coordinator'],
    ['rejection reason', list(own(record.rejections).map(({ reason }) => reason)), 'rejection_reason'],
    ['offers', list(own(record.offers).map((one) => `${one.version} ${one.status}`)), 'all_offer_versions'],
    ['scorecards', list(own(record.scorecards).map(({ rating }) => rating)), 'scorecards_and_interviews'],
    ['interviews', list(own(record.interviews).map((one) => one.status)), 'scorecards_and_interviews'],
    ['prospect jobs', facts.prospectJobs, 'prospect_jobs'],
    ['prospect pool', list(pools.map(({ pool }) => pool)), 'prospect_pool_and_stage'],
    ['prospect owner', list(pools.map(({ owner }) => owner)), 'prospect_owner'],
  ];
  return Object.fromEntries(
    tallies.flatMap(([name, value, by]) => (by !== undefined && fields.has(by) ? [] : [[name, value]])),
  );
}
