import { z } from 'zod';
import type { Answer } from '../http-port.ts';

/** What one limit is at, as Zendesk tells it. */
export interface ToldLimit {
  readonly total: number;
  readonly left: number;
  /** Until there are more; missing where it is not said. */
  readonly seconds?: number;
}

/** Everything an answer tells about limits. */
export interface ToldLimits {
  readonly account?: ToldLimit;
  /** By the name in the header: `search-export` of `zendesk-ratelimit-search-export`. */
  readonly endpoints: ReadonlyMap<string, ToldLimit>;
}

/** The name under which Zendesk tells how many jobs may still be started. */
export const jobsHeader = 'inflight-jobs';

const prefix = 'zendesk-ratelimit-';
const DAY = 86_400_000;
const count = z.coerce.number().int().min(0);

/** Reads the headers of https://developer.zendesk.com/api-reference/introduction/rate-limits/#monitoring-your-request-activity. */
export function toldLimits({ headers }: Answer): ToldLimits {
  const account = numbersIn({
    total: headers['x-rate-limit'] ?? headers['ratelimit-limit'],
    remaining: headers['x-rate-limit-remaining'] ?? headers['ratelimit-remaining'],
    resets: headers['ratelimit-reset'],
  });
  const endpoints = Object.entries(headers).flatMap(([name, value]) => {
    const told = name.startsWith(prefix) ? numbersIn(partsOf(value)) : undefined;
    return told === undefined ? [] : [[name.slice(prefix.length), told] as const];
  });
  return { ...(account === undefined ? {} : { account }), endpoints: new Map(endpoints) };
}

/** When `Retry-After` allows another call: seconds, or a date. At most a day ahead. */
export function retryAfter({ headers }: Answer, now: number): number | undefined {
  const said = headers['retry-after']?.trim();
  if (said === undefined) return undefined;
  const time = /^\d+$/.test(said) ? now + Number(said) * 1000 : Date.parse(said);
  return Number.isNaN(time) ? undefined : Math.min(Math.max(time, now), now + DAY);
}

/** `total=100; remaining=99; resets=41`. */
function partsOf(value: string): Readonly<Record<string, string>> {
  const parts = value.split(';').map((part) => part.split('='));
  return Object.fromEntries(parts.map(([name = '', number = '']) => [name.trim(), number.trim()]));
}

function numbersIn({ total, remaining, resets }: Readonly<Record<string, string | undefined>>): ToldLimit | undefined {
  const parsed = z.object({ total: count, left: count }).safeParse({ total, left: remaining });
  if (!parsed.success || total === undefined || remaining === undefined) return undefined;
  const seconds = count.safeParse(resets);
  return { ...parsed.data, ...(resets !== undefined && seconds.success ? { seconds: seconds.data } : {}) };
}
