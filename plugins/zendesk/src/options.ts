import { RuleError } from '@lethe/core';
import type { Clock } from '@lethe/core';
import { z } from 'zod';

const keys = z.array(z.string().trim().min(1));

/** What a customer may tell about their Zendesk. */
export const zendeskOptionsSchema = z.strictObject({
  /** Whether open sessions are ended: one call to look, one to end them, one to prove it. */
  sessions: z.boolean().default(true),
  /** Whether the queue of suspended tickets is searched; it can only be read whole. */
  suspendedTickets: z.boolean().default(true),
  /** Whether posts, comments, votes and subscriptions in the Help Center are looked for. */
  helpCenter: z.boolean().default(true),
  /** Whether soft-deleted users are looked through when somebody is looked up. */
  deletedUsers: z.boolean().default(true),
  /** `announced`: one gap a ticket. `counted`: each ticket's audit log is read, a call each, and what it holds is a gap each. */
  auditLog: z.enum(['announced', 'counted']).default('announced'),
  /** `announced`: one gap a ticket, where the account has side conversations. `listed`: they are read, a call a ticket. */
  sideConversations: z.enum(['announced', 'listed']).default('announced'),
  /**
   * End state: closed tickets the user asked for are deleted for good, with what everybody wrote in them. Their subjects, fields
   * and logs are then no gap; reports keep little more than their number, dates and channel.
   */
  deleteClosedTickets: z.boolean().default(false),
  /** End state: the user is deleted for good, out of its organization and out of all reports. */
  deleteUser: z.boolean().default(false),
  /** Rows of a page of search results. With very many archived tickets Zendesk advises 100. */
  searchPage: z.number().int().min(1).max(1000).default(1000),
  /** Keys of user fields that hold telephone numbers: texts are searched for them. */
  phoneFields: keys.default([]),
  /** Keys of user fields that hold numbers of the person elsewhere: texts are searched for them. */
  externalIdFields: keys.default([]),
  /** Keys of user fields that hold where somebody lives: texts are searched for it. */
  addressFields: keys.default([]),
  /** Keys of user fields that hold handles: texts are searched for them. */
  loginFields: keys.default([]),
});

/** Options with their defaults filled in. */
export type ZendeskOptions = z.output<typeof zendeskOptionsSchema>;

/** Options as a customer writes them, and the clock that waits for Zendesk's jobs. */
export type ZendeskHostOptions = z.input<typeof zendeskOptionsSchema> & { readonly clock: Clock };

/** Options from a customer's settings. Throws `RuleError` with the setting's path for the first fault. */
export function parseOptions(input: unknown): ZendeskOptions {
  const parsed = zendeskOptionsSchema.safeParse(input);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new RuleError(`zendesk.${issue?.path.join('.') ?? ''}`, issue?.message ?? 'not readable');
}
