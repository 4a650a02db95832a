import { InvocationError, InvocationErrorCode } from '@forge/events';
import { z } from 'zod';
import { inOffice } from '../ground/office.ts';
import { eventSchema } from '../ground/queue.ts';
import type { QueueEvent } from '../ground/queue.ts';
import { lookAgain } from '../later/looking-again.ts';
import { carryOnReview } from '../review/carrying-review.ts';
import { carryOn } from '../run/carrying.ts';

/** A worker has 900 seconds; a minute of them is kept to hand the rest on. */
const ALLOWANCE = { spare: 60_000 } as const;
/** Before Forge delivers an event again that failed, in seconds. */
const RETRY_AFTER = 60;

const deliverySchema = z.object({ body: eventSchema });

/**
 * Takes an event from the queue. One of another form is nobody's. What fails on the way, the app's storage above all, is tried again by Forge, and
 * when it has given up, by the sweeper; why is not said, as what was thrown may hold what was to be written.
 */
export async function worker(delivery: unknown): Promise<InvocationError | undefined> {
  const parsed = deliverySchema.safeParse(delivery);
  if (!parsed.success) return undefined;
  try {
    await work(parsed.data.body);
    return undefined;
  } catch {
    return new InvocationError({ retryAfter: RETRY_AFTER, retryReason: InvocationErrorCode.FUNCTION_RETRY_REQUEST });
  }
}

async function work({ kind, id }: QueueEvent): Promise<void> {
  await inOffice({ user: 'nobody', allowance: ALLOWANCE }, async (office) => {
    if (kind === 'run') await carryOn(office, id);
    else if (kind === 'review') await carryOnReview(office, id);
    else await lookAgain(office, id);
  });
}
