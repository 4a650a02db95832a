import { Personal } from '@lethe/core';
import { z } from 'zod';

/** The fields we read from Redmine's answers, and no others. What a person wrote is wrapped at once. */

const text = z
  .string()
  .nullish()
  .transform((value) => Personal.of(value));
const when = z.string().pipe(z.coerce.date());
const whenever = when.nullish().transform((value) => value ?? undefined);
const reference = z.object({ id: z.number() });
const maybeReference = reference.nullish().transform((value) => value ?? undefined);

const fieldValue = z
  .union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()])
  .optional()
  .transform((value) => {
    const values = Array.isArray(value) ? value : [value === null || value === undefined ? '' : String(value)];
    return values.map((one) => Personal.of(one));
  });
const fields = z.array(z.object({ id: z.number(), name: z.string(), value: fieldValue })).default([]);

/** A file, without what is inside. */
export const attachmentSchema = z.object({
  id: z.number(),
  filename: text,
  description: text,
  author: maybeReference,
  created_on: when,
});
const attachments = z.array(attachmentSchema).optional();

const detailSchema = z.object({ property: z.string(), name: z.string(), old_value: text, new_value: text });
/** An entry of an issue's history: a note, changes, or both. */
const journalSchema = z.object({
  id: z.number(),
  user: maybeReference,
  notes: text,
  created_on: when,
  private_notes: z.boolean().default(false),
  details: z.array(detailSchema).default([]),
});

/** An issue; journals and watchers come with a single one only. */
export const issueSchema = z.object({
  id: z.number(),
  project: reference,
  tracker: reference,
  status: z.object({ id: z.number(), is_closed: z.boolean().optional() }),
  priority: reference,
  author: maybeReference,
  assigned_to: maybeReference,
  category: maybeReference,
  fixed_version: maybeReference,
  subject: text,
  description: text,
  is_private: z.boolean().default(false),
  done_ratio: z.number().nullish(),
  estimated_hours: z.number().nullish(),
  spent_hours: z.number().nullish(),
  created_on: when,
  closed_on: whenever,
  custom_fields: fields,
  attachments,
  journals: z.array(journalSchema).optional(),
  watchers: z.array(reference).optional(),
});

const membershipSchema = z.object({
  project: reference,
  roles: z.array(z.object({ id: z.number(), name: z.string() })),
});
/** An account. Lists leave out the status, and show locked accounts only where they are asked for. */
export const userSchema = z.object({
  id: z.number(),
  login: text,
  admin: z.boolean().default(false),
  firstname: text,
  lastname: text,
  mail: text,
  last_login_on: whenever,
  updated_on: whenever,
  status: z.number().optional(),
  auth_source: maybeReference,
  auth_source_id: z
    .number()
    .nullish()
    .transform((value) => value ?? undefined),
  custom_fields: fields,
  memberships: z.array(membershipSchema).default([]),
});

/** What holders of a role may do. */
export const roleSchema = z.object({ name: z.string(), permissions: z.array(z.string()).default([]) });
/** What a custom field takes, and whose it is. */
export const fieldDefinitionSchema = z.object({
  id: z.number(),
  name: z.string(),
  customized_type: z.string(),
  field_format: z.string(),
  is_required: z.boolean().nullish(),
  multiple: z.boolean().nullish(),
});
/** A project's own page. */
export const projectSchema = z.object({
  id: z.number(),
  identifier: text,
  name: text,
  description: text,
  homepage: text,
  status: z.number().optional(),
  custom_fields: fields,
});
/** Time somebody spent. */
export const timeEntrySchema = z.object({
  id: z.number(),
  project: reference,
  issue: maybeReference,
  user: reference,
  comments: text,
  created_on: when,
  custom_fields: fields,
});
/** A news item with comments and files. */
export const newsSchema = z.object({
  id: z.number(),
  project: reference,
  author: maybeReference,
  title: text,
  summary: text,
  description: text,
  created_on: when,
  attachments,
  comments: z.array(z.object({ id: z.number(), author: maybeReference, content: text })).default([]),
});
/** A wiki page in the list of a wiki. */
export const wikiListingSchema = z.object({ title: text, created_on: when });
/** A wiki page, or one of its versions. */
export const wikiPageSchema = z.object({
  text,
  version: z.number(),
  comments: text,
  author: maybeReference,
  attachments,
});
/** A result of the search. */
export const hitSchema = z.object({
  id: z.number(),
  type: z.string(),
  title: text,
  description: text,
  url: text,
  datetime: when,
});

/** A file, without what is inside. */
export type Attachment = z.output<typeof attachmentSchema>;
/** An entry of an issue's history. */
export type Journal = z.output<typeof journalSchema>;
/** One change in such an entry. */
export type JournalDetail = z.output<typeof detailSchema>;
/** An issue, as a list or by itself. */
export type Issue = z.output<typeof issueSchema>;
/** An account with its memberships. */
export type User = z.output<typeof userSchema>;
/** Roles somebody has in a project. */
export type Membership = z.output<typeof membershipSchema>;
/** What a custom field holds. */
export type FieldValue = z.output<typeof fields>[number];
/** What a custom field takes. */
export type FieldDefinition = z.output<typeof fieldDefinitionSchema>;
/** A project's own page. */
export type Project = z.output<typeof projectSchema>;
/** Time somebody spent. */
export type TimeEntry = z.output<typeof timeEntrySchema>;
/** A news item with comments and files. */
export type News = z.output<typeof newsSchema>;
/** A wiki page, or one of its versions. */
export type WikiPage = z.output<typeof wikiPageSchema>;
/** A result of the search. */
export type Hit = z.output<typeof hitSchema>;
