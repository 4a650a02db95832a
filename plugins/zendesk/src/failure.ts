import { HostError } from '@lethe/core';
import type { HostErrorCode, HostErrorDetails } from '@lethe/core';
import type { Answer } from './http-port.ts';

const DAY = 86_400_000;

/** What an answer that is no success means. `what` names the call in fixed words; `now` is the time of the answer. */
export function failureOf(answer: Answer, what: string, now: Date): HostError {
  const { status } = answer;
  const details = waitIn(answer, now);
  if (status === 429)
    return new HostError('too-fast', `Zendesk asks to wait before it will ${what}: a rate limit is used up.`, {
      ...details,
      waits: isOfOneThing(answer) ? 'call' : 'host',
    });
  if (status >= 500 || status === 408 || status === 0)
    return new HostError(
      'down',
      `Zendesk failed (status ${status}) when asked to ${what}. Look at status.zendesk.com, or try later.`,
      details,
    );
  return refusal(status, what);
}

function refusal(status: number, what: string): HostError {
  const known = refusals[status];
  if (known !== undefined) return new HostError(known.code, `Zendesk did not ${what}: ${known.because}`);
  return new HostError(
    'unreadable',
    `Zendesk answered with the unexpected status ${status} when asked to ${what}: check that the address is Zendesk's own.`,
  );
}

const conflict = { code: 'locked', because: 'somebody else is changing it at this moment. Try again.' } as const;
const faulty = {
  code: 'rejected',
  because:
    'it found the change not valid. If the ticket was closed meanwhile, make a new plan; else change it by hand in Zendesk.',
} as const;
const away = { code: 'gone', because: 'it is not there any more.' } as const;

const refusals: Readonly<Record<number, { readonly code: HostErrorCode; readonly because: string }>> = {
  401: { code: 'signed-out', because: 'it does not accept the sign-in any more. Sign in to Zendesk again.' },
  403: {
    code: 'not-permitted',
    because:
      'this account may not. Give its role "Redact ticket content", all tickets and full access to end-user profiles (Admin Center > People > Team > Roles).',
  },
  404: away,
  410: away,
  409: conflict,
  423: conflict,
  400: faulty,
  406: faulty,
  413: faulty,
  415: faulty,
  422: faulty,
};

/** While the account may still call, it is a limit of one ticket, one user or one endpoint, and others may go on. */
function isOfOneThing({ headers }: Answer): boolean {
  const left = headers['x-rate-limit-remaining'] ?? headers['ratelimit-remaining'];
  return left !== undefined && Number(left) > 0;
}

function waitIn({ headers }: Answer, now: Date): HostErrorDetails {
  const said = headers['retry-after'] ?? headers['ratelimit-reset'];
  if (said === undefined) return {};
  const seconds = /^\d+$/.test(said.trim());
  // Anything can be read as a date, a negative number too.
  const date = /[a-z]{3}/i.test(said) ? Date.parse(said) : NaN;
  const time = seconds ? now.getTime() + Number(said) * 1000 : date;
  if (Number.isNaN(time)) return {};
  return { retryAt: new Date(Math.min(Math.max(time, now.getTime()), now.getTime() + DAY)) };
}
