import { z } from 'zod';
import type { Answer } from '../http-port.ts';

const jobSchema = z.object({ id: z.string(), status: z.string() });
const answerSchema = z.union([
  z.object({ job_status: jobSchema }).transform(({ job_status: job }) => [job]),
  z.object({ job_statuses: z.array(jobSchema) }).transform(({ job_statuses: jobs }) => jobs),
]);

/** A job nobody has asked about for so long counts no more: whoever started it is gone. */
const FORGOTTEN = 15 * 60_000;

/** The jobs that answers showed queued or working and not yet finished. */
export class JobsSeen {
  readonly #seen = new Map<string, number>();

  /** Takes note of the jobs in an answer. */
  note({ json }: Answer, now: number): void {
    const parsed = answerSchema.safeParse(json);
    for (const { id, status } of parsed.success ? parsed.data : []) {
      if (status === 'queued' || status === 'working') this.#seen.set(id, now);
      else this.#seen.delete(id);
    }
  }

  /** How many are unfinished, as far as is known. */
  count(now: number): number {
    for (const [id, at] of this.#seen) if (at + FORGOTTEN <= now) this.#seen.delete(id);
    return this.#seen.size;
  }
}
