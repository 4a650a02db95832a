import type { HostError } from '../errors.ts';
import type { StepGroup } from '../host.ts';

interface Held {
  readonly group: StepGroup;
  /** Why it has to wait, and until when. */
  readonly why: HostError;
}

/**
 * Groups whose calls are still to be made, in their order. One that its host makes wait steps aside until its time has come,
 * so that a ticket with too many changes holds up nothing but itself.
 */
export class WaitingLine {
  readonly #groups: readonly StepGroup[];
  readonly #held: Held[] = [];
  #taken = 0;

  constructor(groups: readonly StepGroup[]) {
    this.#groups = groups;
  }

  get isEmpty(): boolean {
    return this.#held.length === 0 && this.#taken >= this.#groups.length;
  }

  /** Takes a group whose time has come, else the next that nobody holds; nothing if all of them have to wait. */
  next(now: Date): StepGroup | undefined {
    const at = this.#held.findIndex(({ why }) => timeOf(why) <= now.getTime());
    if (at >= 0) return this.#held.splice(at, 1)[0]?.group;
    const group = this.#groups[this.#taken];
    if (group !== undefined) this.#taken += 1;
    return group;
  }

  /** Puts a group back in front of its like, to wait until the time the host named. */
  hold(group: StepGroup, why: HostError): void {
    this.#held.unshift({ group, why });
  }

  /** What the group says whose turn comes first. */
  get firstHeld(): HostError | undefined {
    return this.#held.reduce<HostError | undefined>(
      (first, { why }) => (first === undefined || timeOf(why) < timeOf(first) ? why : first),
      undefined,
    );
  }
}

function timeOf({ retryAt }: HostError): number {
  return retryAt?.getTime() ?? 0;
}
