import { HostError } from '../errors.ts';
import type { HostErrorCode } from '../errors.ts';
import type { Clock } from '../execution/run.ts';
import type { Receipt } from '../host.ts';
import { FaultLine } from './fault-line.ts';
import type { Fault, FaultKind, Faults } from './testbed.ts';

const LATER = 30_000;
const codes: Readonly<Record<Exclude<FaultKind, 'lie' | 'half'>, HostErrorCode>> = {
  'too-fast': 'too-fast',
  'too-fast-dated': 'too-fast',
  down: 'down',
  'time-out': 'down',
  locked: 'locked',
  gone: 'gone',
  rejected: 'rejected',
  'not-permitted': 'not-permitted',
  'signed-out': 'signed-out',
  garbage: 'unreadable',
};

/** Counts the calls of a host that runs in this process, and makes them fail as told. */
export class Disturbance implements Faults {
  readonly impossible = {};
  readonly #clock: Clock;
  readonly #line = new FaultLine();
  #reads = 0;
  #writes = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get calls(): { readonly all: number; readonly writes: number } {
    return { all: this.#reads + this.#writes, writes: this.#writes };
  }

  set(fault: Fault): void {
    this.#line.set(fault);
  }

  clear(): void {
    this.#line.clear();
  }

  /** Stands before each reading call; throws `HostError` if it is to fail. */
  read(): void {
    this.#reads += 1;
    const kind = this.#line.strikes(false);
    if (kind !== undefined && kind !== 'lie' && kind !== 'half') throw this.#errorOf(kind);
  }

  /** Stands around each writing call, whose steps are done by `act`; throws `HostError` if it is to fail. */
  write<Step extends { readonly id: Receipt['step'] }>(
    steps: readonly Step[],
    act: (steps: readonly Step[]) => readonly Receipt[],
  ): readonly Receipt[] {
    this.#writes += 1;
    const kind = this.#line.strikes(true);
    if (kind === undefined) return act(steps);
    if (kind === 'lie') return steps.map(({ id }) => ({ step: id, claim: 'done' }));
    if (kind === 'half') return [...act(steps.slice(0, 1)), ...steps.slice(1).map(refusal)];
    if (kind === 'time-out') act(steps);
    throw this.#errorOf(kind);
  }

  #errorOf(kind: keyof typeof codes): HostError {
    const retryAt = kind === 'too-fast-dated' ? { retryAt: new Date(this.#clock.now().getTime() + LATER) } : {};
    return new HostError(codes[kind], 'The invented host was told to fail: clear the fault.', retryAt);
  }
}

function refusal({ id }: { readonly id: Receipt['step'] }): Receipt {
  return { step: id, claim: 'refused', code: 'rejected', remedy: 'Clear the fault of the invented host.' };
}
