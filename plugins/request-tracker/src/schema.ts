import { Personal } from '@lethe/core';
import { z } from 'zod';

/** The fields we read from RT's answers, and no others. What a person wrote is wrapped at once. */

/** RT writes numbers as numbers or as texts, as it happens. */
const number = z.union([z.number(), z.string()]).transform(String);
const text = z
  .union([z.string(), z.number(), z.null()])
  .optional()
  .transform((value) => Personal.of(value === undefined || value === null ? '' : String(value)));
const word = z
  .union([z.string(), z.number(), z.null()])
  .optional()
  .transform((value) => (value === undefined || value === null ? '' : String(value)));
/** What never happened is at the beginning of 1970. */
const when = z
  .string()
  .optional()
  .transform((value) => (value === undefined || value.startsWith('1970-01-01') ? undefined : new Date(value)))
  .refine((value) => value === undefined || !Number.isNaN(value.getTime()));
const yes = word.transform((value) => value === '1');

/** Somebody or something by its number; groups share the numbers of accounts. RT names an account by its login unless asked for more. */
const referenceSchema = z.object({ type: z.string(), id: number });
/** An account or group by its number. */
export type Reference = z.output<typeof referenceSchema>;
const references = z.array(referenceSchema).catch([]);
/** RT puts a mere number where it has nothing to show. */
const reference = z.union([referenceSchema, number.transform((id) => ({ type: '', id }))]);

/** Texts, or files by their names. */
const fieldValue = z.union([
  z.string().transform((value) => Personal.of(value)),
  z.object({ filename: text }).transform(({ filename }) => filename),
  z.null().transform(() => Personal.blank),
]);
const fields = z
  .array(z.object({ id: number, name: z.string(), values: z.array(fieldValue) }))
  .or(z.literal('').transform(() => []))
  .default([]);
/** What a custom field holds. */
export type FieldValue = z.output<typeof fields>[number];

/** Columns of an account that hold texts of the person, besides its names and address. */
export const userTexts = [
  'NickName',
  'HomePhone',
  'WorkPhone',
  'MobilePhone',
  'PagerPhone',
  'Address1',
  'Address2',
  'City',
  'State',
  'Zip',
  'Country',
  'Comments',
  'Signature',
  'FreeformContactInfo',
  'Gecos',
  'Lang',
  'Timezone',
  'SMIMECertificate',
] as const;
/** One of these columns, by its name in RT. */
export type UserText = (typeof userTexts)[number];

/** An account with all of its texts. */
export const userSchema = z.object({
  id: number,
  Name: text,
  RealName: text,
  EmailAddress: text,
  Organization: text,
  NickName: text,
  HomePhone: text,
  WorkPhone: text,
  MobilePhone: text,
  PagerPhone: text,
  Address1: text,
  Address2: text,
  City: text,
  State: text,
  Zip: text,
  Country: text,
  Comments: text,
  Signature: text,
  FreeformContactInfo: text,
  Gecos: text,
  Lang: text,
  Timezone: text,
  SMIMECertificate: text,
  Privileged: yes,
  Disabled: yes,
  CustomFields: fields,
});
/** An account. */
export type User = z.output<typeof userSchema>;

/** A ticket; of its people there are numbers only. */
export const ticketSchema = z.object({
  id: number,
  EffectiveId: z.union([number, z.object({ id: number }).transform(({ id }) => id)]),
  Type: word,
  Queue: reference,
  Subject: text,
  Status: word,
  Priority: word,
  TimeWorked: word,
  Owner: reference,
  Creator: reference,
  Created: when,
  Resolved: when,
  Requestor: z.array(referenceSchema.extend({ Organization: text })).catch([]),
  Cc: references,
  AdminCc: references,
  /** Roles the customer made; one that a single person holds is no list. */
  CustomRoles: z.record(z.string(), z.union([z.array(referenceSchema), z.unknown().transform(() => [])])).catch({}),
  CustomFields: fields,
});
/** A ticket. */
export type Ticket = z.output<typeof ticketSchema>;

/** An entry of a history: a mail, a comment, a mail that RT sent, or a change. */
export const transactionSchema = z.object({
  id: number,
  Type: word,
  Field: word,
  ObjectType: word,
  ObjectId: word,
  OldValue: text,
  NewValue: text,
  Data: text,
  Creator: reference.optional(),
  Created: when,
});
/** An entry of a history. */
export type Transaction = z.output<typeof transactionSchema>;

/** One part of a mail. */
export const attachmentSchema = z.object({
  id: number,
  TransactionId: word,
  Subject: text,
  Filename: text,
  ContentType: word.transform((type) => type.toLowerCase()),
  MessageId: text,
  Headers: text,
  Content: text,
});
/** One part of a mail. */
export type Attachment = z.output<typeof attachmentSchema>;

/** What a custom field takes, and whose it is. */
export const fieldDefinitionSchema = z.object({
  id: number,
  Name: word,
  Type: word,
  MaxValues: word,
  Pattern: word,
  LookupType: word,
});
/** What a custom field takes, and whose it is. */
export type FieldDefinition = z.output<typeof fieldDefinitionSchema>;

/** What RT says about itself. */
export const systemSchema = z.object({ Version: z.string(), Plugins: z.array(z.string()).optional() });
/** How many of something there are; only a SuperUser is told. */
export const totalSchema = z.object({
  total: z
    .number()
    .nullish()
    .transform((value) => value ?? undefined),
});
