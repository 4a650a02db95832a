import { RuleError } from '@lethe/core';
import type { Clock } from '@lethe/core';
import { z } from 'zod';

/** What Lever's help says stays behind its API after somebody chose Anonymize. */
const keptByLever = ['answers', 'forms', 'offers'] as const;
export type KeptByLever = (typeof keptByLever)[number];

/** What a customer may tell about their Lever. */
export const leverOptionsSchema = z.strictObject({
  /** The user calls that change something are made as; without it Lever's own choice, and no call says `perform_as`. */
  performAs: z
    .string()
    .regex(/^[\w-]{1,64}$/, 'the id of a Lever user')
    .optional(),
  /** `false`: this Lever has no confidential postings, so that nobody has to tell whether the key would see one. */
  confidentialHiring: z.boolean().default(true),
  /** `asked`: this Lever does not delete files by its API; its own Anonymize takes them. */
  files: z.enum(['removed', 'asked']).default('removed'),
  /** `removable`: feedback comes in by the API here. Lever lets the API delete that and no other. */
  feedback: z.enum(['kept', 'removable']).default('kept'),
  /** What Anonymize was seen to take out of the Data API in this Lever although Lever's help says that it stays. */
  anonymizeTakes: z.array(z.enum(keptByLever)).default([]),
  /** Whether all opportunities are looked through where somebody is known by name or phone alone: Lever searches by address. */
  lookThroughAll: z.boolean().default(true),
});

/** Options with their defaults filled in. */
export type LeverOptions = z.output<typeof leverOptionsSchema>;

/** Options as a customer writes them, and the clock that tells whether an interview is still to come. */
export type LeverHostOptions = z.input<typeof leverOptionsSchema> & { readonly clock: Clock };

/** Options from a customer's settings. Throws `RuleError` with the setting's path for the first fault. */
export function parseOptions(input: unknown): LeverOptions {
  const parsed = leverOptionsSchema.safeParse(input);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new RuleError(`lever.${issue?.path.join('.') ?? ''}`, issue?.message ?? 'not readable');
}
