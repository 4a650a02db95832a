import type { Answer } from '../http-port.ts';

/** What one limit is at, as Jira tells it; what it does not say is missing. */
export interface ToldLimit {
  readonly total?: number;
  readonly left?: number;
  readonly windowSeconds?: number;
}

/** Everything an answer tells about limits. */
export interface ToldLimits {
  /** Points of this hour. */
  readonly quota: ToldLimit;
  /** Calls a second to this endpoint. */
  readonly burst: ToldLimit;
  /** Less than a fifth of the points is left. */
  readonly isNear: boolean;
}

/** Above this a number counts points an hour; below, calls a second. The same headers tell of both. */
const MOST_CALLS = 1_000;
const quotas = ['global-app-quota', 'tenant-app-quota'];
const bursts = ['jira-burst-based'];

/**
 * Reads the headers of https://developer.atlassian.com/cloud/jira/platform/rate-limiting/#rate-limit-related-headers: with and without `Beta-`,
 * which says only that a limit is not enforced yet.
 */
export function toldLimits(answer: Answer): ToldLimits {
  const plain = plainLimit(answer);
  const named = namedLimits(answer);
  const isQuota = (plain.total ?? 0) >= MOST_CALLS;
  return {
    quota: { ...(isQuota ? plain : {}), ...firstOf(named, quotas) },
    burst: { ...(isQuota ? {} : plain), ...firstOf(named, bursts) },
    isNear: headerOf(answer, 'x-ratelimit-nearlimit') === 'true',
  };
}

function plainLimit(answer: Answer): ToldLimit {
  const total = numberIn(headerOf(answer, 'x-ratelimit-limit'));
  const left = numberIn(headerOf(answer, 'x-ratelimit-remaining'));
  return { ...(total === undefined ? {} : { total }), ...(left === undefined ? {} : { left }) };
}

/** `"global-app-quota";r=11000;t=600, "jira-burst-based";r=90;t=1`, and the same with what is granted: `q=100;w=1`. */
function namedLimits(answer: Answer): ReadonlyMap<string, ToldLimit> {
  const limits = new Map<string, ToldLimit>();
  const entries = [headerOf(answer, 'ratelimit-policy'), headerOf(answer, 'ratelimit')]
    .flatMap((said) => said?.split(',') ?? [])
    .map((entry) => entry.trim().split(';'));
  for (const [name = '', ...parts] of entries) {
    const key = name.replaceAll('"', '');
    limits.set(key, { ...limits.get(key), ...partsOf(parts) });
  }
  return limits;
}

function partsOf(parts: readonly string[]): ToldLimit {
  const said = new Map(
    parts.map((part) => part.trim().split('=', 2)).map(([key = '', value]) => [key, numberIn(value)]),
  );
  const [total, left, windowSeconds] = ['q', 'r', 'w'].map((key) => said.get(key));
  return {
    ...(total === undefined ? {} : { total }),
    ...(left === undefined ? {} : { left }),
    ...(windowSeconds === undefined ? {} : { windowSeconds }),
  };
}

/** Both kinds of a header may come in one answer, each about other limits. */
function headerOf({ headers }: Answer, name: string): string | undefined {
  const beta = name.startsWith('x-') ? `x-beta-${name.slice(2)}` : `beta-${name}`;
  const said = [headers[beta], headers[name]].filter((one) => one !== undefined);
  return name.startsWith('x-') ? said.at(-1) : said.length === 0 ? undefined : said.join(',');
}

function firstOf(limits: ReadonlyMap<string, ToldLimit>, names: readonly string[]): ToldLimit {
  return names.map((name) => limits.get(name)).find((limit) => limit !== undefined) ?? {};
}

function numberIn(said: string | undefined): number | undefined {
  return said !== undefined && /^\d+$/.test(said.trim()) ? Number(said) : undefined;
}
