import { z } from 'zod';
import { isBlank, isDocument } from './adf.ts';
import { Refused, errorsOf, forbidden, invalid } from './answer.ts';
import { editIssue } from './changing.ts';
import { editComment } from './comment-editing.ts';
import { indexIssue } from './indexing.ts';
import type { Jira } from './jira.ts';
import { isSilenced } from './mailing.ts';
import type { Field, Issue } from './records.ts';
import { commentsFor, hasGlobal, hasOnIssue } from './rights.ts';
import type { Caller } from './rights.ts';
import type { Request } from './route.ts';
import { checkedValue } from './values.ts';
import { bodyAs } from './body.ts';

const property = z.strictObject({ key: z.string().min(1).max(255), value: z.json() });
const participant = z.record(z.string(), z.string());
const metadata = z.strictObject({
  ...{ type: z.string().optional(), description: z.string().optional(), descriptionKey: z.string().optional() },
  ...{ activityDescription: z.string().optional(), activityDescriptionKey: z.string().optional() },
  ...{ emailDescription: z.string().optional(), emailDescriptionKey: z.string().optional() },
  ...{ actor: participant.optional(), cause: participant.optional(), generator: participant.optional() },
  extraData: z.record(z.string(), z.string()).optional(),
});
const operation = z.record(z.string(), z.unknown());
const details = z.strictObject({
  fields: z.record(z.string(), z.unknown()).optional(),
  update: z.record(z.string(), z.array(operation)).optional(),
  historyMetadata: metadata.optional(),
  properties: z.array(property).optional(),
});

/** `PUT issue`: everything is checked before anything is done. */
export function putIssue(jira: Jira, issue: Issue, { body, query, caller }: Request): Issue {
  const given = bodyAs(details, body);
  const { fields = {}, update = {}, historyMetadata, properties = [] } = given;
  if (!hasOnIssue(jira, caller.user, { issue, permission: 'EDIT_ISSUES' }))
    throw invalid('You do not have permission to edit issues in this project.');
  checkOverrides(jira, { caller, query, issue });
  const both = Object.keys(fields).find((id) => id in update);
  if (both !== undefined) throw invalid('', { [both]: 'Field cannot appear in both fields and update.' });
  const comment = commentIn(jira, { caller, issue, operations: update.comment });
  const values = checkedValues(jira, { issue, query, fields: { ...fields, ...setIn(jira, issue, update) } });
  checkProperties(properties);
  const notify = !isSilenced(jira, caller, { issue, query });
  const by = caller.user.accountId;
  const edited = editIssue(jira, { issue, by, values, notify, metadata: historyMetadata });
  if (comment !== undefined) editComment(jira, { ...comment, by, notify });
  setProperties(jira, edited.id, Object.fromEntries(properties.map(({ key, value }) => [key, value])));
  return edited;
}

/** Properties are in no history. */
export function setProperties(jira: Jira, issue: number, properties: Readonly<Record<string, unknown>>): void {
  if (Object.keys(properties).length === 0) return;
  jira.issues.update(issue, { properties: { ...jira.issues.get(issue).properties, ...properties } });
  indexIssue(jira, issue);
}

export function checkProperties(properties: readonly { readonly key: string; readonly value: unknown }[]): void {
  const tooLong = properties.some(({ value }) => JSON.stringify(value).length > 32_768);
  if (tooLong) throw invalid('The property value is longer than 32768 characters.');
}

/** Only apps may override, and only with the right to administer Jira. */
function checkOverrides(
  jira: Jira,
  { caller, query, issue }: { caller: Caller; query: URLSearchParams; issue: Issue },
): void {
  const asked = ['overrideScreenSecurity', 'overrideEditableFlag'].filter((name) => query.get(name) === 'true');
  const may = caller.from.startsWith('forge') && hasGlobal(jira, caller.user, 'ADMINISTER');
  if (asked.length > 0 && !may) throw forbidden('You do not have permission to override the screen security.');
  if (!issue.editable && !asked.includes('overrideEditableFlag'))
    throw invalid('Issue cannot be edited in its current workflow state.');
}

