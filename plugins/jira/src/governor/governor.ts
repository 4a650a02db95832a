import { HostError } from '@lethe/core';
import type { Clock } from '@lethe/core';
import type { Endpoint } from '../endpoints.ts';
import type { Answer, Call, HttpPort } from '../http-port.ts';
import { HourlyPoints } from './hourly-points.ts';
import { LimitsOfSite } from './limits-of-site.ts';
import type { Begun, Opening } from './limits-of-site.ts';

/** How calls are governed. */
export interface Governing {
  /** A wait that resolves early, or fails, says that somebody wants to stop: calls that wait are given up. */
  readonly clock: Clock;
  /** Points an hour; none are counted unless given, what Jira says of them holds all the same. */
  readonly points?: HourlyPoints;
  /** Calls on their way at a time; 10 unless told. */
  readonly concurrency?: number;
}

/** A call somebody waits to be let make. */
interface Waiting {
  readonly call: Call;
  readonly begin: (begun: Begun) => void;
  readonly giveUp: (error: HostError) => void;
}

/** An answer, and what has to wait if it is a refusal. */
interface Made {
  readonly answer: Answer;
  readonly refused?: Opening;
}

/** How long a call waits here; what takes longer is for whoever makes it: to go on with another issue, to tell somebody, to come back later. */
const patience: Readonly<Record<Opening['waits'], number>> = { everybody: 60_000, endpoint: 60_000, issue: 1_000 };
/** How often a call is made again that came too early for its endpoint: Jira has not carried it out. */
const TRIES = 4;
/** A timer may ring a little early. */
const EARLY = 50;

/**
 * Keeps calls below Jira's limits: calls a second at each endpoint, writes to one issue, points an hour. Each goes as soon as it may, in the order
 * they came; one that has to wait for its issue or its endpoint holds up no other. Throws `HostError` `too-fast` where that takes
 * long, where Jira refused it all the same, and where a wait was cut short: `retryAt` says when, `waits` whether others may go on.
 */
export function governed(port: HttpPort, governing: Governing): HttpPort {
  const governor = new Governor(port, governing);
  return async (call) => governor.make(call);
}

class Governor {
  readonly #port: HttpPort;
  readonly #clock: Clock;
  readonly #concurrency: number;
  readonly #limits: LimitsOfSite;
  /** Calls that wait, in the order they came. */
  #line: readonly Waiting[] = [];
  #open = 0;
  #awakeAt: number | undefined;

  constructor(port: HttpPort, { clock, points = new HourlyPoints(), concurrency = 10 }: Governing) {
    this.#port = port;
    this.#clock = clock;
    this.#concurrency = concurrency;
    this.#limits = new LimitsOfSite(points, concurrency);
  }

  async make(call: Call): Promise<Answer> {
    for (let tries = 1; ; tries += 1) {
      const { answer, refused } = await this.#once(call, tries > 1);
      if (refused === undefined) return answer;
      if (refused.waits !== 'endpoint' || tries === TRIES)
        throw tooFast(`Jira asked to wait before it will ${call.what}.`, refused.at, refused.waits);
    }
  }

  async #once(call: Call, isAgain: boolean): Promise<Made> {
    const begun = await this.#turn(call, isAgain);
    const came: { answer?: Answer } = {};
    try {
      const answer = (came.answer = await this.#port(call));
      return answer.status === 429 ? { answer, refused: this.#limits.refuse(call, answer, this.#now) } : { answer };
    } finally {
      this.#open -= 1;
      begun.end(this.#now, came.answer);
      this.#round();
    }
  }

  async #turn(call: Call, isAgain: boolean): Promise<Begun> {
    return new Promise((begin, giveUp) => {
      const one = { call, begin, giveUp };
      this.#line = isAgain ? [one, ...this.#line] : [...this.#line, one];
      this.#round();
    });
  }

  /** Looks at the line once: begins what may begin, gives up what would wait long, and sleeps until the next may. */
  #round(): void {
    const now = this.#now;
    const full = new Set<Endpoint>();
    let wake = Infinity;
    this.#line = this.#line.filter((one) => {
      if (this.#open >= this.#concurrency || full.has(one.call.endpoint)) return true;
      const opening = this.#limits.opening(one.call, now);
      if (opening.at <= now) return this.#begin(one, now);
      if (opening.at < Infinity && opening.at - now > patience[opening.waits]) return this.#giveUp(one, opening);
      if (opening.waits === 'endpoint') full.add(one.call.endpoint);
      wake = Math.min(wake, opening.at);
      return true;
    });
    if (wake < Infinity) this.#sleepUntil(wake);
  }

  /** It waits no longer. */
  #begin({ call, begin }: Waiting, now: number): false {
    this.#open += 1;
    begin(this.#limits.begin(call, now));
    return false;
  }

  #giveUp({ call, giveUp }: Waiting, { at, waits }: Opening): false {
    giveUp(tooFast(early[waits](call.what), at, waits));
    return false;
  }

  #sleepUntil(at: number): void {
    if (this.#awakeAt !== undefined && this.#awakeAt <= at) return;
    this.#awakeAt = at;
    const wakeUp = (): void => this.#wakeUp(at);
    void this.#clock.wait(Math.ceil(at - this.#now)).then(wakeUp, wakeUp);
  }

  #wakeUp(at: number): void {
    if (this.#awakeAt !== at) return;
    this.#awakeAt = undefined;
    if (this.#now >= at - EARLY) this.#round();
    else this.#cutShort(at);
  }

  #cutShort(at: number): void {
    const line = this.#line;
    this.#line = [];
    for (const { call, giveUp } of line)
      giveUp(tooFast(`The wait before Jira could ${call.what} was cut short.`, at, 'everybody'));
  }

  get #now(): number {
    return this.#clock.now().getTime();
  }
}

/** What makes a call wait long. */
const early: Readonly<Record<Opening['waits'], (what: string) => string>> = {
  everybody: (what) => `This hour's share of Jira's points is used up; it is early to ${what}.`,
  endpoint: (what) => `Jira is asked this too often at the moment; it is early to ${what}.`,
  issue: (what) => `Jira lets one issue be changed so often only; it is early to ${what}.`,
};

function tooFast(says: string, until: number, waits: Opening['waits']): HostError {
  return new HostError('too-fast', says, {
    retryAt: new Date(Math.ceil(until)),
    waits: waits === 'everybody' ? 'host' : 'call',
  });
}
