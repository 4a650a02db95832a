import type { Obstacle, PersonId } from '@lethe/core';
import type { Lock } from '../desk.ts';

/** Where several desks of one account take people for a run, as tabs and agents do. */
export class LockRoom {
  readonly #held = new Map<PersonId, Hold>();
  readonly #dead = new Set<string>();

  /** Takes a person, also one whose holder has died while the same run was under way. */
  take(person: PersonId, hold: Hold): Lock {
    const known = this.#held.get(person);
    const isFree = known === undefined || (known.run === hold.run && this.#dead.has(known.holder));
    if (!isFree) return { obstacle: taken, release: () => Promise.resolve() };
    this.#held.set(person, hold);
    return {
      release: async () => {
        if (this.#held.get(person) === hold) this.#held.delete(person);
      },
    };
  }

  /** Its holder was killed: what it held stays held. */
  bury(holder: string): void {
    this.#dead.add(holder);
  }

  /** Who holds a person now. */
  holderOf(person: PersonId): string | undefined {
    return this.#held.get(person)?.holder;
  }
}

/** Who holds a person, and for which run. */
export interface Hold {
  readonly holder: string;
  readonly run: string;
}

const taken: Obstacle = {
  code: 'run-in-progress',
  says: 'Another agent has taken this person.',
  remedy: 'Wait until they are done.',
};
