import type { Fault, FaultKind } from './testbed.ts';

/** Which of the next calls a fault strikes: one for a host that runs here, and for each fake that speaks HTTP. */
export class FaultLine {
  #fault: Fault | undefined;
  #matching = 0;

  set(fault: Fault): void {
    this.#fault = fault;
    this.#matching = 0;
  }

  clear(): void {
    this.#fault = undefined;
  }

  /** The fault that strikes this call, if any. */
  strikes(isWrite: boolean): FaultKind | undefined {
    if (this.#fault === undefined || (this.#fault.on === 'writes' && !isWrite)) return undefined;
    const { kind, after = 0, times = 1 } = this.#fault;
    this.#matching += 1;
    return this.#matching > after && this.#matching <= after + times ? kind : undefined;
  }
}
