import { HostError } from '@lethe/core';
import { z } from 'zod';
import { ask, tell } from './ask.ts';
import type { Line } from './ask.ts';
import { listOf } from './values.ts';

/** Redaction, which comes with Atlassian Guard Premium: https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-redaction/ */

/** A stretch of a field that is to be redacted, in the field and in its history. Its text goes as a hash only. */
export interface Stretch {
  /** A UUID. */
  readonly externalId: string;
  readonly issue: string;
  readonly field: string;
  readonly from: number;
  readonly to: number;
  /** Base64 of the hexadecimal SHA-256 of the text. */
  readonly expectedText: string;
  /** Where in a document the text is. */
  readonly adfPointer?: string;
}

/** No job is called so. */
const NOBODYS_JOB = '00000000-0000-4000-8000-000000000000';

/** Whether the site can redact: asked for a job nobody started, one without Guard Premium says that it may not be asked. */
export async function canRedact(line: Line): Promise<boolean> {
  const params = { job: NOBODYS_JOB };
  try {
    await tell(line, { what: 'ask for redaction', endpoint: 'GET /rest/api/3/redact/status/{job}', params });
    return true;
  } catch (error) {
    if (error instanceof HostError && error.code === 'gone') return true;
    if (error instanceof HostError && refusals.includes(error.code)) return false;
    throw error;
  }
}

const refusals: readonly HostError['code'][] = ['not-permitted', 'rejected', 'unreadable', 'signed-out'];

/** Starts the redaction of some stretches. Answers the job's name. */
export async function startRedaction(line: Line, stretches: readonly Stretch[]): Promise<string> {
  const redactions = stretches.map(({ externalId, issue, field, ...position }) => ({
    externalId,
    reason: 'Personal data of somebody who asked for erasure.',
    contentItem: { id: issue, entityType: 'issuefieldvalue', entityId: field },
    redactionPosition: position,
  }));
  const call = { what: 'redact fields', endpoint: 'POST /rest/api/3/redact', body: { redactions } } as const;
  return ask(line, call, z.string().min(1));
}

const jobSchema = z.object({
  jobStatus: z.string(),
  bulkRedactionResponse: z
    .object({ results: listOf(z.object({ externalId: z.string(), successful: z.boolean() })) })
    .nullish(),
});

/** How a redaction stands: whether it is over, and which stretches were redacted. */
export async function redactionJob(
  line: Line,
  job: string,
): Promise<{ readonly isOver: boolean; readonly redacted: ReadonlySet<string> }> {
  const call = {
    what: 'ask how far a redaction is',
    endpoint: 'GET /rest/api/3/redact/status/{job}',
    params: { job },
  } as const;
  const { jobStatus, bulkRedactionResponse } = await ask(line, call, jobSchema);
  const done = (bulkRedactionResponse?.results ?? []).filter(({ successful }) => successful);
  return { isOver: jobStatus === 'COMPLETED', redacted: new Set(done.map(({ externalId }) => externalId)) };
}
