import { z } from 'zod';
import { anything, id, listOf, personal, time, word } from './values.ts';

/** The fields we read from answers and no others: https://developers.ashbyhq.com/reference */

/** An e-mail address or a phone number. */
const reached = listOf(z.object({ value: personal }).transform(({ value }) => value)).transform((some) =>
  some.filter((value) => !value.isBlank),
);

/** A file: its name; its bytes are not read. */
const fileSchema = z.object({ id, name: personal });

/** What somebody entered into one of the organization's own fields. */
const fieldValueSchema = z.object({ id, value: anything });
export type FieldValue = z.output<typeof fieldValueSchema>;

const titled = z
  .object({ title: word })
  .nullish()
  .transform((one) => one?.title ?? '');

/** Somebody, for all their applications. Nothing in it tells that it was anonymized. */
export const candidateSchema = z.object({
  id,
  createdAt: time,
  updatedAt: time,
  name: personal,
  emailAddresses: reached,
  phoneNumbers: reached,
  socialLinks: listOf(z.object({ url: personal }).transform(({ url }) => url)),
  tags: listOf(z.object({ id, title: personal })),
  position: personal,
  company: personal,
  school: personal,
  timezone: personal,
  location: z.object({ locationSummary: personal }).nullish(),
  applicationIds: listOf(id),
  fileHandles: listOf(fileSchema),
  resumeFileHandle: fileSchema.nullish(),
  customFields: listOf(fieldValueSchema),
  source: titled,
  creditedToUser: z.object({ id }).nullish(),
});
export type Candidate = z.output<typeof candidateSchema>;

/** What is needed to find somebody; of a list, so that as little as possible of it is held. */
export const entrySchema = candidateSchema.pick({
  ...{ id: true, name: true, emailAddresses: true, phoneNumbers: true, updatedAt: true },
});
export type Entry = z.output<typeof entrySchema>;

/** A note a colleague wrote about a candidate. */
export const noteSchema = z.object({
  id,
  createdAt: time,
  content: personal,
  author: z.object({ id }).nullish(),
});
export type Note = z.output<typeof noteSchema>;

/** Where somebody came from when they applied or offered a time. */
export const clientInfoSchema = z.object({ id, ipAddress: personal, userAgent: personal });
export type ClientInfo = z.output<typeof clientInfoSchema>;

/** Where somebody stands with one job, and what they entered when applying. */
export const applicationSchema = z.object({
  id,
  createdAt: time,
  status: z.enum(['Hired', 'Archived', 'Active', 'Lead']),
  candidate: z.object({ id }),
  customFields: listOf(fieldValueSchema),
  currentInterviewStage: titled,
  source: titled,
  archiveReason: z.object({ id, text: word, customFields: listOf(fieldValueSchema) }).nullish(),
  archivedAt: time,
  job: z.object({ id: word, locationId: word }),
  appliedViaJobPostingId: word,
  submitterClientIp: personal,
  submitterUserAgent: personal,
  resumeFileHandle: fileSchema.nullish(),
  applicationHistory: listOf(z.object({})),
  applicationFormSubmissions: listOf(z.object({ id, submittedValues: anything })),
});
export type Application = z.output<typeof applicationSchema>;

/** A scorecard somebody filled in. */
export const feedbackSchema = z.object({
  id,
  submittedValues: anything,
  submittedAt: time,
  submittedByUser: z.object({ id }).nullish(),
});
export type Feedback = z.output<typeof feedbackSchema>;

/** Interviews of an application. */
export const scheduleSchema = z.object({
  status: word,
  interviewEvents: listOf(z.object({ startTime: time, endTime: time })),
});
export type Schedule = z.output<typeof scheduleSchema>;

/** An offer that was made. */
export const offerSchema = z.object({
  id,
  acceptanceStatus: word,
  latestVersion: z.object({ customFields: listOf(fieldValueSchema) }).nullish(),
});
export type Offer = z.output<typeof offerSchema>;

/** One of the organization's own fields. */
export const fieldSchema = z.object({ id, title: word, fieldType: word });
export type Field = z.output<typeof fieldSchema>;
