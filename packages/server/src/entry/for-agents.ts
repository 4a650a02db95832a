import type { FastifyRequest } from 'fastify';

/**
 * Every route somebody who came in from a host's menu may use: what it takes to review, confirm, watch and file what they came for.
 * A route that is not named here does not exist for them, whatever right it needs: settings, the ledger, other people's approvals, the
 * kill switch of all hosts. What is named shows them their own work at their own host, which each of these routes looks to itself.
 */
export const forAgents: ReadonlySet<string> = new Set([
  ...['POST /sign-out', 'GET /api/v1/hosts', 'POST /api/v1/hosts/:name/preflight'],
  ...['POST /api/v1/people/search', 'GET /api/v1/people/:host/:person'],
  ...['POST /api/v1/reviews', 'GET /api/v1/reviews', 'GET /api/v1/reviews/:id', 'DELETE /api/v1/reviews/:id'],
  'GET /api/v1/plans/:id',
  ...['POST /api/v1/approvals', 'GET /api/v1/approvals', 'GET /api/v1/approvals/:id'],
  'POST /api/v1/approvals/:id/withdraw',
  ...['GET /api/v1/runs', 'GET /api/v1/runs/:id', 'GET /api/v1/runs/:id/events'],
  ...['POST /api/v1/runs/:id/stop', 'POST /api/v1/runs/:id/resume', 'POST /api/v1/runs/:id/call-off'],
  ...['GET /api/v1/runs/:id/report', 'GET /api/v1/runs/:id/report.md', 'GET /api/v1/runs/:id/report.csv'],
  ...['GET /api/v1/runs/:id/certificate', 'GET /api/v1/runs/:id/certificate.pdf', 'POST /api/v1/runs/:id/receipt'],
  ...['POST /api/v1/runs/:id/checks', 'GET /api/v1/checks/:id', 'GET /api/v1/kill-switch'],
]);

/** Whether a request is to one of them. */
export function isForAgents({ method, routeOptions }: Pick<FastifyRequest, 'method' | 'routeOptions'>): boolean {
  return forAgents.has(`${method} ${routeOptions.url ?? ''}`);
}
