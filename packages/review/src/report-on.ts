import { reportOf } from '@lethe/core';
import type { Report, ReportedStep, RunRecord, Store } from '@lethe/core';

/** The report on a run, from what is stored about it. */
export async function reportOn(store: Store, run: RunRecord): Promise<Report> {
  const entries: ReportedStep[] = [];
  for await (const entry of store.outcomes(run.id)) entries.push(entry);
  return reportOf(run, entries);
}
