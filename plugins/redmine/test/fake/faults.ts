import type { Fault, FaultKind } from '@lethe/core/testing';

/** What happens to a call, and whether it takes effect. */
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

/** An answer that replaces the real one. */
export interface FaultAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly html?: boolean;
}

const page = '<!DOCTYPE html><html><body><h1>Sign in</h1></body></html>';

/** What the caller gets for a fault that is an answer. */
export const faultAnswers: Readonly<Record<Exclude<FaultKind, 'time-out' | 'lie' | 'half'>, FaultAnswer>> = {
  'too-fast': { status: 429, body: undefined },
  'too-fast-dated': { status: 429, body: undefined, headers: { 'Retry-After': '30' } },
  down: { status: 500, body: page, html: true },
  locked: { status: 409, body: undefined },
  gone: { status: 404, body: undefined },
  rejected: { status: 422, body: { errors: ['Subject is not valid'] } },
  'not-permitted': { status: 403, body: undefined },
  'signed-out': { status: 401, body: undefined },
  garbage: { status: 200, body: page, html: true },
};
