import { HostError } from '@lethe/core';
import type { Clock } from '@lethe/core';
import type { Answer, Call, HttpPort } from '../http-port.ts';
import type { Limit } from './limits.ts';
import type { Entry } from './window.ts';
import { Windows } from './windows.ts';
import type { Held } from './windows.ts';

/** How calls are governed. */
export interface Governing {
  /** A wait that resolves early says that somebody wants to stop: calls that wait are given up. */
  readonly clock: Clock;
  readonly limits: readonly Limit[];
  /** Calls on their way at a time; 4 unless told. */
  readonly concurrency?: number;
}

interface Waiting {
  readonly call: Call;
  readonly begin: (entries: readonly Entry[]) => void;
  readonly giveUp: (error: HostError) => void;
}

/** How many waiting calls are looked at in a round: further ones could go ahead only if all of these had to wait. */
const LOOKAHEAD = 32;
/** A timer may ring a little early. */
const EARLY = 50;

/**
 * Keeps calls below every limit: each goes as soon as no limit it falls under is full, in the order they came; a later one goes
 * ahead only where it makes no earlier one wait. Shared by all who use one account with one sign-in. Throws `HostError`
 * `too-fast` where a call has to wait for its own ticket while others need not (`waits: 'call'`), where Zendesk refused it
 * with 429, and where a wait was cut short; `retryAt` says when it may be made.
 */
export function governed(port: HttpPort, governing: Governing): HttpPort {
  const governor = new Governor(port, governing);
  return async (call) => governor.make(call);
}

class Governor {
  readonly #port: HttpPort;
  readonly #clock: Clock;
  readonly #concurrency: number;
  readonly #windows: Windows;
  readonly #line = new Set<Waiting>();
  #open = 0;
  #awakeAt: number | undefined;

  constructor(port: HttpPort, { clock, limits, concurrency = 4 }: Governing) {
    this.#port = port;
    this.#clock = clock;
    this.#concurrency = concurrency;
    this.#windows = new Windows(limits);
  }

  async make(call: Call): Promise<Answer> {
    const entries = await new Promise<readonly Entry[]>((begin, giveUp) => {
      this.#line.add({ call, begin, giveUp });
      this.#round();
    });
    try {
      return this.#judged(call, await this.#port(call).finally(() => this.#end(entries)));
    } finally {
      this.#round();
    }
  }

  #end(entries: readonly Entry[]): void {
    this.#open -= 1;
    for (const entry of entries) entry.done(this.#now);
  }

  #judged(call: Call, answer: Answer): Answer {
    if (answer.status !== 429) {
      this.#windows.learn(call, answer, this.#now);
      return answer;
    }
    const { until, aside } = this.#windows.refuse(call, answer, this.#now);
    throw tooFast(`Zendesk asked to wait before it will ${call.what}.`, until, aside ? 'call' : 'host');
  }

  /** Looks at the line once: begins what may begin, promises times to the others, in their order. */
  #round(): void {
    const now = this.#now;
    const looked = new Set<Held>();
    let wake = Infinity;
    let waiting = 0;
    for (const one of this.#line) {
      if (waiting >= LOOKAHEAD || this.#open >= this.#concurrency) break;
      const held = this.#windows.of(one.call, now);
      for (const each of held) looked.add(each);
      const time = timeFor(held, now);
      if (time.aside) this.#giveUp(one, time.at);
      else if (time.at <= now) this.#begin(one, held);
      else {
        waiting += 1;
        for (const { window } of held) window.promise(time.at);
        wake = Math.min(wake, time.at);
      }
    }
    for (const { window } of looked) window.forgetPromises();
    if (wake < Infinity) this.#sleepUntil(wake);
  }

  #begin(one: Waiting, held: readonly Held[]): void {
    this.#line.delete(one);
    this.#open += 1;
    one.begin(held.map(({ window }) => window.begin()));
  }

  #giveUp(one: Waiting, at: number): void {
    this.#line.delete(one);
    one.giveUp(
      tooFast(`Zendesk lets one ticket be changed so often only; it is early to ${one.call.what}.`, at, 'call'),
    );
  }

  #sleepUntil(at: number): void {
    if (this.#awakeAt !== undefined && this.#awakeAt <= at) return;
    this.#awakeAt = at;
    const wakeUp = (): void => this.#wakeUp(at);
    void this.#clock.wait(at - this.#now).then(wakeUp, wakeUp);
  }

  #wakeUp(at: number): void {
    if (this.#awakeAt !== at) return;
    this.#awakeAt = undefined;
    if (this.#now >= at - EARLY) this.#round();
    else this.#cutShort(at);
  }

  #cutShort(at: number): void {
    for (const one of this.#line) {
      this.#line.delete(one);
      one.giveUp(tooFast(`The wait before Zendesk could ${one.call.what} was cut short.`, at, 'host'));
    }
  }

  get #now(): number {
    return this.#clock.now().getTime();
  }
}

/** When a call may begin, and whether it had better step aside until then. */
function timeFor(held: readonly Held[], now: number): { readonly at: number; readonly aside: boolean } {
  const patient = settled(
    held.filter(({ limit }) => limit.whenFull === 'wait'),
    now,
    now,
  );
  const at = settled(held, now, patient);
  return { at, aside: at > patient };
}

/** The first time from then on that suits all windows. */
function settled(held: readonly Held[], now: number, from: number): number {
  const later = held.reduce((time, { window }) => window.earliest(now, time), from);
  return later === from ? from : settled(held, now, later);
}

function tooFast(says: string, until: number, waits: 'call' | 'host'): HostError {
  return new HostError('too-fast', says, { retryAt: new Date(until), waits });
}
