import { HostError } from '@lethe/core';
import { jobStatuses } from './api-write.ts';
import type { Line } from './ask.ts';
import type { Job } from './schema.ts';

const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 15_000;
/** How long a job may take before the run goes on without it: then its steps are queued, and read again later. */
const PATIENCE = 600_000;

/** Jobs once they are over, in their order; those that are not over in ten minutes come as they are. One call asks for all of them. */
export async function finished(line: Line, jobs: readonly Job[]): Promise<readonly Job[]> {
  const now = new Map(jobs.map((job) => [job.id, job]));
  let waited = 0;
  for (let wait = FIRST_WAIT; waited < PATIENCE; wait = Math.min(wait * 2, LONGEST_WAIT)) {
    const open = [...now.values()].filter((job) => !isOver(job)).map(({ id }) => id);
    if (open.length === 0) break;
    await line.clock.wait(wait);
    waited += wait;
    for (const job of await jobStatuses(line, open)) now.set(job.id, job);
  }
  return [...now.values()];
}

/** Whether nothing more will come of a job. Throws `HostError` for one that Zendesk gave up. */
export function isOver({ status }: Job): boolean {
  if (status === 'failed' || status === 'killed')
    throw new HostError('down', 'Zendesk gave up a job that changes tickets. Try again later.');
  return status === 'completed';
}
