import { Personal } from '@lethe/core';
import { z } from 'zod';
import { ownUserFields } from './own-fields.ts';

/** Fields we read from Zendesk's answers, and no others: https://developer.zendesk.com/api-reference/ */

/** A text about somebody; null and missing are blank. */
const personal = z
  .string()
  .nullish()
  .transform((text) => Personal.of(text));
const number = z.number().int();
const numberOrNone = number.nullish().transform((value) => value ?? undefined);
const numbers = z
  .array(number)
  .nullish()
  .transform((values) => values ?? []);
const time = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
const texts = z
  .array(personal)
  .nullish()
  .transform((values) => values ?? []);

/** Where something came from and went to; who it names is in `from` and `to`. */
export const viaSchema = z.object({
  channel: z
    .union([z.string(), z.number()])
    .nullish()
    .transform((channel) => String(channel ?? 'unknown')),
  source: z
    .object({
      rel: z.string().nullish(),
      from: z
        .object({
          address: personal,
          name: personal,
          original_recipients: texts,
          phone: personal,
          formatted_phone: personal,
        })
        .nullish(),
      to: z
        .object({
          address: personal,
          name: personal,
          phone: personal,
          email_ccs: z
            .array(z.union([number, z.string().transform((text) => Personal.of(text))]))
            .nullish()
            .transform((some) => some ?? []),
        })
        .nullish(),
    })
    .nullish(),
});
export type Via = z.output<typeof viaSchema>;

/** A custom field of a ticket. */
const customFieldSchema = z.object({
  id: number,
  value: z.unknown().transform((value) => (typeof value === 'string' ? Personal.of(value) : undefined)),
});

const ratingSchema = z.object({ score: z.string().nullish(), comment: personal });

/** A ticket as lists and searches show it. */
export const ticketSchema = z.object({
  id: number,
  subject: personal,
  status: z.string(),
  requester_id: number,
  organization_id: numberOrNone,
  group_id: numberOrNone,
  brand_id: numberOrNone,
  ticket_form_id: numberOrNone,
  type: z.string().nullish(),
  priority: z.string().nullish(),
  external_id: personal,
  custom_fields: z
    .array(customFieldSchema)
    .nullish()
    .transform((fields) => fields ?? []),
  email_cc_ids: numbers,
  follower_ids: numbers,
  collaborator_ids: numbers,
  satisfaction_rating: ratingSchema.nullish(),
  via: viaSchema,
  created_at: time,
});
export type Ticket = z.output<typeof ticketSchema>;

/** A user beside something else: who an author or somebody in copy is. */
export const sideUserSchema = z.object({
  id: number,
  name: personal,
  email: personal,
  role: z
    .string()
    .nullish()
    .transform((role) => role ?? ''),
});
export type SideUser = z.output<typeof sideUserSchema>;

/** A file of a comment. */
export const attachmentSchema = z.object({ id: number, file_name: personal, content_url: personal });
export type Attachment = z.output<typeof attachmentSchema>;

/** A comment of a ticket; of a call also its numbers. */
export const commentSchema = z.object({
  id: number,
  type: z.string(),
  author_id: number,
  html_body: personal,
  public: z.boolean(),
  via: viaSchema,
  attachments: z
    .array(attachmentSchema)
    .nullish()
    .transform((files) => files ?? []),
  data: z.object({ from: personal, to: personal, transcription_text: personal, location: personal }).nullish(),
  created_at: time,
});
export type Comment = z.output<typeof commentSchema>;

/** One line of an audit: which of its texts there are depends on its type. */
export const auditEventSchema = z.looseObject({ id: number, type: z.string() });
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

