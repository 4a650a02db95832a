import { HostError } from '@lethe/core';
import type { HostErrorCode, HostErrorDetails } from '@lethe/core';
import { retryAfter } from '@lethe/http';
import { z } from 'zod';
import type { Answer, Call } from './http-port.ts';

const refusalSchema = z.object({
  success: z.literal(false),
  errorInfo: z.object({ code: z.string() }).nullish().catch(undefined),
  errors: z.array(z.string()).nullish().catch(undefined),
});

/** Ashby's own word for why it says no; nothing if it does not say no. Compared, never shown. */
export function refusalIn(json: unknown): string | undefined {
  const { success, data } = refusalSchema.safeParse(json);
  return success ? (data.errorInfo?.code ?? data.errors?.[0] ?? '') : undefined;
}

/** What an answer that is no success means; Ashby answers 200 for most of what goes wrong. `now` is the time of the answer. */
export function failureOf(answer: Answer, call: Pick<Call, 'what' | 'asks'>, now: Date): HostError {
  const { status, json } = answer;
  const { what } = call;
  const until = retryAfter(answer.headers, now);
  const details: HostErrorDetails = until === undefined ? {} : { retryAt: until };
  const word = refusalIn(json) ?? '';
  if (isTooFast(answer))
    return new HostError('too-fast', `Ashby asks to wait before it will ${what}: too many calls.`, details);
  if (status >= 500 || status === 408 || status === 0)
    return new HostError(
      'down',
      `Ashby failed (status ${status}) when asked to ${what}. Look at status.ashbyhq.com, or try later.`,
      details,
    );
  const { code, because } = meaningOf(status, word);
  const asks = code === 'rejected' && call.asks !== undefined ? ` ${call.asks}` : '';
  return new HostError(code, `Ashby did not ${what}: ${because}${asks}`);
}

/** Whether Ashby wants calls to slow down; it may say so with 200 too. */
export function isTooFast({ status, json }: Pick<Answer, 'status' | 'json'>): boolean {
  return status === 429 || /^(?:rate|concurrent)_limit_exceeded$/.test(refusalIn(json) ?? '');
}

interface Meaning {
  readonly code: HostErrorCode;
  readonly because: string;
}

function meaningOf(status: number, word: string): Meaning {
  if (word === 'missing_endpoint_permission') return forbidden;
  if (/(?:^|_)not_found$/.test(word)) return away;
  if (status === 200) return faulty;
  return statuses[status] ?? strange;
}

const forbidden: Meaning = {
  code: 'not-permitted',
  because: 'this key may not. Give it the permissions the README lists, in Admin > Integrations > API Keys.',
};
const away: Meaning = { code: 'gone', because: 'it is not there any more.' };
const faulty: Meaning = { code: 'rejected', because: 'it found the call not valid, or not possible now.' };
const strange: Meaning = {
  code: 'unreadable',
  because: "the answer has an unexpected status: check that the address is Ashby's own.",
};
const noKey: Meaning = {
  code: 'signed-out',
  because: 'it does not accept the key any more. Make a new one in Admin > Integrations > API Keys.',
};
const statuses: Readonly<Record<number, Meaning>> = {
  401: noKey,
  // A key that was switched off; what a key may not do comes with its own word.
  403: noKey,
  409: { code: 'locked', because: 'somebody else is changing it at this moment. Try again.' },
  400: faulty,
  413: faulty,
  422: faulty,
};
