import { Personal } from '@lethe/core';
import { z } from 'zod';
import { number, numberOrNone, numbers, personal, texts, time } from './values.ts';

/** Fields of tickets we read from Zendesk's answers, and no others: https://developer.zendesk.com/api-reference/ticketing/ */

/** Where something came from and went to; who it names is in `from` and `to`. */
const viaSchema = z.object({
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
  tags: texts,
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
const attachmentSchema = z.object({ id: number, file_name: personal, content_url: personal });
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
const jobRowSchema = z.object({
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
  /** One a row; anything else there is of jobs that have no rows. */
  results: z
    .array(jobRowSchema)
    .nullish()
    .catch(undefined)
    .transform((rows) => rows ?? []),
});
export type Job = z.output<typeof jobSchema>;

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
