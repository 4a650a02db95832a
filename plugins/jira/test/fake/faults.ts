import { FaultLine } from '@lethe/core/testing';
import type { Fault, FaultKind } from '@lethe/core/testing';
import { errorsOf } from './answer.ts';

/** An answer that replaces the real one. */
interface FaultAnswer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What strikes a call: an answer in place of the real one, or what happens to the real one. */
export type Strike =
  | FaultAnswer
  /** Took effect, and no answer comes. */
  | 'time-out'
  /** Took no effect, and no answer comes. */
  | 'cut-off'
  /** Took no effect, and whoever asks waits until they give up. */
  | 'silence'
  /** Everything is answered and nothing is done. */
  | 'lie'
  /** The later parts of a job fail. */
  | 'half'
  /** A job that is taken on and never begun. */
  | 'job-fails'
  /** The real answer, cut short: no JSON any more. */
  | 'torn';

/** Strikes calls whose method and path it matches. */
export interface Aimed {
  /** `PUT /rest/api/3/issue/`, the beginning of a method and path; or a pattern. */
  readonly at: string | RegExp;
  readonly with: Strike;
  /** How many matching calls go well before it; 0 if not said. */
  readonly after?: number;
  /** How many it hits; 1 if not said. */
  readonly times?: number;
}

const page = '<!DOCTYPE html><html><body><h1>Log in</h1></body></html>';
const tooFast = errorsOf(['Rate limit exceeded.']);

const answers: Readonly<Record<Exclude<FaultKind, 'time-out' | 'lie' | 'half'>, FaultAnswer>> = {
  'too-fast': { status: 429, body: tooFast },
  'too-fast-dated': {
    status: 429,
    body: tooFast,
    headers: { 'Retry-After': '30', 'RateLimit-Reason': 'jira-burst-based' },
  },
  down: { status: 503, body: page },
  locked: { status: 409, body: errorsOf(['The issue was changed meanwhile.']) },
  gone: { status: 404, body: errorsOf(['Issue does not exist or you do not have permission to see it.']) },
  rejected: { status: 400, body: errorsOf([], { summary: 'It was told to be invalid.' }) },
  'not-permitted': { status: 403, body: errorsOf(['You do not have the permission to do this.']) },
  'signed-out': { status: 401, body: errorsOf(['Client must be authenticated to access this resource.']) },
  garbage: { status: 200, body: page },
};

/** What goes wrong with the next calls: a line for all of them, and faults aimed at some. */
export class Faults {
  readonly #line = new FaultLine();
  readonly #aimed: { readonly aimed: Aimed; matching: number }[] = [];

  set(fault: Fault): void {
    this.#line.set(fault);
  }

  /** Adds a fault for some calls; several may wait at a time. */
  aim(aimed: Aimed): void {
    this.#aimed.push({ aimed, matching: 0 });
  }

  clear(): void {
    this.#line.clear();
    this.#aimed.length = 0;
  }

  /** What strikes this call, if anything. */
  strikes(call: { readonly method: string; readonly url: string; readonly isWrite: boolean }): Strike | undefined {
    for (const one of this.#aimed) {
      const { at, after = 0, times = 1, with: strike } = one.aimed;
      const text = `${call.method} ${call.url}`;
      if (typeof at === 'string' ? !text.startsWith(at) : !at.test(text)) continue;
      one.matching += 1;
      if (one.matching > after && one.matching <= after + times) return strike;
    }
    const kind = this.#line.strikes(call.isWrite);
    if (kind === undefined || kind === 'time-out' || kind === 'lie' || kind === 'half') return kind;
    return answers[kind];
  }
}
