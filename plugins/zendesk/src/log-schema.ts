import { z } from 'zod';
import { number, numberOrNone, personal, time } from './values.ts';

/** Fields of tickets' logs we read from Zendesk's answers, and no others; chats stand in the log alone. */

/** One line of an audit: which of its texts there are depends on its type. */
const auditEventSchema = z.looseObject({ id: number, type: z.string() });
export type AuditEvent = z.output<typeof auditEventSchema>;

/** An entry of a ticket's log. */
export const auditSchema = z.object({
  id: number,
  author_id: number,
  created_at: time,
  metadata: z
    .object({
      system: z.object({ client: personal, ip_address: personal, location: personal }).nullish(),
    })
    .nullish(),
  events: z.array(auditEventSchema),
});
export type Audit = z.output<typeof auditSchema>;

/** A line of a chat, or a file in it. */
export const chatEntrySchema = z.object({
  type: z.enum(['ChatMessage', 'ChatFileAttachment']),
  chat_index: numberOrNone,
  message_id: z
    .string()
    .nullish()
    .transform((id) => id ?? undefined),
  message: personal,
  filename: personal,
  actor_id: z
    .union([number, z.string()])
    .nullish()
    .transform((id) => (typeof id === 'number' ? id : undefined)),
  actor_type: z.string().nullish(),
  actor_name: personal,
});
export type ChatEntry = z.output<typeof chatEntrySchema>;

/** A chat in a ticket's log. Entries that are neither line nor file hold nothing of anybody. */
export const chatSchema = z.object({ chat_id: z.string(), history: z.array(z.unknown()) });
