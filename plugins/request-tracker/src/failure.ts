import { HostError } from '@lethe/core';
import type { HostErrorCode, HostErrorDetails } from '@lethe/core';
import { retryAfter } from '@lethe/http';
import type { Answer } from './call.ts';

/** The vendor's name, for messages. */
export const HOST_NAME = 'Request Tracker';

/** What an answer that is no success means. `what` names the call in fixed words. */
export function failureOf(answer: Answer, what: string): HostError {
  const { status } = answer;
  const details = waitingAfter(answer);
  if (status === 429)
    return new HostError(
      'too-fast',
      `Request Tracker, or a proxy before it, asks to wait before it will ${what}.`,
      details,
    );
  if (isBusy(answer))
    return new HostError(
      'locked',
      `Request Tracker's database was busy and did not ${what}; nothing was written.`,
      details,
    );
  if (status >= 500 || status === 408)
    return new HostError(
      'down',
      `Request Tracker failed (status ${status}) when asked to ${what}. Look into its log, or try later.`,
      details,
    );
  return refusal(status, what);
}

function waitingAfter({ retryAfter: header }: Answer): HostErrorDetails {
  const retryAt = header === undefined ? undefined : retryAfter({ 'retry-after': header }, new Date());
  return retryAt === undefined ? {} : { retryAt };
}

function refusal(status: number, what: string): HostError {
  const known = refusals[status];
  if (known !== undefined) return new HostError(known.code, `Request Tracker did not ${what}: ${known.because}`);
  if (status >= 300 && status < 400) {
    return new HostError(
      'unreadable',
      `Request Tracker redirected when asked to ${what}: enter the address it redirects to, with https:// if it uses that.`,
    );
  }
  return new HostError(
    'unreadable',
    `Request Tracker answered with the unexpected status ${status} when asked to ${what}.`,
  );
}

const conflict = { code: 'locked', because: 'somebody else is changing it at this moment. Try again.' } as const;
const faulty = {
  code: 'rejected',
  because: 'it found the new value not valid. Look which values this field takes, and change it by hand.',
} as const;
const away = { code: 'gone', because: 'it is not there any more.' } as const;

const refusals: Readonly<Record<number, { readonly code: HostErrorCode; readonly because: string }>> = {
  401: {
    code: 'signed-out',
    because:
      'it does not accept the token. Check that the token is whole and neither revoked nor expired, and that its account is enabled.',
  },
  403: {
    code: 'not-permitted',
    because: 'this account may not. Use the token of an account with the right SuperUser.',
  },
  404: away,
  410: away,
  409: conflict,
  412: conflict,
  423: conflict,
  400: faulty,
  405: { code: 'rejected', because: 'its REST API does not change this.' },
  413: faulty,
  422: faulty,
};

/** Lethe's part inside RT says so when the database is locked; a proxy's 503 has another form. */
function isBusy({ status, type, text }: Answer): boolean {
  return status === 503 && type.includes('json') && /"error"\s*:\s*"locked"/.test(text);
}
