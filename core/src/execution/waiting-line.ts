import type { HostError } from '../errors.ts';
import type { StepGroup } from '../host.ts';

interface Place {
  readonly group: StepGroup;
  /** Why it has to wait, and until when. */
  readonly held?: HostError;
}

/**
 * Groups whose calls are still to be made, in their order. One that its host makes wait steps aside until its time has come,
 * so that a ticket with too many changes holds up nothing but itself.
 */
export class WaitingLine {
  #places: readonly Place[];

  constructor(groups: readonly StepGroup[]) {
    this.#places = groups.map((group) => ({ group }));
  }

  get isEmpty(): boolean {
    return this.#places.length === 0;
  }

  /** Takes the first group that need not wait any more; nothing if all of them have to. */
  next(now: Date): StepGroup | undefined {
    const at = this.#places.findIndex(({ held }) => held === undefined || timeOf(held) <= now.getTime());
    const place = this.#places[at];
    this.#places = this.#places.filter((_, index) => index !== at);
    return place?.group;
  }

  /** Puts a group back in front of its like, to wait until the time the host named. */
  hold(group: StepGroup, held: HostError): void {
    this.#places = [{ group, held }, ...this.#places];
  }

  /** What the group says whose turn comes first. */
  get firstHeld(): HostError | undefined {
    return this.#places
      .flatMap(({ held }) => held ?? [])
      .reduce<HostError | undefined>(
        (first, one) => (first === undefined || timeOf(one) < timeOf(first) ? one : first),
        undefined,
      );
  }
}

function timeOf({ retryAt }: HostError): number {
  return retryAt?.getTime() ?? 0;
}
