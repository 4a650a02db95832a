import { HostError } from '@lethe/core';
import type { Clock } from '@lethe/core';
import { Moments } from './pace.ts';
import type { Pace } from './pace.ts';
import { retryAfter } from './retry-after.ts';
import { Seats } from './seats.ts';

/** A call, as far as a message names it. */
interface Named {
  readonly what: string;
}

/** An answer, as far as it says that calls come too fast. */
interface Judged {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

type Port<Call, Answer> = (call: Call) => Promise<Answer>;

/** How calls are governed. */
export interface Governing<Answer> {
  /** The vendor's name for the host, for messages. */
  readonly host: string;
  /** A wait that resolves early says that somebody wants to stop: calls that wait are given up. */
  readonly clock: Clock;
  readonly pace: Pace;
  /** Whether an answer refuses a call for coming too fast; by its status 429 unless told. */
  readonly isTooFast?: (answer: Answer) => boolean;
}

/** A timer may ring a little early. */
const EARLY = 50;
/** How often a refused call is made: what was refused with 429 was not carried out. */
const TRIES = 3;
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 60_000;

/**
 * Keeps calls at a pace. Shared by all who use one key. A call that is refused for coming too fast all the same, as another process
 * may use the key too, was not carried out and is made again when the host says. Throws `HostError` `too-fast` where that does not
 * help, and where a wait was cut short; `retryAt` says when it may be made.
 */
export function governed<Call extends Named, Answer extends Judged>(
  port: Port<Call, Answer>,
  governing: Governing<Answer>,
): Port<Call, Answer> {
  const governor = new Governor(port, governing);
  return async (call) => governor.make(call);
}

class Governor<Call extends Named, Answer extends Judged> {
  readonly #port: Port<Call, Answer>;
  readonly #host: string;
  readonly #isTooFast: (answer: Answer) => boolean;
  readonly #clock: Clock;
  readonly #moments: Moments;
  readonly #seats: Seats;
  #closedUntil = -Infinity;
  #pause = FIRST_PAUSE;

  constructor(port: Port<Call, Answer>, { host, clock, pace, isTooFast = is429 }: Governing<Answer>) {
    this.#port = port;
    this.#host = host;
    this.#isTooFast = isTooFast;
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
        if (!this.#isTooFast(answer)) return this.#taken(answer);
        this.#close(answer);
        if (tries === TRIES)
          throw tooFast(`${this.#host} asked to wait before it will ${call.what}.`, this.#closedUntil);
      }
    } finally {
      this.#seats.leave();
    }
  }

  /** Waits for a call's moment; while it waits, the host may close for everybody. */
  async #turn(call: Call): Promise<void> {
    let at = this.#moments.next(Math.max(this.#now, this.#closedUntil));
    while (at > this.#now) {
      await this.#clock.wait(at - this.#now);
      if (this.#now < at - EARLY) throw tooFast(`The wait before ${this.#host} could ${call.what} was cut short.`, at);
      at = Math.max(at, this.#closedUntil);
      if (at - this.#now <= EARLY) return;
    }
  }

  #taken(answer: Answer): Answer {
    if (answer.status < 400) this.#pause = FIRST_PAUSE;
    return answer;
  }

  #close(answer: Answer): void {
    const until = retryAfter(answer.headers, this.#clock.now())?.getTime() ?? this.#now + this.#nextPause();
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

function is429({ status }: Judged): boolean {
  return status === 429;
}

function tooFast(says: string, until: number): HostError {
  return new HostError('too-fast', says, { retryAt: new Date(until) });
}
