import { RuleError } from '@lethe/core';
import type { Clock } from '@lethe/core';
import { z } from 'zod';
import type { AccountBook } from './account-book.ts';

const names = z.array(z.string().trim().min(1));
const customFields = z.array(z.string().regex(/^customfield_\d+$/));

/** What a customer may tell about their Jira. */
export const jiraOptionsSchema = z.strictObject({
  /** `erase`: a customer's account is renamed, emptied and deleted. `keep-shell`: renamed, emptied and locked; the address stays. */
  account: z.enum(['erase', 'keep-shell']).default('erase'),
  /**
   * Written into the property `anonymize-user` of every issue that is changed, and found again by JQL. An opaque name of the run: never
   * anything personal.
   */
  marker: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,64}$/)
    .optional(),
  /** `probe`: where Atlassian Guard Premium answers, texts are redacted before they are blanked. `off`: never. */
  redaction: z.enum(['probe', 'off']).default('probe'),
  /** `counted`: the changelog is read, a call a thousand issues, and each text it keeps is in the plan. `announced`: one gap an issue. */
  changelog: z.enum(['counted', 'announced']).default('counted'),
  /**
   * Whether issues are looked for once more as the person who clicked: what only they may see is then a gap, with its key. Nobody is there in
   * the background, and a server has one login: then it says nothing.
   */
  lookAsUser: z.boolean().default(false),
  /** Whether the work goes on where no person is signed in: what Jira lets only a person do is then a gap. */
  nobodySignedIn: z.boolean().default(false),
  /** Custom fields of issues. */
  fields: z
    .strictObject({
      /** Ids of those that hold who was in copy, as mail apps fill them: they are blanked with the mail. */
      clear: customFields.default([]),
      /** Ids of those that are left alone. */
      keep: customFields.default([]),
    })
    .default({ clear: [], keep: [] }),
  /** Names of details of a customer's profile that say who somebody is: texts are searched for what they hold. */
  details: z
    .strictObject({
      phone: names.default([]),
      address: names.default([]),
      externalId: names.default([]),
      login: names.default([]),
    })
    .default({ phone: [], address: [], externalId: [], login: [] }),
});

/** Options with their defaults filled in. */
export type JiraOptions = z.output<typeof jiraOptionsSchema>;

/** Options as a customer writes them; the clock that waits for Jira's tasks; and what accounts are called outside the plugin. */
export type JiraHostOptions = z.input<typeof jiraOptionsSchema> & {
  readonly clock: Clock;
  readonly accounts?: AccountBook;
};

/** Options from a customer's settings. Throws `RuleError` with the setting's path for the first fault. */
export function parseOptions(input: unknown): JiraOptions {
  const parsed = jiraOptionsSchema.safeParse(input);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new RuleError(`jira.${issue?.path.join('.') ?? ''}`, issue?.message ?? 'not readable');
}
