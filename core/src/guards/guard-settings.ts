import { z } from 'zod';
import { personKinds } from '../host.ts';

/** Kinds that may be allowed: never agents and administrators, and never what the host does not tell. */
const allowableKinds = ['end-user', 'candidate', 'employee', 'external', 'other'] as const;

const allowable = z.enum(allowableKinds, {
  error: `choose among ${allowableKinds.join(', ')}: agents and administrators are never anonymized`,
});

/** The `guards` part of the settings. */
export const guardSettingsSchema = z.strictObject({
  /** Whom it is for at all. */
  kinds: z.array(allowable).min(1).readonly().default(['end-user', 'candidate', 'external', 'other']),
  /** Whose access somebody must have removed before, as a sign that the person has left. */
  accessRemovedFirst: z.array(z.enum(personKinds)).readonly().default(['employee']),
  cases: z
    .strictObject({
      /** Whose cases somebody must have archived before. */
      archivedFirst: z.array(z.enum(personKinds)).readonly().default(['candidate']),
      /** Whether somebody who was hired may be anonymized: never, if the reviewer acknowledges it, or without a question. */
      hired: z.enum(['never', 'acknowledged', 'allowed']).default('never'),
    })
    .prefault({}),
});

/** Whom the customer lets be anonymized. */
export type GuardSettings = z.infer<typeof guardSettingsSchema>;
