import { Refused } from './answer.ts';

/** A fixed window: so many calls of each credential until it ends, then all of them again. */
export class Limits {
  readonly #now: () => number;
  readonly #windows = new Map<string, { readonly ends: number; readonly used: number }>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Takes one call; answers the headers that tell what is left, or throws the refusal. */
  take(who: string, most: number, milliseconds: number): Readonly<Record<string, string>> {
    const now = this.#now();
    const held = this.#windows.get(who);
    const window = held === undefined || held.ends <= now ? { ends: now + milliseconds, used: 0 } : held;
    const headers = {
      'X-RateLimit-Limit': String(most),
      'X-RateLimit-Remaining': String(Math.max(0, most - window.used - 1)),
      'X-RateLimit-Reset': String(Math.ceil(window.ends / 1000)),
    };
    this.#windows.set(who, { ...window, used: Math.min(most, window.used + 1) });
    if (window.used < most) return headers;
    const wait = String(Math.ceil((window.ends - now) / 1000));
    throw new Refused(429, 'Rate limit exceeded', { ...headers, 'Retry-After': wait });
  }
}
