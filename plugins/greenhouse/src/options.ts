import { RuleError } from '@lethe/core';
import type { Clock } from '@lethe/core';
import { z } from 'zod';
import { presetNames } from './fields/presets.ts';

/** What a customer may tell about their Greenhouse. */
export const greenhouseOptionsSchema = z.strictObject({
  /** Which fields Greenhouse's own anonymization takes: see the README for what each preset leaves. */
  preset: z.enum(presetNames).default('keep-statistics'),
  /** `not-asked`: this Greenhouse asks nobody for pronouns, so that none can be left behind the API. */
  pronouns: z.enum(['asked', 'not-asked']).default('asked'),
  /** Whether all candidates are looked through where somebody is known by name or phone alone: Greenhouse searches by address. */
  lookThroughAll: z.boolean().default(true),
});

/** Options with their defaults filled in. */
export type GreenhouseOptions = z.output<typeof greenhouseOptionsSchema>;

/** Options as a customer writes them, and what is handed in. */
export type GreenhouseHostOptions = z.input<typeof greenhouseOptionsSchema> & {
  /** Tells whether an interview is still to come. */
  readonly clock: Clock;
  /** The candidate another one was merged into, as far as webhooks told: see `greenhouseEvent`. */
  readonly mergedInto?: (candidate: string) => string | undefined;
};

/** Options from a customer's settings. Throws `RuleError` with the setting's path for the first fault. */
export function parseOptions(input: unknown): GreenhouseOptions {
  const parsed = greenhouseOptionsSchema.safeParse(input);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new RuleError(`greenhouse.${issue?.path.join('.') ?? ''}`, issue?.message ?? 'not readable');
}
