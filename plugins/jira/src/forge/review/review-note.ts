import { hostErrorCodes, identifierKinds, obstacleCodes } from '@lethe/core';
import { z } from 'zod';
import { Notes } from '../ground/notes.ts';
import { accountModes } from '../protocol.ts';

const moment = z.iso.datetime();
const obstacle = z.object({
  code: z.enum(obstacleCodes),
  says: z.string(),
  remedy: z.string(),
  acknowledgeable: z.boolean().exactOptional(),
});

/** What came of a review so far. Ids, codes and fixed words alone. */
const result = z.discriminatedUnion('at', [
  z.object({ at: z.literal('looking'), found: z.int().nonnegative(), waitingUntil: moment.exactOptional() }),
  z.object({ at: z.literal('blocked'), obstacles: z.array(obstacle).readonly() }),
  z.object({
    at: z.literal('reviewed'),
    /** The plan in the store. */
    plan: z.string(),
    seconds: z.number().exactOptional(),
    refused: z.array(z.object({ kind: z.enum(identifierKinds), reason: z.string() })).readonly(),
  }),
  z.object({
    at: z.literal('failed'),
    code: z.enum([...hostErrorCodes, 'fault']),
    says: z.string(),
    remedy: z.string(),
  }),
  /** A run was begun from it. */
  z.object({ at: z.literal('begun'), run: z.string() }),
]);

const noteSchema = z.object({
  /** The person's alias. */
  person: z.string(),
  origin: z.enum(['screen', 'automation']),
  mode: z.enum(accountModes),
  acknowledged: z.array(z.enum(obstacleCodes)).readonly(),
  since: moment,
  /** When somebody last worked on it. */
  touched: moment,
  /** How often its work was begun. */
  tries: z.int().nonnegative(),
  result,
});

/** A review as it is written down. */
export type ReviewNote = z.infer<typeof noteSchema>;

/** Reviews, by their random ids. */
export const reviewNotes = new Notes<ReviewNote>('review', noteSchema);

/** A review nobody confirms is forgotten after a day, like its plan. */
export const REVIEW_DAYS = 1;

/** Writes a review down as it is now. */
export async function noteReview(id: string, note: ReviewNote): Promise<void> {
  await reviewNotes.put(id, note, { days: note.result.at === 'begun' ? DAYS_OF_A_RUN : REVIEW_DAYS });
}

const DAYS_OF_A_RUN = 90;
