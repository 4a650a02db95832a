import { HostError } from '@lethe/core';
import type { Clock } from '@lethe/core';
import { Seats } from '@lethe/http';
import { resetIn, waitedFor } from '../failure.ts';
import type { Answer, Call, HttpPort } from '../http-port.ts';
import { Moments, withMargin } from './pace.ts';
import type { Pace } from './pace.ts';

/** How calls are governed. */
export interface Governing {
  /** A wait that resolves early says that somebody wants to stop: calls that wait are given up. */
  readonly clock: Clock;
  readonly pace: Pace;
}

/** A timer may ring a little early. */
const EARLY = 50;
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 60_000;

/**
 * Keeps calls below Greenhouse's limit, as far as its headers tell it. Shared by all who use one credential. Throws `HostError`
 * `too-fast` where Greenhouse refused a call with 429 all the same, and where a wait was cut short; `retryAt` says when it may
 * be made.
 */
export function governed(port: HttpPort, governing: Governing): HttpPort {
  const governor = new Governor(port, governing);
  return async (call) => governor.make(call);
}

class Governor {
  readonly #port: HttpPort;
  readonly #clock: Clock;
  readonly #pace: Pace;
  readonly #moments: Moments;
  readonly #seats: Seats;
  #closedUntil = -Infinity;
  #pause = FIRST_PAUSE;

  constructor(port: HttpPort, { clock, pace }: Governing) {
    this.#port = port;
    this.#clock = clock;
    this.#pace = pace;
    this.#moments = new Moments(pace);
    this.#seats = new Seats(pace.concurrency);
  }

  async make(call: Call): Promise<Answer> {
    await this.#seats.take();
    try {
      await this.#turn(call);
      return this.#judged(call, await this.#port(call));
    } finally {
      this.#seats.leave();
    }
  }

  /** Waits for a call's moment; while it waits, Greenhouse may close for everybody. */
  async #turn(call: Call): Promise<void> {
    let at = this.#moments.next(Math.max(this.#now, this.#closedUntil));
    while (at > this.#now) {
      await this.#clock.wait(at - this.#now);
      if (this.#now < at - EARLY) throw tooFast(`The wait before Greenhouse could ${call.what} was cut short.`, at);
      at = Math.max(at, this.#closedUntil);
      if (at - this.#now <= EARLY) return;
    }
  }

  #judged(call: Call, answer: Answer): Answer {
    this.#learn(answer);
    if (answer.status !== 429) {
      if (answer.status < 400) this.#pause = FIRST_PAUSE;
      return answer;
    }
    const until = waitedFor(answer, this.#clock.now())?.getTime() ?? this.#now + this.#nextPause();
    this.#closedUntil = Math.max(this.#closedUntil, until);
    throw tooFast(`Greenhouse asked to wait before it will ${call.what}.`, this.#closedUntil);
  }

  /** The limit is told with each answer, and so is how much of it is left: others may have used the rest. */
  #learn({ headers }: Answer): void {
    const limit = numberIn(headers['x-ratelimit-limit']);
    if (limit !== undefined) this.#moments.allow(withMargin(limit * this.#pace.share));
    // Calls that are on their way use up what is left.
    if ((numberIn(headers['x-ratelimit-remaining']) ?? Infinity) >= this.#pace.concurrency) return;
    const reset = resetIn(headers, this.#clock.now());
    if (reset !== undefined) this.#closedUntil = Math.max(this.#closedUntil, reset);
  }

  #nextPause(): number {
    const pause = this.#pause;
    this.#pause = Math.min(pause * 2, LONGEST_PAUSE);
    return pause;
  }

  get #now(): number {
    return this.#clock.now().getTime();
  }
}

function numberIn(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,6}$/.test(text.trim()) ? Number(text) : undefined;
}

function tooFast(says: string, until: number): HostError {
  return new HostError('too-fast', says, { retryAt: new Date(until) });
}
