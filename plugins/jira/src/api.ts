import { z } from 'zod';
import { ask } from './ask.ts';
import type { Line } from './ask.ts';
import type { Call } from './http-port.ts';
import * as schemas from './schema.ts';
import type { Comment, FieldRow, History, Issue, Worklog } from './schema.ts';
import { id, listOf } from './values.ts';

/** Reading calls on issues, one function an endpoint: https://developer.atlassian.com/cloud/jira/platform/rest/v3/ */

/** Properties of an issue that are read with it: how a request came in, what forms it has, whether it was blanked before. */
const issueProperties = ['request.channel.type', 'proforma.forms', 'anonymize-user'] as const;
/** The most issues that can be asked for by number in one call. */
export const ISSUES_AT_ONCE = 100;
/** The most ids of anything else in one call. */
export const IDS_AT_ONCE = 1000;

/** All fields issues can have. */
export async function fieldList(line: Line): Promise<readonly FieldRow[]> {
  const call = { what: 'list the fields of issues', endpoint: 'GET /rest/api/3/field' } as const;
  return ask(line, call, z.array(schemas.fieldSchema));
}

/** What to search issues for, and what to read of them. */
export interface IssueSearch {
  readonly jql: string;
  readonly fields: readonly string[];
}

const foundPage = z.object({ issues: listOf(schemas.issueSchema), nextPageToken: z.string().nullish() });
const numberPage = z.object({
  issues: listOf(z.object({ id, key: z.string().nullish() })),
  nextPageToken: z.string().nullish(),
});

/** Issues a search finds, a page at a time; how long a page is, is Jira's choice. The index may be some seconds late. */
export async function* issuesFound(line: Line, { jql, fields }: IssueSearch): AsyncGenerator<readonly Issue[]> {
  const body = { jql, fields, properties: issueProperties, maxResults: IDS_AT_ONCE };
  yield* searchPages(line, { body }, foundPage);
}

/** An issue by its names alone. */
export interface NamedIssue {
  readonly id: string;
  readonly key?: string | null | undefined;
}

/** Numbers of issues a search finds, a page at a time; as whoever clicked, where they may see more. */
export async function* numbersFound(line: Line, jql: string, as?: Call['as']): AsyncGenerator<readonly NamedIssue[]> {
  const body = { jql, fields: ['key'], maxResults: 5000 };
  yield* searchPages(line, { body, ...(as && { as }) }, numberPage);
}

interface Page<T> {
  readonly issues: readonly T[];
  readonly nextPageToken?: string | null | undefined;
}

type Question = Pick<Call, 'as'> & { readonly body: object };

async function* searchPages<T>(
  line: Line,
  { body, ...as }: Question,
  schema: z.ZodType<Page<T>>,
): AsyncGenerator<readonly T[]> {
  let token: string | null | undefined;
  do {
    const call: Call = {
      what: 'search issues',
      endpoint: 'POST /rest/api/3/search/jql',
      body: token == null ? body : { ...body, nextPageToken: token },
      ...as,
    };
    const page = await ask(line, call, schema);
    yield page.issues;
    token = page.nextPageToken;
  } while (token != null);
}

/** Issues by number as they are at this moment, a hundred at most; those that are not there, or not shown, are left out. */
export async function issuesByNumber(
  line: Line,
  issues: readonly string[],
  fields: readonly string[],
): Promise<readonly Issue[]> {
  const body = { issueIdsOrKeys: issues, fields, properties: issueProperties };
  const call = { what: 'read issues', endpoint: 'POST /rest/api/3/issue/bulkfetch', body } as const;
  return (await ask(line, call, z.object({ issues: listOf(schemas.issueSchema) }))).issues;
}

