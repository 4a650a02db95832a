import { Fenced, HostError } from '@lethe/core';
import type { Clock, Obstacle, PersonId } from '@lethe/core';
import type { Lock } from '@lethe/review';
import type { Line } from '../../ask.ts';
import { userNumberOf } from '../../ids.ts';
import { takeByField } from './field-lock.ts';
import { Heartbeat } from './heartbeat.ts';
import type { Standing } from './heartbeat.ts';
import { takeByRecord } from './object-lock.ts';
import { noLockToBeHad, otherTabAtWork, takenByAnother } from './lock-obstacles.ts';
import type { Taken, Wanted } from './taken.ts';

/** Tells tabs of one browser from each other; the account cannot. */
interface TabPresence {
  hold(token: string): Promise<void>;
  release(token: string): void;
  present(): Promise<ReadonlySet<string>>;
}

/** What the lock works with. */
export interface LockGround {
  readonly line: Line;
  /** Heartbeats are on this clock, whose waits nobody cuts short. */
  readonly clock: Clock;
  readonly presence: TabPresence;
  /** Zendesk's id of the agent. */
  agent(): Promise<string>;
}

/** Who says whether we still have the people we took. */
export interface Watch {
  now(): Date;
  /** What is known without a call; `sure` where nobody was taken. */
  standing(): Standing;
  /** Asks Zendesk where it is unsure. Throws `Fenced` if a person was taken over from us, `HostError` if nobody can tell. */
  assure(): Promise<void>;
}

/** Takes people for runs, so that two agents never run the same one; and knows whether a run has lost its person since. */
export class AccountLock implements Watch {
  readonly #ground: LockGround;
  readonly #hearts = new Set<Heartbeat>();

  constructor(ground: LockGround) {
    this.#ground = ground;
  }

  /** Takes a person for a run, which is named alike whenever it is resumed. Throws `HostError`. */
  async take(person: PersonId, run: string): Promise<Lock> {
    const user = userNumberOf(person);
    if (user === undefined) throw new RangeError('A person of this host has a number.');
    const token = `person ${user}`;
    const { presence } = this.#ground;
    if ((await presence.present()).has(token)) return nothing(otherTabAtWork);
    await presence.hold(token);
    const release = (): void => presence.release(token);
    try {
      return await this.#taken({ user, run, agent: await this.#ground.agent() }, release);
    } catch (error) {
      release();
      throw error;
    }
  }

  now(): Date {
    return this.#ground.clock.now();
  }

  standing(): Standing {
    const standings = [...this.#hearts].map((heart) => heart.standing);
    return standings.find((one) => one === 'lost') ?? standings.find((one) => one === 'unsure') ?? 'sure';
  }

  async assure(): Promise<void> {
    for (const heart of this.#hearts) if (!(await heart.isSure())) throw new Fenced();
  }

  async #taken(wanted: Wanted, giveTabBack: () => void): Promise<Lock> {
    const taken = await this.#attempt(wanted);
    if (taken === 'unusable') return this.#without(giveTabBack);
    if ('takenBy' in taken) {
      giveTabBack();
      return nothing(takenByAnother(taken.takenBy));
    }
    const heart = new Heartbeat(taken.held, this.#ground.clock);
    this.#hearts.add(heart);
    return {
      release: async () => {
        this.#hearts.delete(heart);
        giveTabBack();
        // What cannot be given back now is free five minutes from now.
        await heart.stop().catch(onlyHostErrors);
      },
    };
  }

  async #attempt(wanted: Wanted): Promise<Taken> {
    const byRecord = await takeByRecord(this.#ground.line, wanted);
    return byRecord === 'unusable' ? takeByField(this.#ground.line, wanted) : byRecord;
  }

  /** Other tabs of this browser are still kept out while somebody goes on without a lock of the account. */
  #without(giveTabBack: () => void): Lock {
    return {
      obstacle: noLockToBeHad,
      release: async () => {
        giveTabBack();
        return Promise.resolve();
      },
    };
  }
}

function nothing(obstacle: Obstacle): Lock {
  return { obstacle, release: async () => Promise.resolve() };
}

function onlyHostErrors(error: unknown): void {
  if (!(error instanceof HostError)) throw error;
}
