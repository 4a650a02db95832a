import type { Receipt } from '@lethe/core';
import * as write from './api-write.ts';
import { ifThere } from './ask.ts';
import { finished, isOver } from './jobs.ts';
import { receipts } from './placed.ts';
import type { PlacedStep, Writing } from './placed.ts';

/** End states, which a customer has to ask for: closed tickets, and the user, deleted for good. */

/** Deletes closed tickets: into the bin, and out of it. What is gone already does no harm in either. */
export async function deleteTickets({ line }: Writing, steps: readonly PlacedStep[]): Promise<readonly Receipt[]> {
  const tickets = steps.map(({ place }) => place.key);
  const binned = await finished(line, [await write.binTickets(line, tickets)]);
  if (!binned.every(isOver)) return receipts(steps, 'queued');
  const deleted = await finished(line, [await write.deleteTicketsForGood(line, tickets)]);
  return receipts(steps, deleted.every(isOver) ? 'done' : 'queued');
}

/** Deletes a user: into the bin, unless it lies there already, and out of it. */
export async function deleteUser({ line }: Writing, steps: readonly PlacedStep[]): Promise<readonly Receipt[]> {
  const user = steps[0]?.place.key ?? 0;
  await ifThere(write.binUser(line, user));
  await write.deleteUserForGood(line, user);
  return receipts(steps, 'done');
}