/** All comments of an issue, oldest first. */
export async function commentsOf(line: Line, issue: string): Promise<readonly Comment[]> {
  const page = z.object({ rows: z.array(schemas.commentSchema), total: z.number().int() });
  const schema = z.preprocess(renamed('comments'), page);
  const call = { what: 'read the comments of an issue', endpoint: 'GET /rest/api/3/issue/{issue}/comment' } as const;
  return allRows(line, { ...call, params: { issue } }, schema);
}

/** All worklogs of an issue, oldest first. */
export async function worklogsOf(line: Line, issue: string): Promise<readonly Worklog[]> {
  const page = z.object({ rows: z.array(schemas.worklogSchema), total: z.number().int() });
  const schema = z.preprocess(renamed('worklogs'), page);
  const call = { what: 'read the worklogs of an issue', endpoint: 'GET /rest/api/3/issue/{issue}/worklog' } as const;
  return allRows(line, { ...call, params: { issue } }, schema);
}

function renamed(key: string): (answer: unknown) => unknown {
  const answers = z.record(z.string(), z.unknown());
  return (answer) => {
    const { data } = answers.safeParse(answer);
    return { rows: data?.[key], total: data?.total };
  };
}

/** Jira may give shorter pages than it is asked for. */
async function allRows<T>(
  line: Line,
  call: Call,
  schema: z.ZodType<{ readonly rows: readonly T[]; readonly total: number }>,
): Promise<readonly T[]> {
  const rows: T[] = [];
  for (;;) {
    const query = { startAt: String(rows.length), maxResults: '5000' };
    const page = await ask(line, { ...call, query }, schema);
    rows.push(...page.rows);
    if (rows.length >= page.total || page.rows.length === 0) return rows;
  }
}

/** Comments by number, a thousand at most; those that are not there, or not shown, are left out. */
export async function commentsByNumber(line: Line, comments: readonly string[]): Promise<readonly Comment[]> {
  const body = { ids: comments.map(Number) };
  const call = { what: 'read comments', endpoint: 'POST /rest/api/3/comment/list', body } as const;
  return (await ask(line, call, z.object({ values: listOf(schemas.commentSchema) }))).values;
}

/** Worklogs by number, a thousand at most; those that are not there, or not shown, are left out. */
export async function worklogsByNumber(line: Line, worklogs: readonly string[]): Promise<readonly Worklog[]> {
  const body = { ids: worklogs.map(Number) };
  const call = { what: 'read worklogs', endpoint: 'POST /rest/api/3/worklog/list', body } as const;
  return ask(line, call, z.array(schemas.worklogSchema));
}

const logPage = z.object({
  issueChangeLogs: listOf(z.object({ issueId: id, changeHistories: listOf(schemas.historySchema) })),
  nextPageToken: z.string().nullish(),
});

/** The changelogs of issues, a thousand at most, by issue; one that has none, or is not shown, is left out. */
export async function changelogsOf(
  line: Line,
  issues: readonly string[],
): Promise<ReadonlyMap<string, readonly History[]>> {
  const logs = new Map<string, History[]>();
  let token: string | null | undefined;
  do {
    const body = { issueIdsOrKeys: issues, maxResults: 10_000, ...(token == null ? {} : { nextPageToken: token }) };
    const call = { what: 'read changelogs', endpoint: 'POST /rest/api/3/changelog/bulkfetch', body } as const;
    const page = await ask(line, call, logPage);
    for (const { issueId, changeHistories } of page.issueChangeLogs)
      logs.set(issueId, [...(logs.get(issueId) ?? []), ...changeHistories]);
    token = page.nextPageToken;
  } while (token != null);
  return logs;
}

/** Who watches an issue. */
export async function watchersOf(line: Line, issue: string): Promise<readonly schemas.Account[]> {
  const endpoint = 'GET /rest/api/3/issue/{issue}/watchers';
  const call = { what: 'read who watches an issue', endpoint, params: { issue } } as const;
  return (await ask(line, call, z.object({ watchers: listOf(schemas.accountSchema) }))).watchers;
}
