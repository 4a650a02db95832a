import { HostError, RuleError, StoreError } from '@lethe/core';
import { StorageError } from '@lethe/storage';
import { z } from 'zod';
import { Refusal, refusals } from './refusal.ts';
import type { RefusalCode, RefusalDetails } from './refusal.ts';

/** The one shape of every answer that is an error. Fixed words: no host's answer, nothing somebody typed. */
export const problemSchema = z
  .strictObject({
    error: z.string().describe('A code a program can rely on.'),
    message: z.string().describe('What is wrong, for a person.'),
    remedy: z.string().optional().describe('What a person can do about it.'),
    at: z.string().optional().describe('The part of the request it is about.'),
    id: z.string().optional().describe('Finds the line in the log of the server, for `failed`.'),
  })
  .meta({ id: 'Problem' });

/** An error as it is answered. */
export type Problem = z.infer<typeof problemSchema>;

/** What to answer when something was thrown. `unexpected` is a defect: it is given an id that the log has too. */
export interface Judged {
  readonly status: number;
  readonly problem: Problem;
  readonly retryAfter?: number;
  readonly unexpected?: true;
}

/** A refusal as an answer. */
export function problemOf(code: RefusalCode, { at, retryAfter }: RefusalDetails = {}): Judged {
  const { status, ...words } = refusals[code];
  const problem = { error: code, ...words, ...(at === undefined ? {} : { at }) };
  return { status, problem, ...(retryAfter === undefined ? {} : { retryAfter }) };
}

/** What anything that was thrown in a route means for whoever asked. */
export function judge(error: unknown): Judged {
  if (error instanceof Refusal) return problemOf(error.code, error.details);
  if (error instanceof HostError) return hostProblem(error);
  if (error instanceof StorageError) return storageProblem(error);
  if (error instanceof StoreError) {
    return { status: 409, problem: { error: 'conflict', message: error.says, remedy: error.remedy } };
  }
  if (error instanceof RuleError) {
    return { status: 422, problem: { error: 'rules', message: error.message, at: error.path } };
  }
  const known = frameworkCode(error);
  return known === undefined ? { ...problemOf('failed'), unexpected: true } : known;
}

/** A host's failure is not ours: 502, or 503 where waiting helps. */
function hostProblem({ code, message, retryAt }: HostError): Judged {
  const problem = { error: `host-${code}`, message };
  if (retryAt === undefined) return { status: 502, problem };
  return { status: 503, problem, retryAfter: Math.max(1, Math.ceil((retryAt.getTime() - Date.now()) / 1000)) };
}

function storageProblem({ code, message, remedy }: StorageError): Judged {
  if (code === 'conflict') return { status: 409, problem: { error: 'conflict', message, remedy } };
  return { ...problemOf('storage'), unexpected: true };
}

const byFrameworkCode: Readonly<Record<string, RefusalCode>> = {
  FST_ERR_VALIDATION: 'unreadable',
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'wrong-type',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'unreadable',
  FST_ERR_CTP_INVALID_JSON_BODY: 'unreadable',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'unreadable',
  FST_ERR_CTP_INVALID_MULTIPART_CONTENT: 'wrong-type',
  FST_ERR_BAD_URL: 'not-found',
  FST_ERR_ASYNC_CONSTRAINT: 'not-found',
};

/** What the framework refuses: bodies that are too long, no JSON, or not of the route's shape. */
function frameworkCode(error: unknown): Judged | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error instanceof SyntaxError && 'statusCode' in error && error.statusCode === 400) return problemOf('unreadable');
  const code = 'code' in error && typeof error.code === 'string' ? byFrameworkCode[error.code] : undefined;
  if (code !== 'unreadable') return code === undefined ? undefined : problemOf(code);
  const at = placeIn(error);
  return problemOf('unreadable', at === undefined ? {} : { at });
}

const validationSchema = z.object({
  validationContext: z.string(),
  validation: z.tuple([z.object({ instancePath: z.string() })], z.unknown()),
});

/** Where a request differs from its schema. A name somebody made up is not repeated: it may be anything. */
function placeIn(error: Error): string | undefined {
  const parsed = validationSchema.safeParse(error);
  if (!parsed.success) return undefined;
  const { validationContext, validation } = parsed.data;
  return shownPlace([validationContext, ...validation[0].instancePath.split('/').filter((part) => part !== '')]);
}

/** A place in something that was sent, as an answer may name it: `document.grants.*.0`. */
export function shownPlace(parts: readonly PropertyKey[]): string {
  return parts.map((part) => (/^(?:[a-z][A-Za-z]{0,29}|\d{1,5})$/.test(String(part)) ? String(part) : '*')).join('.');
}
