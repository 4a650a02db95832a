import { z } from 'zod';
import { invalid } from './answer.ts';
import { bodyAs } from './body.ts';
import { issueShape } from './issue-shape.ts';
import type { Jira } from './jira.ts';
import type { Issue } from './records.ts';
import type { Request, Route } from './route.ts';
import { ok } from './route.ts';
import { found } from './searching.ts';

/** The search. */
export function searchRoutes(jira: Jira): Route[] {
  return [
    {
      endpoint: 'POST /rest/api/3/search/jql',
      reads: true,
      answer: (request) => {
        const asked = bodyAs(search, request.body);
        const reconcile = asked.reconcileIssues ?? [];
        const all = found(jira, request.caller, { jql: asked.jql, reconcile });
        const rest = asked.nextPageToken === undefined ? all : behind(all, asked.nextPageToken, asked.jql);
        const rows = rest.slice(0, sizeOf(jira, asked));
        const last = rows.at(-1);
        const isLast = rows.length === rest.length || last === undefined;
        const token = isLast ? {} : { nextPageToken: tokenFor(last, asked.jql) };
        return ok({ issues: rows.map((one) => shapeOf(jira, one, { asked, request })), ...token, isLast }, rows.length);
      },
    },
  ];
}

const search = z.strictObject({
  jql: z.string(),
  fields: z.array(z.string()).optional(),
  fieldsByKeys: z.boolean().optional(),
  properties: z.array(z.string()).max(5).optional(),
  expand: z.string().optional(),
  maxResults: z.int().min(0).max(5000).optional(),
  nextPageToken: z.string().optional(),
  reconcileIssues: z.array(z.int()).max(50).optional(),
});
type Search = z.infer<typeof search>;

/** Without fields, ids alone. */
function isShort({ fields = [], properties = [], expand = '' }: Search): boolean {
  return fields.every((one) => one === 'id' || one === 'key') && properties.length === 0 && expand === '';
}

/** However many are asked for, Jira gives as many as it likes. */
function sizeOf({ site }: Jira, asked: Search): number {
  return Math.min(asked.maxResults ?? 50, isShort(asked) ? 5000 : site.pageSize);
}

function shapeOf(jira: Jira, issue: Issue, { asked, request }: { asked: Search; request: Request }): unknown {
  const { fields = [], properties = [], expand = '' } = asked;
  if (isShort(asked)) return { id: String(issue.id), ...(fields.includes('key') ? { key: issue.key } : {}) };
  const { base, caller } = request;
  return issueShape(jira, issue, {
    fields: fields.length === 0 ? ['id'] : fields,
    properties,
    expand: expand.split(','),
    base,
    caller,
  });
}

const cursor = z.object({ after: z.number(), jql: z.string() });

function tokenFor(issue: Issue, jql: string): string {
  return Buffer.from(JSON.stringify({ after: issue.id, jql })).toString('base64url');
}

/** What comes after the last one given, as the search believes now. */
function behind(all: readonly Issue[], token: string, jql: string): readonly Issue[] {
  const read = cursorIn(token);
  if (read?.jql !== jql) throw invalid('The provided next page token is invalid or belongs to another query.');
  const place = all.findIndex(({ id }) => id === read.after);
  return place >= 0 ? all.slice(place + 1) : all.filter(({ id }) => id > read.after);
}

function cursorIn(token: string): z.infer<typeof cursor> | undefined {
  try {
    return cursor.parse(JSON.parse(Buffer.from(token, 'base64url').toString()));
  } catch {
    return undefined;
  }
}
