import { HostError } from '@lethe/core';
import { z } from 'zod';
import type { AdfDocument } from './adf.ts';
import { ask, start, tell } from './ask.ts';
import type { Line } from './ask.ts';
import type { Call } from './http-port.ts';
import { id, listOf } from './values.ts';

/** Writing calls on issues, one function an endpoint: https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/ */

/** Values by Jira's own names. */
export type Values = Readonly<Record<string, unknown>>;

/** What is changed on one issue in one call. */
export interface IssueEdit {
  readonly fields?: Values;
  readonly update?: Values;
  readonly properties?: readonly { readonly key: string; readonly value: unknown }[];
}

/** What the history shows beside a change. Says nothing of anybody. */
const historyMetadata = { type: 'lethe:anonymize', description: 'Personal data was removed from this issue.' };

/** Changes an issue. Nobody is mailed; fields that are on no screen, and issues closed for editing, are changed too where the login may. */
export async function editIssue(line: Line, issue: string, edit: IssueEdit): Promise<void> {
  await overriding(line, ['overrideScreenSecurity', 'overrideEditableFlag'], {
    what: 'change an issue',
    endpoint: 'PUT /rest/api/3/issue/{issue}',
    params: { issue },
    query: { notifyUsers: 'false' },
    body: { ...edit, historyMetadata },
  });
}

/** Replaces the text of a comment; who may see it stays. */
export async function editComment(
  line: Line,
  { issue, comment }: { readonly issue: string; readonly comment: string },
  body: AdfDocument,
): Promise<void> {
  await overriding(line, ['overrideEditableFlag'], {
    what: 'change a comment',
    endpoint: 'PUT /rest/api/3/issue/{issue}/comment/{comment}',
    params: { issue, comment },
    query: { notifyUsers: 'false' },
    body: { body },
  });
}

/** Replaces the comment of a work log; the time that was spent stays, and so does the estimate. */
export async function editWorklog(
  line: Line,
  { issue, worklog }: { readonly issue: string; readonly worklog: string },
  comment: AdfDocument,
): Promise<void> {
  await overriding(line, ['overrideEditableFlag'], {
    what: 'change a work log',
    endpoint: 'PUT /rest/api/3/issue/{issue}/worklog/{worklog}',
    params: { issue, worklog },
    query: { notifyUsers: 'false', adjustEstimate: 'leave' },
    body: { comment },
  });
}

/**
 * Makes a call, and once more with what lifts the restrictions of screens and workflows if Jira finds it not valid. Only apps may lift them, so
 * that the plain call comes first, and its refusal counts.
 */
async function overriding(line: Line, overrides: readonly string[], call: Call): Promise<void> {
  try {
    await tell(line, call);
  } catch (error) {
    if (!(error instanceof HostError) || error.code !== 'rejected') throw error;
    const lifted = Object.fromEntries(overrides.map((name) => [name, 'true']));
    try {
      await tell(line, { ...call, query: { ...call.query, ...lifted } });
    } catch (again) {
      throw again instanceof HostError && again.code === 'not-permitted' ? error : again;
    }
  }
}

/** Deletes a file. Its path does not name the issue, but Jira counts it among the issue's changes, and so does who paces calls. */
export async function deleteAttachment(
  line: Line,
  params: { readonly issue: string; readonly attachment: string },
): Promise<void> {
  await tell(line, { what: 'delete an attachment', endpoint: 'DELETE /rest/api/3/attachment/{attachment}', params });
}

/** Takes somebody off the participants of a request. */
export async function removeParticipant(line: Line, issue: string, account: string): Promise<void> {
  await tell(line, {
    what: 'take a participant off a request',
    endpoint: 'DELETE /rest/servicedeskapi/request/{issue}/participant',
    params: { issue },
    body: { accountIds: [account] },
  });
}

/** Takes somebody off the watchers of an issue. */
export async function removeWatcher(line: Line, issue: string, account: string): Promise<void> {
  await tell(line, {
    what: 'take a watcher off an issue',
    endpoint: 'DELETE /rest/api/3/issue/{issue}/watchers',
    params: { issue },
    query: { accountId: account },
  });
}

/** Starts a change of up to a thousand issues, all to the same values; nobody is mailed. Answers the task's name. */
export async function startBulkEdit(
  line: Line,
  issues: readonly string[],
  { actions, input }: { readonly actions: readonly string[]; readonly input: Values },
): Promise<string> {
  const call = {
    what: 'change several issues',
    endpoint: 'POST /rest/api/3/bulk/issues/fields',
    body: {
      selectedIssueIdsOrKeys: issues,
      selectedActions: actions,
      editedFieldsInput: input,
      sendBulkNotification: false,
    },
  } as const;
  return (await ask(line, call, z.object({ taskId: id }))).taskId;
}

const taskSchema = z.object({
  status: z.string(),
  processedAccessibleIssues: listOf(id),
});

/** How a change of several issues stands: `status` as Jira calls it, and the issues that were changed. */
export type BulkTask = z.output<typeof taskSchema>;

/** How far a change of several issues is. */
export async function bulkTask(line: Line, task: string): Promise<BulkTask> {
  const call = {
    what: 'ask how far a change of several issues is',
    endpoint: 'GET /rest/api/3/bulk/queue/{task}',
    params: { task },
  } as const;
  return ask(line, call, taskSchema);
}

const offered = z.object({ fields: listOf(z.object({ id })), startingAfter: z.string().nullish() });

/** Fields that can be changed on several issues at once, fifty a page. */
export async function bulkFields(line: Line, issues: readonly string[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (let after: string | undefined; ;) {
    const query = { issueIdsOrKeys: issues.join(','), ...(after === undefined ? {} : { startingAfter: after }) };
    const call = {
      what: 'ask which fields can be changed',
      endpoint: 'GET /rest/api/3/bulk/issues/fields',
      query,
    } as const;
    const { fields, startingAfter } = await ask(line, call, offered);
    for (const field of fields) found.add(field.id);
    if (startingAfter == null || startingAfter === after || fields.length === 0) return found;
    after = startingAfter;
  }
}

/** Sets a property on up to ten thousand issues. Jira does it later, and redirects to the task. */
export async function markIssues(line: Line, issues: readonly string[], properties: Values): Promise<void> {
  await start(line, {
    what: 'mark issues',
    endpoint: 'POST /rest/api/3/issue/properties',
    body: { entitiesIds: issues.map(Number), properties },
  });
}