/** A user with all that is written on it. */
export const userSchema = z.object({
  id: number,
  name: personal,
  alias: personal,
  details: personal,
  notes: personal,
  signature: personal,
  email: personal,
  phone: personal,
  external_id: personal,
  role: z.string(),
  suspended: z
    .boolean()
    .nullish()
    .transform((suspended) => suspended ?? false),
  active: z
    .boolean()
    .nullish()
    .transform((active) => active ?? true),
  shared: z
    .boolean()
    .nullish()
    .transform((shared) => shared ?? false),
  organization_id: numberOrNone,
  custom_role_id: numberOrNone,
  ticket_restriction: z.string().nullish(),
  tags: texts,
  user_fields: z
    .record(z.string(), z.union([z.string(), z.number()]).nullable().catch(null))
    .nullish()
    .transform((fields) =>
      Object.entries(fields ?? {})
        .filter(([key]) => !ownUserFields.includes(key))
        .map(([key, value]) => ({ key, value: Personal.of(value === null ? null : String(value)) })),
    ),
  photo: z.object({ id: number, file_name: personal }).nullish(),
  last_login_at: time.nullish(),
});
export type User = z.output<typeof userSchema>;

/** One way to reach or recognize a user. */
export const identitySchema = z.object({
  id: number,
  user_id: number,
  type: z.string(),
  value: personal,
  primary: z
    .boolean()
    .nullish()
    .transform((primary) => primary ?? false),
});
export type Identity = z.output<typeof identitySchema>;

/** A user who was deleted, as the list of deleted users shows it. */
export const deletedUserSchema = z.object({
  id: number,
  name: personal,
  email: personal,
  phone: personal,
  role: z.string(),
});
export type DeletedUser = z.output<typeof deletedUserSchema>;

/** Mail that was not made a ticket. */
export const suspendedSchema = z.object({
  id: number,
  author: z.object({ id: numberOrNone, name: personal, email: personal }).nullish(),
  subject: personal,
  content: personal,
  recipient: personal,
  created_at: time,
  attachments: z.array(z.object({ file_name: personal })).nullish(),
});
export type Suspended = z.output<typeof suspendedSchema>;

/** A row of a job: what came of one ticket or user. */
export const jobRowSchema = z.object({
  id: numberOrNone,
  index: numberOrNone,
  success: z.boolean().nullish(),
  error: z.string().nullish(),
  details: z.string().nullish(),
});
export type JobRow = z.output<typeof jobRowSchema>;

/** Work that Zendesk does later. */
export const jobSchema = z.object({
  id: z.string(),
  status: z.string(),
  results: z
    .union([z.array(jobRowSchema), z.unknown()])
    .transform((rows) => (Array.isArray(rows) ? rows : []))
    .pipe(z.array(jobRowSchema)),
});
export type Job = z.output<typeof jobSchema>;

/** The account the calls are made with. */
export const selfSchema = z.object({
  id: number.nullable(),
  role: z.string(),
  custom_role_id: numberOrNone,
  ticket_restriction: z.string().nullish(),
});

const flag = z.boolean().nullish();

/** Settings of the account an erasure depends on. */
export const settingsSchema = z.object({
  agents: z.object({ agent_workspace: flag }).nullish(),
  tickets: z.object({ agent_ticket_deletion: flag, follower_and_email_cc_collaborations: flag }).nullish(),
  side_conversations: z.record(z.string(), z.unknown()).nullish(),
});
export type Settings = z.output<typeof settingsSchema>;

/** Rights of a role; other rights are of no matter here. */
export const roleSchema = z.looseObject({
  ticket_access: z.string().nullish(),
  end_user_profile_access: z.string().nullish(),
  ticket_deletion: flag,
});
export type RoleRights = z.output<typeof roleSchema>;

/** What was said beside a ticket. */
export const sideConversationSchema = z.object({
  id: z.string(),
  subject: personal,
  preview_text: personal,
  participants: z
    .array(z.object({ name: personal, email: personal }))
    .nullish()
    .transform((some) => some ?? []),
  events: z
    .array(z.object({ message: z.object({ body: personal }).nullish() }))
    .nullish()
    .transform((some) => some ?? []),
});
export type SideConversation = z.output<typeof sideConversationSchema>;

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
