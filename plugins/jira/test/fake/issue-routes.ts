import { z } from 'zod';
import { bodyAs, issueIds } from './body.ts';
import { putIssue } from './issue-editing.ts';
import { issueShape } from './issue-shape.ts';
import type { Jira } from './jira.ts';
import { canSee, seen } from './rights.ts';
import type { Request, Route } from './route.ts';
import { noContent, ok } from './route.ts';

/** Issues, one by one and by their ids. */
export function issueRoutes(jira: Jira): Route[] {
  return [
    {
      endpoint: 'GET /rest/api/3/issue/{issue}',
      answer: (request, { issue }) => ok(issueShape(jira, seen(jira, request.caller, issue), wantedIn(request)), 1),
    },
    {
      endpoint: 'PUT /rest/api/3/issue/{issue}',
      writesIssue: true,
      answer: (request, { issue }) => {
        const edited = putIssue(jira, seen(jira, request.caller, issue), request);
        return request.query.get('returnIssue') === 'true'
          ? ok(issueShape(jira, edited, wantedIn(request)))
          : noContent;
      },
    },
    {
      endpoint: 'POST /rest/api/3/issue/bulkfetch',
      reads: true,
      answer: ({ body, base, caller }) => {
        const { issueIdsOrKeys, fields, properties = [], expand = [] } = bodyAs(bulkFetch, body);
        const asked = [...new Set(issueIdsOrKeys)].map((id) => ({ id, issue: jira.issue(id) }));
        const isThere = ({ issue }: (typeof asked)[number]): boolean =>
          issue !== undefined && canSee(jira, caller.user, issue);
        const found = asked.filter(isThere).flatMap(({ issue }) => issue ?? []);
        const issues = found.toSorted((one, other) => one.id - other.id);
        const errorMessage = 'Issue does not exist or you do not have permission to see it.';
        const issueErrors = asked.filter((one) => !isThere(one)).map(({ id }) => ({ id, errorMessage }));
        const wanted = { fields, properties, expand, base, caller };
        return ok({ issues: issues.map((one) => issueShape(jira, one, wanted)), issueErrors }, issues.length);
      },
    },
  ];
}

const bulkFetch = z.strictObject({
  issueIdsOrKeys: issueIds(100),
  fields: z.array(z.string()).optional(),
  fieldsByKeys: z.boolean().optional(),
  properties: z.array(z.string()).max(5).optional(),
  expand: z.array(z.string()).optional(),
});

function wantedIn({ query, base, caller }: Request) {
  const all = (name: string): string[] =>
    query
      .getAll(name)
      .flatMap((one) => one.split(','))
      .filter((one) => one !== '');
  const fields = all('fields');
  return {
    fields: fields.length === 0 ? undefined : fields,
    properties: all('properties'),
    expand: all('expand'),
    base,
    caller,
  };
}
