import { HostError } from '@lethe/core';
import type { Clock } from '@lethe/core';
import { isTooFast, waitedFor } from '../failure.ts';
import type { Answer, Call, HttpPort } from '../http-port.ts';
import { Moments } from './pace.ts';
import type { Pace } from './pace.ts';
import { Seats } from './seats.ts';

/** How calls are governed. */
export interface Governing {
  /** A wait that resolves early says that somebody wants to stop: calls that wait are given up. */
  readonly clock: Clock;
  readonly pace: Pace;
}

/** A timer may ring a little early. */
const EARLY = 50;
/** How often a refused call is made: what was refused with 429 was not carried out. */
const TRIES = 3;
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 60_000;

/**
 * Paces calls, as Ashby publishes no limit for them and answers 429 all the same. Shared by all who use one key. Throws `HostError`
 * `too-fast` where Ashby refused a call with 429, and where a wait was cut short; `retryAt` says when it may be made.
 */
export function governed(port: HttpPort, governing: Governing): HttpPort {
  const governor = new Governor(port, governing);
  return async (call) => governor.make(call);
}

class Governor {
  readonly #port: HttpPort;
  readonly #clock: Clock;
  readonly #moments: Moments;
  readonly #seats: Seats;
  #closedUntil = -Infinity;
  #pause = FIRST_PAUSE;

  constructor(port: HttpPort, { clock, pace }: Governing) {
    this.#port = port;
    this.#clock = clock;
    this.#moments = new Moments(pace);
    this.#seats = new Seats(pace.concurrency);
  }

  async make(call: Call): Promise<Answer> {
    await this.#seats.take();
    try {
      for (let tries = 1; ; tries += 1) {
        await this.#turn(call);
        const answer = await this.#port(call);
        if (!isTooFast(answer)) return this.#taken(answer);
        this.#close(answer);
        if (tries === TRIES) throw tooFast(`Ashby asked to wait before it will ${call.what}.`, this.#closedUntil);
      }
    } finally {
      this.#seats.leave();
    }
  }

  /** Waits for a call's moment; while it waits, Ashby may close for everybody. */
  async #turn(call: Call): Promise<void> {
    let at = this.#moments.next(Math.max(this.#now, this.#closedUntil));
    while (at > this.#now) {
      await this.#clock.wait(at - this.#now);
      if (this.#now < at - EARLY) throw tooFast(`The wait before Ashby could ${call.what} was cut short.`, at);
      at = Math.max(at, this.#closedUntil);
      if (at - this.#now <= EARLY) return;
    }
  }

  #taken(answer: Answer): Answer {
    if (answer.status < 400) this.#pause = FIRST_PAUSE;
    return answer;
  }

  #close(answer: Answer): void {
    const until = waitedFor(answer, this.#clock.now())?.getTime() ?? this.#now + this.#nextPause();
    this.#closedUntil = Math.max(this.#closedUntil, until);
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

function tooFast(says: string, until: number): HostError {
  return new HostError('too-fast', says, { retryAt: new Date(until) });
}
