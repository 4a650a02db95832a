import type { Endpoint } from '../endpoints.ts';
import type { Answer, Call } from '../http-port.ts';
import { rateOf } from './endpoint-rates.ts';
import type { HourlyPoints } from './hourly-points.ts';
import { IssueWindow } from './issue-window.ts';
import { writtenIssues } from './issue-writes.ts';
import { mostPointsOf, pointsOf } from './points.ts';
import { quotaBack, reasonOf, retryAt } from './refusal.ts';
import { TokenBucket, backoff } from './token-bucket.ts';
import { toldLimits } from './told-limits.ts';

/** Who has to wait: everybody, all calls to this endpoint, or whatever writes to these issues. */
export type Waits = 'everybody' | 'endpoint' | 'issue';

/** When a call may begin, and what makes it wait until then. */
export interface Opening {
  readonly at: number;
  readonly waits: Waits;
}

/** A call that has begun. */
export interface Begun {
  /** Its answer is there, or it failed without one. */
  end(now: number, answer?: Answer): void;
}

const MANY = 2_000;
/** Points an hour of all customers of an app together, unless Jira says another number. Of them a fifth is left when it says that they run short. */
const FIRST_TIER = 65_000;

/** All limits of one site, as far as calls have met them. */
export class LimitsOfSite {
  readonly #points: HourlyPoints;
  readonly #atOnce: number;
  readonly #buckets = new Map<Endpoint, TokenBucket>();
  readonly #issues = new Map<string, IssueWindow>();
  #closedUntil = 0;
  #strikes = 0;

  constructor(points: HourlyPoints, atOnce: number) {
    this.#points = points;
    this.#atOnce = atOnce;
  }

  /** What holds a call back longest. */
  opening(call: Call, now: number): Opening {
    const everybody = Math.max(this.#closedUntil, this.#points.earliest(mostPointsOf(call), now));
    const endpoint = this.#bucket(call.endpoint).earliest(now);
    const issue = this.#windows(call).reduce((time, window) => Math.max(time, window.earliest(now)), now);
    const at = Math.max(now, everybody, endpoint, issue);
    return { at, waits: at === everybody ? 'everybody' : at === endpoint ? 'endpoint' : 'issue' };
  }

  begin(call: Call, now: number): Begun {
    const most = mostPointsOf(call);
    const windows = this.#windows(call);
    this.#forgetIdle(now);
    this.#points.begin(most);
    this.#bucket(call.endpoint).take(now);
    for (const window of windows) window.begin();
    return {
      end: (time, answer) => {
        this.#points.end(most, answer === undefined ? 1 : pointsOf(call, answer), time);
        for (const window of windows) window.end(time);
        if (answer !== undefined) this.#learn(call, answer, time);
      },
    };
  }

  /** Closes what a 429 is about; answers who has to wait, until when. */
  refuse(call: Call, answer: Answer, now: number): Opening {
    const until = retryAt(answer, now);
    switch (reasonOf(answer)) {
      case 'burst':
        return { at: this.#bucket(call.endpoint).close(now, until), waits: 'endpoint' };
      case 'issue':
        return { at: this.#closeIssues(call, until ?? now + 2_000), waits: 'issue' };
      case 'quota':
        this.#points.close(quotaBack(answer, now));
        return { at: quotaBack(answer, now), waits: 'everybody' };
      case 'unnamed':
        this.#strikes += 1;
        this.#closedUntil = Math.max(this.#closedUntil, until ?? now + backoff(this.#strikes));
        return { at: this.#closedUntil, waits: 'everybody' };
    }
  }

  #closeIssues(call: Call, until: number): number {
    for (const window of this.#windows(call)) window.close(until);
    return until;
  }

  #learn({ endpoint }: Call, answer: Answer, now: number): void {
    const { quota, burst, isNear } = toldLimits(answer);
    const bucket = this.#bucket(endpoint);
    if (burst.total !== undefined && burst.windowSeconds !== undefined)
      bucket.allow(burst.total / Math.max(1, burst.windowSeconds));
    if (burst.left !== undefined) bucket.leave(burst.left, now);
    if (quota.left !== undefined) this.#points.leave(quota.left, now);
    else if (isNear) this.#points.leaveAtMost((quota.total ?? FIRST_TIER) / 5, now);
    if (answer.status === 429) return;
    this.#strikes = 0;
    bucket.calm();
  }

  #bucket(endpoint: Endpoint): TokenBucket {
    const known = this.#buckets.get(endpoint) ?? new TokenBucket(rateOf(endpoint), this.#atOnce);
    this.#buckets.set(endpoint, known);
    return known;
  }

  #windows(call: Call): readonly IssueWindow[] {
    return writtenIssues(call).map((issue) => {
      const known = this.#issues.get(issue) ?? new IssueWindow();
      this.#issues.set(issue, known);
      return known;
    });
  }

  #forgetIdle(now: number): void {
    if (this.#issues.size < MANY) return;
    for (const [issue, window] of this.#issues) if (window.isIdle(now)) this.#issues.delete(issue);
  }
}
