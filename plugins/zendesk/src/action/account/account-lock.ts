import { Fenced } from '@lethe/core';
import type { Clock, Obstacle, PersonId } from '@lethe/core';
import type { Lock } from '@lethe/review';
import type { Line } from '../../ask.ts';
import { userNumberOf } from '../../ids.ts';
import { takeByField } from './field-lock.ts';
import { Heartbeat } from './heartbeat.ts';
import { takeByRecord } from './object-lock.ts';
import { noLockToBeHad, otherTabAtWork, takenByAnother } from './lock-obstacles.ts';
import type { Taken, Wanted } from './taken.ts';

/** Tells tabs of one browser from each other; the account cannot. */
export interface TabPresence {
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

/** Takes people for runs, so that two agents never run the same one; and lets no run write that has lost its person. */
export class AccountLock {
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

  /** To be asked before every writing call. Throws `Fenced` if a person was taken over from us, `HostError` if nobody can tell. */
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
        await heart.stop();
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
