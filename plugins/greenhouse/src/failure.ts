import { HostError } from '@lethe/core';
import type { HostErrorCode, HostErrorDetails } from '@lethe/core';
import { retryAfter } from '@lethe/http';
import type { Answer } from './http-port.ts';

const DAY = 86_400_000;

/** What an answer that is no success means. `what` names the call in fixed words; `now` is the time of the answer. */
export function failureOf(answer: Answer, what: string, now: Date): HostError {
  const { status } = answer;
  const until = waitedFor(answer, now);
  const details: HostErrorDetails = until === undefined ? {} : { retryAt: until };
  if (status === 429)
    return new HostError('too-fast', `Greenhouse asks to wait before it will ${what}: too many calls.`, details);
  if (status >= 500 || status === 408 || status === 0)
    return new HostError(
      'down',
      `Greenhouse failed (status ${String(status)}) when asked to ${what}. Look at status.greenhouse.io, or try later.`,
      details,
    );
  return refusal(status, what);
}

function refusal(status: number, what: string): HostError {
  const known = refusals[status];
  if (known !== undefined) return new HostError(known.code, `Greenhouse did not ${what}: ${known.because}`);
  return new HostError(
    'unreadable',
    `Greenhouse answered with the unexpected status ${String(status)} when asked to ${what}: check that the address is Greenhouse's own.`,
  );
}

const away = { code: 'gone', because: 'it is not there any more.' } as const;
const busy = { code: 'locked', because: 'somebody else is changing it at this moment. Try again.' } as const;
const faulty = {
  code: 'rejected',
  because: 'it found the call not valid. The README names what is not verified, and what to set where it is otherwise.',
} as const;

const refusals: Readonly<Record<number, { readonly code: HostErrorCode; readonly because: string }>> = {
  401: {
    code: 'signed-out',
    because:
      'it does not accept the credential any more. Make a new one: Configure > Dev Center > API Credential Management.',
  },
  403: {
    code: 'not-permitted',
    because: 'this credential lacks the scope, or its user the right. The README lists the scopes to tick.',
  },
  404: away,
  410: away,
  409: busy,
  423: busy,
  400: faulty,
  413: faulty,
  415: faulty,
  422: faulty,
};

/** Until when Greenhouse asks to be left alone: `Retry-After` in seconds or as a date, else `X-RateLimit-Reset`; a day at most. */
export function waitedFor({ headers }: Pick<Answer, 'headers'>, now: Date): Date | undefined {
  const asked = retryAfter(headers, now);
  const reset = resetIn(headers, now);
  if (asked !== undefined || reset === undefined) return asked;
  return new Date(Math.min(reset, now.getTime() + DAY));
}

/** When the window ends, as a Unix time in seconds: only trusted where it is to come. */
export function resetIn(headers: Answer['headers'], now: Date): number | undefined {
  const said = headers['x-ratelimit-reset'];
  const at = said !== undefined && /^\d{9,11}$/.test(said.trim()) ? Number(said) * 1000 : NaN;
  return at > now.getTime() ? at : undefined;
}
