import { describe, expect, it } from '@jest/globals';
import type { Call } from '../http-port.ts';
import { mostPointsOf, pointsOf } from './points.ts';

function many(count: number): readonly object[] {
  return Array.from({ length: count }, () => ({}));
}

const cases: readonly (readonly [string, Omit<Call, 'what'>, unknown, number, number])[] = [
  [
    'an issue',
    { endpoint: 'GET /rest/api/3/issue/{issue}' },
    { id: '1', fields: { comment: { comments: many(20) } } },
    2,
    2,
  ],
  [
    'a page of issues',
    { endpoint: 'POST /rest/api/3/search/jql', body: { maxResults: 50 } },
    { issues: many(50) },
    51,
    51,
  ],
  ['a page that is not full', { endpoint: 'POST /rest/api/3/search/jql', body: {} }, { issues: many(3) }, 4, 101],
  [
    'issues by their ids',
    { endpoint: 'POST /rest/api/3/issue/bulkfetch', body: { issueIdsOrKeys: many(7) } },
    { issues: many(7) },
    8,
    8,
  ],
  [
    'comments by their ids',
    { endpoint: 'POST /rest/api/3/comment/list', body: { ids: many(300) } },
    { values: many(300) },
    1,
    1,
  ],
  [
    'comments of an issue',
    { endpoint: 'GET /rest/api/3/issue/{issue}/comment', query: { maxResults: '20' } },
    { comments: many(20) },
    1,
    1,
  ],
  ['a person', { endpoint: 'GET /rest/api/3/user' }, { accountId: '1' }, 3, 3],
  ['people', { endpoint: 'GET /rest/api/3/user/search', query: { maxResults: '10' } }, many(4), 9, 21],
  ['nothing', { endpoint: 'GET /rest/api/3/issue/{issue}' }, undefined, 1, 2],
  [
    'a write, whatever it touches',
    { endpoint: 'POST /rest/api/3/bulk/issues/fields', body: { selectedIssueIdsOrKeys: many(1000) } },
    { taskId: '1' },
    1,
    1,
  ],
  ['a write that answers much', { endpoint: 'PUT /rest/api/3/issue/{issue}' }, { issues: many(9) }, 1, 1],
];

describe('what a call costs in points', () => {
  it.each(cases)('is that of %s, and never more than was kept for it', (...[, call, json, cost, most]) => {
    const made = { what: 'try', ...call };
    expect([pointsOf(made, { status: 200, headers: {}, json }), mostPointsOf(made)]).toEqual([cost, most]);
    expect(cost).toBeLessThanOrEqual(most);
  });
});
