import { administratorsOnly, defaultRules, guardSettingsSchema } from '@lethe/core';
import type { Actor, Clock, Host, Permissions, PersonId, Plan, Rules } from '@lethe/core';
import { memoryDisk, StoreInMemory, virtualClock } from '@lethe/core/testing';
import type { MemoryDisk } from '@lethe/core/testing';
import type { Desk, Lock } from '../desk.ts';
import { LockRoom } from './lock-room.ts';

/** What a desk in memory shares with others, and what is special about it. */
export interface DeskInput {
  readonly host: Host;
  readonly disk?: MemoryDisk;
  readonly clock?: Clock;
  /** Without one nobody locks anything. */
  readonly locks?: LockRoom;
  /** Names this desk to the lock room, and makes its random ids its own. */
  readonly holder?: string;
  readonly rules?: Rules;
  readonly estimate?: (plan: Plan) => number;
}

/** A desk of one agent at one host, whose rights a test gives and takes. */
export class DeskInMemory implements Desk {
  readonly name = 'invented';
  readonly host: Host;
  readonly store: StoreInMemory;
  readonly rules: Rules;
  readonly guards = guardSettingsSchema.parse({});
  readonly holds = [];
  readonly askedBy = 'outside';
  readonly clock: Clock;
  readonly lock?: (person: PersonId, run: string) => Promise<Lock>;
  readonly estimate?: (plan: Plan) => number;
  /** Who asks, by now. */
  who: Actor = { id: 'agent-1', groups: [], administrator: true };
  /** Who may do what, by now. */
  allowed: Permissions | undefined = administratorsOnly;
  readonly #holder: string;
  readonly #locks: LockRoom | undefined;
  #made = 0;

  constructor({ host, disk = memoryDisk(), clock = virtualClock(), locks, holder = 'tab-1', ...rest }: DeskInput) {
    this.host = host;
    this.store = new StoreInMemory(disk);
    this.rules = rest.rules ?? defaultRules;
    this.clock = clock;
    this.#holder = holder;
    this.#locks = locks;
    if (locks !== undefined) this.lock = async (person, run) => locks.take(person, { holder, run });
    if (rest.estimate !== undefined) this.estimate = rest.estimate;
  }

  async actor(): Promise<Actor> {
    return this.who;
  }

  async permissions(): Promise<Permissions | undefined> {
    return this.allowed;
  }

  random(bytes: number): Uint8Array {
    this.#made += 1;
    return new Uint8Array(bytes).map((_, at) => (this.#made * 31 + at * 7 + this.#holder.length) % 256);
  }

  uuid(): string {
    this.#made += 1;
    return `${this.#holder}-${String(this.#made)}`;
  }

  /** Its process is killed: it will not write another word, and what it had taken stays taken. */
  async die(): Promise<void> {
    this.#locks?.bury(this.#holder);
    await this.store.close();
  }
}
