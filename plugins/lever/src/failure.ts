import { HostError } from '@lethe/core';
import type { HostErrorCode, HostErrorDetails } from '@lethe/core';
import { retryAfter } from '@lethe/http';
import type { Answer } from './http-port.ts';

/** What an answer that is no success means. `what` names the call in fixed words; `now` is the time of the answer. */
export function failureOf(answer: Answer, what: string, now: Date): HostError {
  const { status } = answer;
  const until = retryAfter(answer.headers, now);
  const details: HostErrorDetails = until === undefined ? {} : { retryAt: until };
  if (status === 429)
    return new HostError('too-fast', `Lever asks to wait before it will ${what}: too many calls a second.`, details);
  if (status >= 500 || status === 408 || status === 0)
    return new HostError(
      'down',
      `Lever failed (status ${status}) when asked to ${what}. Look at status.lever.co, or try later.`,
      details,
    );
  return refusal(status, what);
}

function refusal(status: number, what: string): HostError {
  const known = refusals[status];
  if (known !== undefined) return new HostError(known.code, `Lever did not ${what}: ${known.because}`);
  return new HostError(
    'unreadable',
    `Lever answered with the unexpected status ${status} when asked to ${what}: check that the address is Lever's own.`,
  );
}

const away = { code: 'gone', because: 'it is not there any more.' } as const;
const busy = { code: 'locked', because: 'somebody else is changing it at this moment. Try again.' } as const;
const faulty = {
  code: 'rejected',
  because:
    'it found the call not valid. Some calls have to name a user: set `performAs`. Files that Lever will not delete: set `files: asked`.',
} as const;

const refusals: Readonly<Record<number, { readonly code: HostErrorCode; readonly because: string }>> = {
  401: {
    code: 'signed-out',
    because: 'it does not accept the key any more. Make a new one in Settings > Integrations.',
  },
  403: {
    code: 'not-permitted',
    because: 'this key may not. A key cannot be changed: make a new one with the endpoints the README lists.',
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
