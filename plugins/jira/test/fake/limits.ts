import { Refused, errorsOf } from './answer.ts';

/** Which limits hold. Points are counted whether they do or not. */
export interface LimitSettings {
  readonly enforced: boolean;
  /** Points an hour of the app at all its customers, and how many others have used since the hour began. */
  readonly globalPoints: number;
  readonly usedElsewhere: number;
  /** Points an hour at this customer; `null` for apps without a quota of their own there. */
  readonly tenantPoints: number | null;
  /** Calls a second to one endpoint, by method. */
  readonly burst: Readonly<Record<string, number>>;
  /** Calls a second to single endpoints: `GET /path/{}`. */
  readonly endpoints: Readonly<Record<string, number>>;
  /** Writes to one issue: how many within how many seconds. */
  readonly perIssue: readonly (readonly [count: number, seconds: number])[];
  /** Whether reads that are a POST cost what they return, or one point as writes do. */
  readonly postReads: 'as-reads' | 'as-writes';
}

export const plainLimits: LimitSettings = {
  enforced: false,
  globalPoints: 65_000,
  usedElsewhere: 0,
  tenantPoints: null,
  burst: { GET: 100, POST: 100, PUT: 50, DELETE: 50 },
  endpoints: {
    'GET /rest/api/3/issue/{}': 150,
    'GET /rest/servicedeskapi/servicedesk/{}/customer': 5,
  },
  perIssue: [
    [20, 2],
    [100, 30],
  ],
  postReads: 'as-reads',
};

/** Who calls what. */
export interface Asked {
  readonly method: string;
  /** The path with its gaps empty. */
  readonly template: string;
  /** The issue that is written to. */
  readonly issue?: number | undefined;
  /** API tokens are not counted in points. */
  readonly countsPoints: boolean;
}

type Reason = 'jira-burst-based' | 'jira-per-issue-on-write' | 'jira-quota-global-based' | 'jira-quota-tenant-based';

const hour = 3_600_000;

/** Counts calls and points on the clock of the fake. */
export class Limits {
  readonly #buckets = new Map<string, { readonly tokens: number; readonly at: number }>();
  readonly #writes = new Map<number, readonly number[]>();
  readonly #now: () => number;
  readonly #settings: () => LimitSettings;
  #hour = 0;
  #points = 0;
  /** The hour in which the others were counted. */
  #first: number | undefined;

  constructor(now: () => number, settings: () => LimitSettings) {
    this.#now = now;
    this.#settings = settings;
  }

  /** Points of this hour so far. */
  get points(): number {
    this.#turn();
    return this.#points;
  }

  /** Counts a call; refuses it with 429 if a limit is used up. Answers headers that say how much is left. */
  take(asked: Asked): Readonly<Record<string, string>> {
    if (!this.#settings().enforced) return {};
    this.#quota(asked);
    this.#perIssue(asked);
    this.#burst(asked);
    return asked.countsPoints ? this.#quotaHeaders() : {};
  }

  /** Adds what a call cost. */
  spend(points: number, asked: Asked): void {
    this.#turn();
    if (asked.countsPoints) this.#points += points;
  }

  #turn(): void {
    const current = Math.floor(this.#now() / hour);
    if (current === this.#hour) return;
    this.#hour = current;
    this.#points = 0;
  }

  #quota({ countsPoints }: Asked): void {
    if (!countsPoints) return;
    this.#turn();
    const { globalPoints, tenantPoints, usedElsewhere } = this.#settings();
    const seconds = Math.ceil(((this.#hour + 1) * hour - this.#now()) / 1000);
    if (tenantPoints !== null && this.#points >= tenantPoints)
      throw this.#tooMany('jira-quota-tenant-based', seconds, tenantPoints);
    // Others start the new hour too.
    if (this.#points + this.#elsewhere(usedElsewhere) >= globalPoints)
      throw this.#tooMany('jira-quota-global-based', seconds, globalPoints);
  }

  #elsewhere(used: number): number {
    this.#first ??= this.#hour;
    return this.#first === this.#hour ? used : 0;
  }

  #perIssue({ issue }: Asked): void {
    if (issue === undefined) return;
    const { perIssue } = this.#settings();
    const longest = Math.max(...perIssue.map(([, seconds]) => seconds));
    const now = this.#now();
    const past = (this.#writes.get(issue) ?? []).filter((at) => at > now - longest * 1000);
    for (const [count, seconds] of perIssue) {
      const recent = past.filter((at) => at > now - seconds * 1000);
      const oldest = recent[recent.length - count];
      if (oldest === undefined) continue;
      const wait = Math.max(1, Math.ceil((oldest + seconds * 1000 - now) / 1000));
      throw this.#tooMany('jira-per-issue-on-write', wait, count);
    }
    this.#writes.set(issue, [...past, now]);
  }

  #burst({ method, template }: Asked): void {
    const { burst, endpoints } = this.#settings();
    const key = `${method} ${template}`;
    const rate = endpoints[key] ?? burst[method] ?? 100;
    const now = this.#now();
    const bucket = this.#buckets.get(key) ?? { tokens: rate, at: now };
    const tokens = Math.min(rate, bucket.tokens + ((now - bucket.at) / 1000) * rate);
    if (tokens < 1) throw this.#tooMany('jira-burst-based', 1, rate);
    this.#buckets.set(key, { tokens: tokens - 1, at: now });
  }

  #tooMany(reason: Reason, seconds: number, limit: number): Refused {
    const reset = new Date(this.#now() + seconds * 1000).toISOString().replace(/:\d\d\.\d+Z$/, 'Z');
    return new Refused(429, errorsOf(['Rate limit exceeded.']), {
      'Retry-After': String(seconds),
      'X-RateLimit-Limit': String(limit),
      'X-RateLimit-Remaining': '0',
      'X-RateLimit-Reset': reset,
      'RateLimit-Reason': reason,
    });
  }

  #quotaHeaders(): Readonly<Record<string, string>> {
    const { globalPoints, usedElsewhere } = this.#settings();
    const left = Math.max(0, globalPoints - this.#points - this.#elsewhere(usedElsewhere));
    const reset = new Date((this.#hour + 1) * hour).toISOString().replace(/:\d\d\.\d+Z$/, 'Z');
    return {
      'X-RateLimit-Limit': String(globalPoints),
      'X-RateLimit-Remaining': String(left),
      'X-RateLimit-Reset': reset,
      'RateLimit-Policy': `"global-app-quota";q=${globalPoints};w=3600`,
      RateLimit: `"global-app-quota";r=${left};t=${Math.ceil(((this.#hour + 1) * hour - this.#now()) / 1000)}`,
      ...(left < globalPoints / 5 ? { 'X-RateLimit-NearLimit': 'true' } : {}),
    };
  }
}
