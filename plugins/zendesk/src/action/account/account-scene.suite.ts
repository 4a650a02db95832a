import { afterEach } from '@jest/globals';
import type { Clock, PersonId } from '@lethe/core';
import type { Account } from '../../../test/fake/account.ts';
import { Seed } from '../../../test/fake/seed.ts';
import { FakeZendesk } from '../../../test/fake/server.ts';
import { overHttp } from '../../../test/ways.ts';
import type { Line } from '../../ask.ts';
import type { Answer, Call, HttpPort } from '../../http-port.ts';
import { personIdOf } from '../../ids.ts';
import { FakeBrowser } from '../store/fake-browser.suite.ts';
import { Presence } from '../store/presence.ts';
import { AccountLock } from './account-lock.ts';

/** A clock that goes on when it is told, and lets whoever waited do what they waited for. */
class HandClock implements Clock {
  #now = Date.parse('2026-04-01T08:00:00Z');
  #waits: { readonly at: number; readonly over: () => void }[] = [];

  now(): Date {
    return new Date(this.#now);
  }

  async wait(milliseconds: number): Promise<void> {
    return new Promise((over) => {
      this.#waits.push({ at: this.#now + milliseconds, over });
    });
  }

  /** Time passes, from wait to wait; after each, `settled` lets everybody do what there is to do. */
  async pass(milliseconds: number, settled: () => Promise<void>): Promise<void> {
    const end = this.#now + milliseconds;
    for (;;) {
      const [next] = this.#waits.filter(({ at }) => at <= end).sort((one, other) => one.at - other.at);
      if (next === undefined) break;
      this.#waits = this.#waits.filter((wait) => wait !== next);
      this.#now = Math.max(this.#now, next.at);
      next.over();
      await settled();
    }
    this.#now = Math.max(this.#now, end);
  }

  /** Time passes, and nobody who waits hears of it: their machine sleeps. */
  sleep(milliseconds: number): void {
    this.#now += milliseconds;
  }
}

/** Meets an agent's calls on their way; `undefined` lets one through. */
export type Meddling = (call: Call, port: HttpPort) => Promise<Answer> | undefined;

/** An agent at a browser. */
export interface Seat {
  readonly agent?: string;
  readonly meddling?: Meddling;
  /** Milliseconds by which the clock of this browser is ahead. */
  readonly ahead?: number;
  readonly browser?: FakeBrowser;
}

/** An account with one person in it, and agents who want to anonymize them. */
export class AccountScene {
  readonly clock = new HandClock();
  readonly seed = new Seed();
  readonly user: number;
  readonly person: PersonId;
  #fake: FakeZendesk | undefined;
  #underway = 0;
  #seats = 0;

  constructor(account: Partial<Account> = {}, fields: readonly string[] = ['anonymized_at', 'anonymization_lock']) {
    this.seed.zendesk.configure({ customObjects: ['lethe_anonymization'], ...account });
    for (const key of fields) this.seed.userField(key);
    this.user = this.seed.user({
      name: 'Ada King',
      emails: ['ada.king@lovelace.test'],
      fields: Object.fromEntries(fields.map((key) => [key, ''])),
    });
    this.person = personIdOf(this.user);
  }

  /** Calls without a token are those of the agent at the page, where there is one. */
  async open(session?: number): Promise<this> {
    const opening = session === undefined ? {} : { session };
    this.#fake = await FakeZendesk.start(this.seed.zendesk, { clock: this.clock, ...opening });
    scenes.add(this);
    return this;
  }

  /** Where the fake answers. */
  get address(): string {
    return this.#opened.address;
  }

  /** What everybody is kept waiting for until `settled`. */
  async underway<T>(work: () => Promise<T>): Promise<T> {
    this.#underway += 1;
    try {
      return await work();
    } finally {
      this.#underway -= 1;
    }
  }

  async close(): Promise<void> {
    await this.#fake?.close();
  }

  /** Methods and paths of the calls made so far. */
  get calls(): readonly string[] {
    return (this.#fake?.made ?? []).map(({ method, url }) => `${method} ${url}`);
  }

  line({ meddling = () => undefined, ahead = 0 }: Seat = {}): Line {
    const port = overHttp.portTo(this.#opened);
    return {
      clock: {
        now: () => new Date(this.clock.now().getTime() + ahead),
        wait: async (milliseconds) => this.clock.wait(milliseconds),
      },
      port: async (call) => this.underway(async () => meddling(call, port) ?? port(call)),
    };
  }

  /** An agent's lock, in a browser of their own unless one is given. */
  lock(seat: Seat = {}): AccountLock {
    this.#seats += 1;
    const { agent = `${this.#seats}`, browser = new FakeBrowser(`seat ${this.#seats}`) } = seat;
    const line = this.line(seat);
    const presence = new Presence(browser.locks(), 'people');
    return new AccountLock({ line, clock: line.clock, presence, agent: async () => agent });
  }

  /** Lets time pass, with all calls that are made on the way. */
  async pass(milliseconds: number): Promise<void> {
    await this.clock.pass(milliseconds, async () => this.settled());
  }

  /** Lets time pass until the work is done. */
  async during<T>(work: Promise<T>): Promise<T> {
    const state = { done: false };
    const end = (): void => void (state.done = true);
    work.then(end, end);
    for (;;) {
      await this.settled();
      if (state.done) return work;
      await this.clock.pass(1_000, async () => this.settled());
    }
  }

  /** Resolves when no call is under way and nobody begins one. */
  async settled(): Promise<void> {
    for (let quiet = 0; quiet < 5; quiet += 1) {
      await new Promise((idle) => setImmediate(idle));
      if (this.#underway > 0) quiet = 0;
    }
  }

  get #opened(): FakeZendesk {
    if (this.#fake === undefined) throw new ReferenceError('The scene is not open.');
    return this.#fake;
  }

  /** Records of the account, as field texts. */
  get records(): readonly Readonly<Record<string, unknown>>[] {
    return this.seed.zendesk.customRecords.all().map(({ external_id, fields }) => ({ external_id, ...fields }));
  }

  get userFields(): Readonly<Record<string, unknown>> {
    return this.seed.zendesk.users.get(this.user).user_fields;
  }
}

const scenes = new Set<AccountScene>();

afterEach(async () => {
  for (const scene of scenes) await scene.close();
  scenes.clear();
});
