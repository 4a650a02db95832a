import { Queue } from '@forge/events';
import { z } from 'zod';

/** The queue's name in the manifest. */
const QUEUE = 'lethe-runs';
/** The longest Forge holds an event back. */
const LONGEST_DELAY = 900;

/** All that travels through the queue: what is to be done, and the random id of what it is to be done to. */
export const eventSchema = z.strictObject({
  kind: z.enum(['review', 'run', 'later']),
  id: z.string().regex(/^[A-Za-z0-9-]{1,64}$/u),
});
/** One event. */
export type QueueEvent = z.infer<typeof eventSchema>;

/** How an event is delivered. */
export interface Delivery {
  /** Events with the same key are delivered one after the other: the alias of the person they are about. */
  readonly person: string;
  /** Not before so many seconds; more than Forge holds an event back are cut to that, and whoever gets it asks for more. */
  readonly delaySeconds?: number;
}

/** Puts an event into the queue. Throws what Forge throws: whoever pushes has written down before that there is something to do. */
export async function push(event: QueueEvent, { person, delaySeconds = 0 }: Delivery): Promise<void> {
  const delayInSeconds = Math.min(LONGEST_DELAY, Math.max(0, Math.ceil(delaySeconds)));
  await new Queue({ key: QUEUE }).push({
    body: { ...event },
    concurrency: { key: person, limit: 1 },
    ...(delayInSeconds === 0 ? {} : { delayInSeconds }),
  });
}
