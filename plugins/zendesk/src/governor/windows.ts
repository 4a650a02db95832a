import type { Answer, Call } from '../http-port.ts';
import { jobStarts } from './counted-calls.ts';
import { JobsSeen } from './jobs-seen.ts';
import type { Limit } from './limits.ts';
import { jobsHeader, retryAfter, toldLimits } from './told-limits.ts';
import type { ToldLimit } from './told-limits.ts';
import { Window } from './window.ts';
import type { Left } from './window.ts';

/** A window a call falls into. `key` names the thing that is counted apart; empty where all calls are counted together. */
export interface Held {
  readonly limit: Limit;
  readonly key: string;
  readonly window: Window;
}

/** How many jobs may be queued or running at a time. */
const mostJobs = 30;
const LOOK_AGAIN = 5_000;
const MINUTE = 60_000;
const MANY = 500;

const jobs: Limit = { name: 'jobs', calls: Infinity, seconds: 60, counts: jobStarts, whenFull: 'step-aside' };

/** All windows of one account, as far as calls have needed them. */
export class Windows {
  readonly #limits: readonly Limit[];
  readonly #windows = new Map<string, Held>();
  /** Limits nobody documented: by kind of call, the names of the headers that told of them. */
  readonly #learnt = new Map<string, Set<string>>();
  readonly #jobs = new JobsSeen();
  #refusedLast = false;

  constructor(limits: readonly Limit[]) {
    this.#limits = [...limits, jobs];
  }

  /** The windows a call falls into. */
  of(call: Call, now: number): readonly Held[] {
    this.#forgetIdle(now);
    const known = this.#limits.flatMap((limit) => limit.counts(call).map((key) => this.#held(limit, key)));
    const learnt = [...(this.#learnt.get(kindOf(call)) ?? [])].map((name) => this.#learntHeld(name));
    const jobStart = known.find(({ limit }) => limit === jobs);
    if (jobStart !== undefined && this.#jobs.count(now) + jobStart.window.open >= mostJobs)
      jobStart.window.close(now + LOOK_AGAIN);
    return [...known, ...learnt];
  }

  /** Takes note of what an answer tells about limits and jobs. */
  learn(call: Call, answer: Answer, now: number): void {
    const { account, endpoints } = toldLimits(answer);
    const held = this.of(call, now);
    const until = retryAfter(answer, now) ?? now + MINUTE;
    this.#jobs.note(answer, now);
    if (account !== undefined)
      for (const { limit, window } of held) {
        if (limit.told !== 'account') continue;
        window.allow(account.total);
        window.leave(leftOf(account, now, until));
      }
    for (const [name, told] of endpoints) this.#meantBy(call, name, told).leave(leftOf(told, now, until));
    this.#refusedLast = answer.status === 429;
    if (!this.#refusedLast) for (const { window } of held) window.calm();
  }

  /** Closes what a 429 was about; answers until when, and whether it was about this call's own thing alone. */
  refuse(call: Call, answer: Answer, now: number): { readonly until: number; readonly aside: boolean } {
    const about = this.#refused(call, answer, now);
    this.learn(call, answer, now);
    const told = retryAfter(answer, now);
    for (const { window } of about) window.close(told ?? now + window.strike());
    return {
      until: Math.max(now, ...about.map(({ window }) => window.closedUntil)),
      aside: about.every(({ limit }) => limit.whenFull === 'step-aside'),
    };
  }

  /** What a 429 was about: what the headers say is used up, else the narrowest thing, but the account if it was refused twice. */
  #refused(call: Call, answer: Answer, now: number): readonly Held[] {
    const held = this.of(call, now);
    const { account, endpoints } = toldLimits(answer);
    const ofAccount = held.filter(({ limit }) => limit.told === 'account');
    if (account?.left === 0) return ofAccount;
    const spent = [...endpoints]
      .filter(([, { left }]) => left === 0)
      .map(([name, told]) => this.#meantBy(call, name, told));
    const named = this.of(call, now).filter(({ window }) => spent.includes(window));
    if (named.length > 0) return named;
    const ofJobs = held.filter(({ limit }) => limit === jobs);
    const ofThings = held.filter(({ key }) => key !== '');
    const ofEndpoint = held.filter(({ limit }) => limit.told === 'endpoint');
    const narrowest = [ofJobs, ofThings, ofEndpoint].find((some) => some.length > 0);
    return this.#refusedLast || narrowest === undefined ? ofAccount : narrowest;
  }

  /** The window a header speaks of: the one of its number, else the one its kind of calls has, else one of its own. */
  #meantBy(call: Call, name: string, told: ToldLimit): Window {
    if (name === jobsHeader) return this.#held(jobs, '').window;
    const candidates = this.#limits
      .filter((limit) => limit.told === 'endpoint')
      .flatMap((limit) => limit.counts(call).map((key) => this.#held(limit, key)));
    const [exact, ...more] = candidates.filter(({ limit }) => limit.calls === told.total);
    if (exact !== undefined && more.length === 0) return exact.window;
    const larger = candidates.find(({ limit, key }) => key === '' && limit.calls < told.total);
    if (larger !== undefined) {
      larger.window.allow(told.total);
      return larger.window;
    }
    const kind = kindOf(call);
    this.#learnt.set(kind, (this.#learnt.get(kind) ?? new Set()).add(name));
    return this.#learntHeld(name).window;
  }

  #learntHeld(name: string): Held {
    return this.#held(
      { name: `endpoint ${name}`, calls: Infinity, seconds: 60, counts: () => [], whenFull: 'wait' },
      '',
    );
  }

  #held(limit: Limit, key: string): Held {
    const name = `${limit.name} ${key}`;
    const known = this.#windows.get(name) ?? { limit, key, window: new Window(limit.calls, limit.seconds * 1000) };
    this.#windows.set(name, known);
    return known;
  }

  #forgetIdle(now: number): void {
    if (this.#windows.size < MANY) return;
    for (const [name, { key, window }] of this.#windows)
      if (key !== '' && window.isIdle(now)) this.#windows.delete(name);
  }
}

/** Calls alike: the method, and the path without its numbers. */
function kindOf({ method, path }: Call): string {
  return `${method} ${path.replaceAll(/\d+/g, '*')}`;
}

/** Where the header does not say when there are more, it is `otherwise`. */
function leftOf({ left, seconds }: ToldLimit, now: number, otherwise: number): Left {
  return { calls: left, until: seconds === undefined ? otherwise : now + seconds * 1000 };
}
