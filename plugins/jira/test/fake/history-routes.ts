import { z } from 'zod';
import { bodyAs, issueIds } from './body.ts';
import { invalid } from './answer.ts';
import { historyShape } from './history-shape.ts';
import type { Jira } from './jira.ts';
import { canSee } from './rights.ts';
import type { Route } from './route.ts';
import { ok } from './route.ts';

/** The changelog of many issues, oldest entries first. */
export function historyRoutes(jira: Jira): Route[] {
  return [
    {
      endpoint: 'POST /rest/api/3/changelog/bulkfetch',
      reads: true,
      answer: ({ base, body, caller }) => {
        const { issueIdsOrKeys, fieldIds, maxResults = 1000, nextPageToken } = bodyAs(asked, body);
        const issues = new Set(
          issueIdsOrKeys.flatMap((one) => jira.issue(one) ?? []).filter((one) => canSee(jira, caller.user, one)),
        );
        const wanted = [...issues]
          .flatMap(({ id }) => jira.histories.having('issue', id))
          .map((one) => ({
            ...one,
            items: one.items.filter((item) => fieldIds === undefined || fieldIds.includes(item.fieldId)),
          }))
          .filter(({ items }) => items.length > 0)
          .sort(
            (one, other) => one.created.localeCompare(other.created) || one.issue - other.issue || one.id - other.id,
          );
        const start = startOf(nextPageToken);
        const page = wanted.slice(start, start + maxResults);
        const end = start + page.length;
        const token = end < wanted.length ? { nextPageToken: Buffer.from(String(end)).toString('base64url') } : {};
        const issueChangeLogs = [...new Set(page.map(({ issue }) => issue))].map((id) => ({
          issueId: String(id),
          changeHistories: page.filter(({ issue }) => issue === id).map((one) => historyShape(jira, base, one)),
        }));
        return ok({ issueChangeLogs, ...token });
      },
    },
  ];
}

const asked = z.strictObject({
  issueIdsOrKeys: issueIds(1000),
  fieldIds: z.array(z.string()).max(10).optional(),
  maxResults: z.int().min(1).max(10_000).optional(),
  nextPageToken: z.string().optional(),
});

function startOf(token: string | undefined): number {
  if (token === undefined) return 0;
  const start = Number(Buffer.from(token, 'base64url').toString());
  if (!Number.isInteger(start)) throw invalid('The next page token is invalid.');
  return start;
}