function checkedValues(
  jira: Jira,
  { issue, query, fields }: { issue: Issue; query: URLSearchParams; fields: Readonly<Record<string, unknown>> },
): Readonly<Record<string, unknown>> {
  const faults: Record<string, string> = {};
  const values: Record<string, unknown> = {};
  for (const [id, given] of Object.entries(fields)) {
    const field = jira.field(id);
    const isShown = field?.onScreen === true || query.get('overrideScreenSecurity') === 'true';
    if (field === undefined || !isShown || !isOf(jira, issue, field)) {
      faults[id] = `Field '${id}' cannot be set. It is not on the appropriate screen, or unknown.`;
      continue;
    }
    const checked = checkedValue(jira, field, given);
    if ('fault' in checked) faults[id] = checked.fault;
    else values[id] = checked.value;
  }
  if (Object.keys(faults).length > 0) throw new Refused(400, errorsOf([], faults));
  return values;
}

/** Fields of service desks are on their requests only. */
function isOf(jira: Jira, issue: Issue, { kind }: Field): boolean {
  return !['participants', 'approvers', 'organizations'].includes(kind) || jira.isRequest(issue);
}

/** What `update` makes of fields: `set`, and `add` and `remove` of people. */
function setIn(
  jira: Jira,
  issue: Issue,
  update: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>,
): Record<string, unknown> {
  const entries = Object.entries(update).filter(([id]) => id !== 'comment');
  return Object.fromEntries(
    entries.map(([id, operations]) => {
      const [first, ...more] = operations;
      if (first !== undefined && more.length === 0 && 'set' in first) return [id, first.set];
      const before = jira.accountsIn(issue, id);
      return [
        id,
        operations
          .reduce((accounts, one) => changedList(accounts, one, id), before)
          .map((accountId) => ({ accountId })),
      ];
    }),
  );
}

function changedList(
  accounts: readonly string[],
  operation: Readonly<Record<string, unknown>>,
  id: string,
): readonly string[] {
  const parsed = z.strictObject({ add: account.optional(), remove: account.optional() }).safeParse(operation);
  if (!parsed.success) throw invalid('', { [id]: 'The operation is not supported for this field.' });
  const { add, remove } = parsed.data;
  const left = accounts.filter((one) => one !== remove?.accountId);
  return add === undefined || left.includes(add.accountId) ? left : [...left, add.accountId];
}

const account = z.strictObject({ accountId: z.string() });
const commentEdit = z.strictObject({ edit: z.strictObject({ id: z.string(), body: z.unknown() }) });

/** Jira’s handler refuses more than one operation on comments. */
function commentIn(
  jira: Jira,
  { caller, issue, operations }: { caller: Caller; issue: Issue; operations: readonly unknown[] | undefined },
): { id: number; body: unknown } | undefined {
  if (operations === undefined) return undefined;
  if (!jira.site.takesCommentsInIssues)
    throw invalid('', { comment: `Field 'comment' cannot be set. It is not on the appropriate screen, or unknown.` });
  if (operations.length !== 1) throw invalid('', { comment: 'Only one operation is supported for this field.' });
  const { edit } = bodyAs(commentEdit, operations[0]);
  const comment = commentsFor(jira, caller, issue.id).find(({ id }) => String(id) === edit.id);
  if (comment === undefined) throw invalid('', { comment: 'Can not find a comment for this id.' });
  checkComment(jira, { caller, issue, author: comment.author, body: edit.body });
  return { id: comment.id, body: edit.body };
}

/** Whether the caller may write this into a comment, and Jira takes it. */
export function checkComment(jira: Jira, asked: { caller: Caller; issue: Issue; author: string; body: unknown }): void {
  const { caller, issue, author, body } = asked;
  const has = (permission: string): boolean => hasOnIssue(jira, caller.user, { issue, permission });
  const isOwn = author === caller.user.accountId && has('EDIT_OWN_COMMENTS');
  if (!isOwn && !has('EDIT_ALL_COMMENTS')) throw invalid('You do not have permission to edit this comment.');
  if (!isDocument(body)) throw invalid('', { comment: 'Comment body is not valid!' });
  if (isBlank(body) && !jira.site.takesEmptyComments) throw invalid('', { comment: 'Comment body can not be empty!' });
}
