import type { Greenhouse } from './greenhouse.ts';
import type { Application } from './records.ts';

/** Everything the invented Greenhouse holds. */
export function* dumpOf(greenhouse: Greenhouse): Generator<string> {
  for (const [name, table] of Object.entries(greenhouse.tables()))
    for (const row of table.all()) yield `${name} ${linesOf(row)}\n`;
}

/** What reports count, per application and as a whole. */
export function talliesOf(greenhouse: Greenhouse): Readonly<Record<string, string>> {
  const { candidates, applications } = greenhouse;
  return Object.fromEntries<string>([
    ...applications.all().map((one): [string, string] => [`application ${String(one.id)}`, countedOf(greenhouse, one)]),
    ['candidates', String(candidates.all().length)],
  ]);
}

function countedOf(greenhouse: Greenhouse, application: Application): string {
  const { id, status, job_id, stage_id, stage_name, source_id, created_at, rejected_at, transitions } = application;
  const { recruiter_id, coordinator_id, referrer_id, prospect, prospective_job_ids } = application;
  const { offers, scorecards, interviews, rejections, prospects } = greenhouse;
  const own = <T extends { readonly application_id: number }>(rows: readonly T[]): readonly T[] =>
    rows.filter((row) => row.application_id === id);
  return JSON.stringify([
    ...[status, job_id, stage_id, stage_name, source_id, created_at, rejected_at, transitions],
    ...[recruiter_id, coordinator_id, referrer_id, prospect, prospective_job_ids],
    own(offers.all()).map((one) => [one.version, one.status]),
    own(scorecards.all()).map((one) => one.candidate_rating),
    own(interviews.all()).map((one) => [one.status, one.starts_at]),
    own(rejections.all()).map((one) => one.rejection_reason_id),
    own(prospects.all()).map((one) => [one.pool_id, one.pool_stage_id, one.prospect_owner_id, one.office_id]),
  ]);
}

/** One value a line, so that no text is hidden in an encoding. */
function linesOf(row: unknown, at = ''): string {
  if (typeof row !== 'object' || row === null) return `${at}=${String(row)}\n`;
  return Object.entries(row)
    .map(([key, value]) => linesOf(value, at === '' ? key : `${at}.${key}`))
    .join('');
}
