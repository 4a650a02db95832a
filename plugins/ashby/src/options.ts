import { RuleError } from '@lethe/core';
import type { Clock } from '@lethe/core';
import { z } from 'zod';

/** What Anonymize may take beside the name, addresses, numbers and links: Ashby publishes no list of it. */
const takenByAshby = ['files', 'clientInfo', 'answers', 'customFields'] as const;
export type TakenByAshby = (typeof takenByAshby)[number];

/** What a customer may tell about their Ashby. */
export const ashbyOptionsSchema = z.strictObject({
  /**
   * What `candidate.anonymize` is expected to take away. What it then does not is refused and reported; what is left out here is a
   * gap from the start.
   */
  anonymizeTakes: z.array(z.enum(takenByAshby)).default(['files', 'clientInfo', 'answers']),
  /** `overwritten`: this Ashby does not take an empty text for a custom field; they then hold the replacement of the rules. */
  emptyFields: z.enum(['cleared', 'overwritten']).default('cleared'),
  /** `listed`: the search of this Ashby misses candidates, so that all of them are looked through each time. */
  lookup: z.enum(['searched', 'listed']).default('searched'),
  /** Whether all candidates are looked through where somebody is known by phone alone: Ashby searches by address and name. */
  lookThroughAll: z.boolean().default(true),
});

/** Options with their defaults filled in. */
export type AshbyOptions = z.output<typeof ashbyOptionsSchema>;

/** Options as a customer writes them, and the clock that tells whether an interview is still to come. */
export type AshbyHostOptions = z.input<typeof ashbyOptionsSchema> & { readonly clock: Clock };

/** Options from a customer's settings. Throws `RuleError` with the setting's path for the first fault. */
export function parseOptions(input: unknown): AshbyOptions {
  const parsed = ashbyOptionsSchema.safeParse(input);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new RuleError(`ashby.${issue?.path.join('.') ?? ''}`, issue?.message ?? 'not readable');
}
