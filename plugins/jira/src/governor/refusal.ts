import type { Answer } from '../http-port.ts';
import { nextHour } from './hourly-points.ts';

/** Which of Jira's limits a 429 is about; `unnamed` where it does not say, or says something new. */
export type Reason = 'burst' | 'issue' | 'quota' | 'unnamed';

const DAY = 86_400_000;
const reasons: Readonly<Record<string, Reason>> = {
  'jira-burst-based': 'burst',
  'jira-per-issue-on-write': 'issue',
  'jira-quota-global-based': 'quota',
  'jira-quota-tenant-based': 'quota',
};

/** What a 429 is about. */
export function reasonOf({ headers }: Answer): Reason {
  return reasons[headers['ratelimit-reason']?.trim() ?? ''] ?? 'unnamed';
}

/** When another call is allowed, where the answer says so: `Retry-After` in seconds, or the time of the reset. At most a day ahead. */
export function retryAt({ headers }: Answer, now: number): number | undefined {
  const seconds = headers['retry-after']?.trim() ?? '';
  const reset = headers['x-ratelimit-reset'] ?? '';
  const time = /^\d+$/.test(seconds) ? now + Number(seconds) * 1000 : /^\d{4}-/.test(reset) ? Date.parse(reset) : NaN;
  return Number.isNaN(time) ? undefined : Math.min(Math.max(time, now), now + DAY);
}

/** When points are back: the time Jira names, else with the next hour. */
export function quotaBack(answer: Answer, now: number): number {
  return retryAt(answer, now) ?? nextHour(now);
}
