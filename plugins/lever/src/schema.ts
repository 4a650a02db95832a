import { Personal } from '@lethe/core';
import { z } from 'zod';
import { anything, personal, texts, time, word } from './values.ts';

/** The fields we read from answers and no others: https://hire.lever.co/developer/documentation */

const id = z.string().regex(/^[\w-]+$/);

/** A phone number, with or without its sort. */
const phone = z.union([z.object({ value: personal }).transform(({ value }) => value), personal]);
const phones = z
  .array(phone)
  .nullish()
  .transform((values) => (values ?? []).filter((value) => !value.isBlank));

/** Fields of a form, with what was entered, as one text. */
const fields = z
  .array(z.object({ value: anything }))
  .nullish()
  .transform((some) => some ?? []);

/** What somebody entered when applying. Nothing of it can be changed over the API. */
export const applicationSchema = z.object({
  id,
  posting: word.catch(''),
  name: personal,
  email: personal,
  phone: phone.nullish().transform((value) => value ?? Personal.blank),
  company: personal,
  links: texts,
  comments: personal,
  ipAddress: personal,
  referer: personal,
  userAgent: personal,
  customQuestions: z
    .array(z.object({ fields }))
    .nullish()
    .transform((forms) => (forms ?? []).flatMap((form) => form.fields.map(({ value }) => value))),
});
export type Application = z.output<typeof applicationSchema>;

const permission = z.object({ allowed: z.boolean().nullish(), expiresAt: time }).nullish();

/** Where somebody stands with one job. Name, addresses, phones, headline, location and links are the contact's. */
export const opportunitySchema = z.object({
  id,
  contact: id,
  name: personal,
  emails: texts,
  phones,
  links: texts,
  tags: texts,
  sources: texts,
  stage: word,
  stageChanges: z
    .array(z.object({}))
    .nullish()
    .transform((changes) => changes?.length ?? 0),
  origin: word,
  confidentiality: word,
  archived: z.object({ reason: word, archivedAt: time }).nullish(),
  applications: z
    .array(z.union([id, applicationSchema]))
    .nullish()
    .transform((some) => some ?? []),
  createdAt: time,
  lastInteractionAt: time,
  urls: z.object({ show: word }).nullish(),
  isAnonymized: z
    .boolean()
    .nullish()
    .transform((value) => value === true),
  dataProtection: z.object({ store: permission, contact: permission }).nullish(),
  opportunityLocation: word,
});
export type Opportunity = z.output<typeof opportunitySchema>;

/** Who somebody is, for all their opportunities. */
export const contactSchema = z.object({
  id,
  name: personal,
  headline: personal,
  emails: texts,
  phones,
  location: z.object({ name: personal }).nullish(),
  isAnonymized: z
    .boolean()
    .nullish()
    .transform((value) => value === true),
});
export type Contact = z.output<typeof contactSchema>;

/** Notes, feedback, internal forms and referrals are all forms somebody filled in. */
export const formSchema = z.object({
  id,
  fields,
  user: word,
  createdAt: time,
  deletedAt: time,
});
export type Form = z.output<typeof formSchema>;

/** An interview; one that was called off is not to come any more. */
export const interviewSchema = z.object({
  id,
  subject: personal,
  note: personal,
  location: personal,
  user: word,
  date: time,
  createdAt: time,
  canceledAt: time,
});
export type Interview = z.output<typeof interviewSchema>;

/** A file somebody uploaded. */
export const fileSchema = z.object({ id, name: personal });

/** A resume: its file, and what was read out of it. */
export const resumeSchema = z.object({
  id,
  file: z.object({ name: personal }).nullish(),
  parsedData: anything,
});

/** An offer: what was filled in, and what its papers are called. */
export const offerSchema = z.object({
  id,
  fields,
  sentDocument: z.object({ fileName: personal }).nullish(),
  signedDocument: z.object({ fileName: personal }).nullish(),
});
export type Offer = z.output<typeof offerSchema>;

/** Why an opportunity may be archived. */
export const archiveReasonSchema = z.object({ id, type: word });
export type ArchiveReason = z.output<typeof archiveReasonSchema>;
