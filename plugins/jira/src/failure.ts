import { HostError } from '@lethe/core';
import type { HostErrorCode } from '@lethe/core';
import type { Answer } from './http-port.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * What an answer that is no success means. `what` names the call in fixed words; `now` is the time of the answer. Which limit is used up
 * stands in `RateLimit-Reason`: https://developer.atlassian.com/cloud/jira/platform/rate-limiting/
 */
export function failureOf(answer: Answer, what: string, now: Date): HostError {
  const { status } = answer;
  if (status === 429) return tooFast(answer, what, now);
  if (status >= 500 || status === 408 || status === 0)
    return new HostError(
      'down',
      `Jira failed (status ${status}) when asked to ${what}. Look at status.atlassian.com, or try later.`,
      waitIn(answer, now),
    );
  const known = refusals[status];
  if (known !== undefined) return new HostError(known.code, `Jira did not ${what}: ${known.because}`);
  return new HostError(
    'unreadable',
    `Jira answered with the unexpected status ${status} when asked to ${what}: check that the address is the site's own.`,
  );
}

function tooFast(answer: Answer, what: string, now: Date): HostError {
  const { says, waits, until } = limits[answer.headers['ratelimit-reason'] ?? ''] ?? unnamedLimit;
  const told = waitIn(answer, now);
  const wait = told.retryAt === undefined && until !== undefined ? { retryAt: until(now) } : told;
  return new HostError('too-fast', `Jira asks to wait before it will ${what}: ${says}`, { ...wait, waits });
}

interface Limit {
  readonly says: string;
  readonly waits: 'host' | 'call';
  /** When it ends, where the answer does not say. */
  readonly until?: (now: Date) => Date;
}

const unnamedLimit: Limit = { says: 'a rate limit is used up.', waits: 'host' };
const quota = { waits: 'host', until: nextHour } as const;
const limits: Readonly<Record<string, Limit>> = {
  'jira-burst-based': { says: 'too many calls of this sort in a second.', waits: 'host' },
  'jira-per-issue-on-write': {
    says: 'this issue was changed too often in a short time; others go on meanwhile.',
    waits: 'call',
  },
  'jira-quota-global-based': { says: "this hour's points of the app are used up, for all its customers.", ...quota },
  'jira-quota-tenant-based': { says: "this hour's points of the app on this site are used up.", ...quota },
};

/** Points come back at the full hour. */
function nextHour(now: Date): Date {
  return new Date((Math.floor(now.getTime() / HOUR) + 1) * HOUR);
}

const conflict = { code: 'locked', because: 'somebody else is changing it at this moment. Try again.' } as const;
const faulty = {
  code: 'rejected',
  because:
    'it found the change not valid. Look for fields that must not be empty and for rights of the app in that project, or change it by hand.',
} as const;
const away = { code: 'gone', because: 'it is not there, or not shown to the app.' } as const;
const unknown = { code: 'unreadable', because: 'the site does not know this call.' } as const;

const refusals: Readonly<Record<number, { readonly code: HostErrorCode; readonly because: string }>> = {
  401: { code: 'signed-out', because: 'it does not accept the sign-in. Sign in again, or allow the app access again.' },
  403: {
    code: 'not-permitted',
    because:
      'the app may not. Give it back "Administer Jira" and the project permissions listed in the README (Jira settings > System > Global permissions; project settings > Permissions).',
  },
  404: away,
  410: away,
  409: conflict,
  423: conflict,
  400: faulty,
  406: faulty,
  412: faulty,
  413: faulty,
  415: faulty,
  422: faulty,
  405: unknown,
  501: unknown,
};

/** When asking again helps, as far as the answer says: never in the past, and a day from now at the latest. */
function waitIn({ headers }: Answer, now: Date): { readonly retryAt?: Date } {
  const time = momentIn(headers['retry-after'], now) ?? momentIn(headers['x-ratelimit-reset'], now);
  if (time === undefined) return {};
  return { retryAt: new Date(Math.min(Math.max(time, now.getTime()), now.getTime() + DAY)) };
}

/** A moment, given in seconds from now or as a date. */
function momentIn(said: string | undefined, now: Date): number | undefined {
  if (said === undefined) return undefined;
  const text = said.trim();
  if (/^\d+$/.test(text)) return now.getTime() + Number(text) * 1000;
  // Anything can be read as a date, a negative number too.
  const date = /^\d{4}-|[a-z]{3}/i.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(date) ? undefined : date;
}

const aboutSteps: readonly HostErrorCode[] = ['gone', 'not-permitted', 'rejected', 'unreadable'];

/** Whether a failure says something about what was asked, and nothing about the host as a whole. */
export function isAboutSteps(error: unknown): error is HostError {
  return error instanceof HostError && aboutSteps.includes(error.code);
}
