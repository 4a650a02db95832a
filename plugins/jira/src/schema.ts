import { z } from 'zod';
import { richText } from './adf.ts';
import { id, listOf, personal, time } from './values.ts';

/** What we read of Jira's answers, and no more: https://developer.atlassian.com/cloud/jira/platform/rest/v3/ */

/** An account beside something else. Its address and its name may be hidden. */
export const accountSchema = z.object({
  accountId: z.string().min(1),
  accountType: z.string().nullish(),
  displayName: personal,
  emailAddress: personal,
  active: z.boolean().nullish(),
});
/** See `accountSchema`. */
export type Account = z.output<typeof accountSchema>;

/** Nobody, where the account is gone or was never there. */
const someone = accountSchema.nullish().transform((account) => account ?? undefined);

/** A comment on an issue. */
export const commentSchema = z.object({
  id,
  author: someone,
  body: richText,
  created: time,
  /** In service projects: whether customers see it. */
  jsdPublic: z.boolean().nullish(),
  /** In service projects: no, where it came by mail from somebody who is not part of the request. */
  jsdAuthorCanSeeRequest: z.boolean().nullish(),
  properties: listOf(z.object({ key: z.string(), value: z.unknown() })),
});
/** See `commentSchema`. */
export type Comment = z.output<typeof commentSchema>;

/** A line of what was worked on an issue. */
export const worklogSchema = z.object({ id, author: someone, comment: richText, started: time });
/** See `worklogSchema`. */
export type Worklog = z.output<typeof worklogSchema>;

/** A file on an issue. */
const attachmentSchema = z.object({ id, author: someone, filename: personal, created: time });
/** See `attachmentSchema`. */
export type Attachment = z.output<typeof attachmentSchema>;

/** Part of a list within an issue, and how long the list is. */
const embedded = z
  .object({ total: z.number().int().nullish(), comments: listOf(commentSchema), worklogs: listOf(worklogSchema) })
  .nullish()
  .transform((part) => ({ total: part?.total ?? 0, comments: part?.comments ?? [], worklogs: part?.worklogs ?? [] }));

const called = z.object({ id, name: z.string().nullish() }).transform((row) => row.name ?? row.id);
const named = called.nullish().transform((name) => name ?? '');

/** The fields of an issue; custom ones as they come. */
const issueFieldsSchema = z
  .object({
    summary: personal,
    description: richText,
    environment: richText,
    reporter: someone,
    creator: someone,
    comment: embedded,
    worklog: embedded,
    attachment: listOf(attachmentSchema),
    project: z.object({ id, projectTypeKey: z.string().nullish() }),
    issuetype: named,
    status: z.object({ id, name: z.string().nullish(), statusCategory: z.object({ key: z.string() }).nullish() }),
    resolution: named,
    priority: named,
    created: time,
    timespent: z.number().nullish(),
  })
  .catchall(z.unknown());

/** An issue with the properties it was asked for with. */
export const issueSchema = z.object({
  id,
  key: z.string(),
  fields: issueFieldsSchema,
  properties: z
    .record(z.string(), z.unknown())
    .nullish()
    .transform((properties) => properties ?? {}),
});
/** See `issueSchema`. */
export type Issue = z.output<typeof issueSchema>;

/** Accounts in a field of an issue: one, several or nobody. */
export const peopleSchema = z
  .union([z.array(accountSchema), accountSchema.transform((account) => [account])])
  .nullish()
  .transform((accounts) => accounts ?? []);
/** Organizations a request is shared with. */
export const organizationsSchema = listOf(called);
/** What kind of request an issue is. */
export const requestTypeSchema = z.object({ requestType: called }).nullish();
/** The rating a customer gave. */
export const ratingSchema = z.object({ rating: z.number() }).nullish();

/** A field issues can have. */
export const fieldSchema = z.object({
  id: z.string(),
  custom: z.boolean().nullish(),
  schema: z.object({ type: z.string(), items: z.string().nullish(), custom: z.string().nullish() }).nullish(),
});
/** See `fieldSchema`. */
export type FieldRow = z.output<typeof fieldSchema>;

/** One change within an entry of the changelog. What it changed to is called `toString`, which every object has if the answer has not. */
const historyItemSchema = z.preprocess(
  (item) => {
    const { data } = z.record(z.string(), z.unknown()).safeParse(item);
    return {
      ...data,
      before: data?.['fromString'],
      after: Object.entries(data ?? {}).find(([key]) => key === 'toString')?.[1],
    };
  },
  z.object({
    field: z.string(),
    fieldId: z.string().nullish(),
    from: z.string().nullish(),
    to: z.string().nullish(),
    before: personal,
    after: personal,
  }),
);
/** See `historyItemSchema`. */
export type HistoryItem = z.output<typeof historyItemSchema>;

/** An entry of the changelog. */
export const historySchema = z.object({ id, created: time, items: listOf(historyItemSchema) });
/** See `historySchema`. */
export type History = z.output<typeof historySchema>;

/** An account as it is read by itself. */
export const userSchema = accountSchema.extend({
  groups: z.object({ items: listOf(z.object({ name: z.string() })) }).nullish(),
  applicationRoles: z.object({ items: listOf(z.object({ key: z.string().nullish() })) }).nullish(),
});
/** See `userSchema`. */
export type User = z.output<typeof userSchema>;

/** A detail of a customer's profile. */
const detailSchema = z.object({ name: z.string().min(1), values: listOf(personal) });
/** What the site keeps of a customer beside the account. */
export const customerSchema = z.object({ email: personal, details: listOf(detailSchema) });
/** See `customerSchema`. */
export type Customer = z.output<typeof customerSchema>;
