/** What a request of the app goes to. */
export type Door = 'kvs' | 'queue' | 'jira' | 'report-accounts';

/** What can go wrong with a request. */
export type RigFaultKind =
  /** Refused with 500 before anything happened. */
  | 'refused'
  /** Asked to slow down, before anything happened. */
  | 'too-fast'
  /** Nothing came back, and nothing happened: the function was killed, or the network is down. */
  | 'unsent'
  /** It took effect, and the answer is 500. */
  | 'took-effect'
  /** It took effect, and nothing came back. */
  | 'unanswered'
  /** Nothing came back, and it takes effect only after the next request to the same door. */
  | 'late';

/** A disturbance of some of the next requests. */
export interface RigFault {
  readonly kind: RigFaultKind;
  readonly on: Door;
  /** Only requests that write. */
  readonly writesOnly?: boolean;
  /** How many requests go well before it; 0 if not said. */
  readonly after?: number;
  /** How many it hits; 1 if not said. `Infinity`: all from then on. */
  readonly times?: number;
}

/** Which of the next requests go wrong; several faults may be set up. */
export class RigFaults {
  #set: { readonly fault: RigFault; matching: number }[] = [];

  set(...faults: readonly RigFault[]): void {
    this.#set = faults.map((fault) => ({ fault, matching: 0 }));
  }

  clear(): void {
    this.#set = [];
  }

  /** The fault that strikes this request, if any. */
  strikes(door: Door, isWrite: boolean): RigFaultKind | undefined {
    const hit = this.#set.filter(({ fault }) => fault.on === door && (isWrite || fault.writesOnly !== true));
    for (const one of hit) one.matching += 1;
    const struck = hit.find(({ fault: { after = 0, times = 1 }, matching }) => {
      return matching > after && matching <= after + times;
    });
    return struck?.fault.kind;
  }
}
