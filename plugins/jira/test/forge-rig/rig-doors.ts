import type { Door, RigFaultKind, RigFaults } from './rig-faults.ts';

/** What carries a request out. */
export type CarryOut = () => Promise<Response>;

/** Lets requests through, or fails them as told. */
export class Doors {
  readonly #faults: RigFaults;
  readonly #late = new Map<Door, CarryOut[]>();

  constructor(faults: RigFaults) {
    this.#faults = faults;
  }

  /** One request; throws as a lost connection does. */
  async pass(door: Door, isWrite: boolean, carryOut: CarryOut): Promise<Response> {
    const overdue = this.#late.get(door) ?? [];
    this.#late.delete(door);
    const kind = this.#faults.strikes(door, isWrite);
    try {
      return await this.#through(door, kind, carryOut);
    } finally {
      for (const one of overdue) await one();
    }
  }

  async #through(door: Door, kind: RigFaultKind | undefined, carryOut: CarryOut): Promise<Response> {
    if (kind === undefined) return carryOut();
    if (kind === 'refused') return jsonResponse(500, broken);
    if (kind === 'too-fast') return jsonResponse(429, tooFast, { 'retry-after': '1' });
    if (kind === 'took-effect' || kind === 'unanswered') await carryOut();
    if (kind === 'late') this.#late.set(door, [...(this.#late.get(door) ?? []), carryOut]);
    if (kind === 'took-effect') return jsonResponse(500, broken);
    throw new TypeError('fetch failed');
  }
}

const broken = { code: 'INTERNAL_SERVER_ERROR', message: 'The rig was told to fail.' };
const tooFast = { code: 'RATE_LIMIT_EXCEEDED', message: 'The rig was told to fail.' };

/** An answer of the platform. */
export function jsonResponse(status: number, body?: unknown, headers: Readonly<Record<string, string>> = {}): Response {
  const text = body === undefined ? null : JSON.stringify(body);
  return new Response(text, { status, headers: { 'content-type': 'application/json', ...headers } });
}
