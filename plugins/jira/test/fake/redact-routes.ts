import { z } from 'zod';
import { forbidden, notFound } from './answer.ts';
import { bodyAs } from './body.ts';
import { jobOf, queued, stateOf } from './jobs.ts';
import type { Jira } from './jira.ts';
import { checkGlobal } from './rights.ts';
import type { Route } from './route.ts';
import { ok } from './route.ts';

const states = { ENQUEUED: 'PENDING', RUNNING: 'IN_PROGRESS', COMPLETE: 'COMPLETED', FAILED: 'COMPLETED' } as const;

/** Redaction, for customers of Guard Premium. */
export function redactRoutes(jira: Jira): Route[] {
  const checkPlan = (): void => {
    if (!jira.site.guardPremium) throw forbidden('An Atlassian Guard Premium subscription is required.');
  };
  return [
    {
      endpoint: 'POST /rest/api/3/redact',
      answer: ({ body, caller }) => {
        checkPlan();
        checkGlobal(jira, caller, 'ADMINISTER');
        const { redactions } = bodyAs(asked, body);
        const { id } = queued(jira, caller.user.accountId, { kind: 'redact', redactions });
        return { status: 202, body: keyOf(id) };
      },
    },
    {
      endpoint: 'GET /rest/api/3/redact/status/{job}',
      answer: (_, { job: key = '' }) => {
        checkPlan();
        const job = jobOf(jira, 'redact', String(Number.parseInt(key.slice(-12), 16)));
        if (job === undefined || keyOf(job.id) !== key) throw notFound('The job does not exist.');
        const results = (job.outcome?.done ?? []).map(({ what, fault }) => ({
          externalId: what,
          successful: fault === null,
        }));
        return ok({ jobStatus: states[stateOf(jira, job)], bulkRedactionResponse: { results } });
      },
    },
  ];
}

/** Jobs go by an UUID. */
function keyOf(id: number): string {
  return `00000000-0000-4000-8000-${id.toString(16).padStart(12, '0')}`;
}

const position = z.strictObject({
  from: z.int().nonnegative(),
  to: z.int().nonnegative(),
  expectedText: z.base64(),
  adfPointer: z.string().startsWith('/').optional(),
});
const redaction = z.strictObject({
  externalId: z.uuid(),
  reason: z.string(),
  contentItem: z.strictObject({
    id: z.string(),
    entityType: z.enum(['issuefieldvalue', 'issue-comment', 'issue-worklog']),
    entityId: z.string(),
  }),
  redactionPosition: position,
});
const asked = z.strictObject({ redactions: z.array(redaction).min(1) });
