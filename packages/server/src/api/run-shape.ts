import { z } from 'zod';
import type { ShownProgress } from '../work/running.ts';
import { hostName, id, moment, obstacleSchema, operatorId, waitsSchema } from './shapes.ts';

/** What a run may be at. */
export const runStates = [
  'queued',
  'running',
  'stopped',
  'done',
  'done-with-gaps',
  'superseded',
  'called-off',
] as const;

const state = z.enum(runStates);

/** Where a run is. Counts and times only. */
export const progressSchema = z
  .strictObject({
    state,
    stopAsked: z.boolean(),
    gaveUp: z.boolean().describe('Workers were killed at it too often: a person has to look.'),
    queuedFor: moment.optional(),
    phase: z.enum(['reading', 'blanking', 'proving', 'closing', 'waiting-for-somebody']).optional(),
    done: z.int().optional(),
    of: z.int().optional(),
    share: z.number().optional().describe('Of the whole run, from 0 to 1.'),
    secondsLeft: z.int().optional(),
    waitingUntil: moment.optional(),
  })
  .meta({ id: 'RunStanding' });

const about = {
  id,
  host: hostName,
  person: z.string(),
  state,
  reason: z.string().optional().describe('Why it stopped: a code.'),
  steps: z.int(),
  approvedBy: operatorId,
  approvedAt: moment,
  startedAt: moment,
  endedAt: moment.optional(),
  waits: waitsSchema.optional().describe('While it was not begun yet.'),
};

/** A run in a list. */
export const rowSchema = z.strictObject(about).meta({ id: 'RunRow' });

/** A run with what stands in its way. */
export const runSchema = z
  .strictObject({
    ...about,
    plan: id,
    secondBy: operatorId.optional(),
    obstacles: z.array(obstacleSchema).readonly(),
    standing: progressSchema.optional(),
  })
  .meta({ id: 'Run' });

/** Where a run is, as it is answered. */
export function shownProgress(shown: ShownProgress): z.infer<typeof progressSchema> {
  const { state: now, stopAsked, gaveUp, queuedFor, progress } = shown;
  return {
    ...{ state: now, stopAsked, gaveUp },
    ...(queuedFor === undefined ? {} : { queuedFor: queuedFor.toISOString() }),
    ...(progress === undefined ? {} : partsOf(progress)),
  };
}

function partsOf(progress: NonNullable<ShownProgress['progress']>): Partial<z.infer<typeof progressSchema>> {
  const { phase, done, of, share, secondsLeft, waitingUntil } = progress;
  return {
    ...{ phase, done, share },
    ...(of === undefined ? {} : { of }),
    ...(secondsLeft === undefined ? {} : { secondsLeft }),
    ...(waitingUntil === undefined ? {} : { waitingUntil: waitingUntil.toISOString() }),
  };
}
