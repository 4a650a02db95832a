import type { Agent as HttpAgent } from 'node:http';
import type { Duplex } from 'node:stream';

/** A host that does not say how long it keeps a connection open keeps it at least so long, in milliseconds. */
const UNTOLD = 4_000;
/** A write is not repeated when its connection breaks, so it gets one that was in use a moment ago, or a new one. */
const BEFORE_A_WRITE = 1_000;
/** What a call may need to get there. */
const ON_THE_WAY = 1_000;

/**
 * How long connections of one client have rested since their last answer. A host closes those nobody uses; a call that is sent just then
 * gets no answer, and nobody can tell whether it arrived. So connections rest less long than the host keeps them.
 */
export class Rests {
  readonly #since = new WeakMap<Duplex, number>();
  readonly #now: () => number;
  #kept = UNTOLD;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** A connection has nothing to do from now on. */
  begin(connection: Duplex): void {
    this.#since.set(connection, this.#now());
  }

  /** Heeds how long a host says it keeps connections: `timeout=5, max=100`. https://httpwg.org/specs/rfc2616.html#rfc.section.19.7.1.1 */
  heed(keepAlive: unknown): void {
    const [, seconds] = typeof keepAlive === 'string' ? (/\btimeout=(\d{1,6})/i.exec(keepAlive) ?? []) : [];
    if (seconds !== undefined) this.#kept = Math.min(this.#kept, Math.max(0, Number(seconds) * 1000 - ON_THE_WAY));
  }

  /** Closes what has rested too long. By the clock, not by a timer: one that rings late would hand out what the host has closed by now. */
  closeOld(agents: readonly HttpAgent[], { writes }: { readonly writes: boolean }): void {
    const longest = writes ? Math.min(this.#kept, BEFORE_A_WRITE) : this.#kept;
    const now = this.#now();
    for (const connection of freeOf(agents)) {
      if (now - (this.#since.get(connection) ?? -Infinity) >= longest) connection.destroy();
    }
  }

  /** Closes whatever rests: one of them was closed by the host, so the others may be. */
  closeAll(agents: readonly HttpAgent[]): void {
    for (const connection of freeOf(agents)) connection.destroy();
  }
}

function freeOf(agents: readonly HttpAgent[]): readonly Duplex[] {
  return agents.flatMap(({ freeSockets }) => Object.values(freeSockets).flatMap((free) => free ?? []));
}

/** Has an agent that keeps connections note since when each rests. */
export function resting<Agent extends HttpAgent>(agent: Agent, rests: Rests): Agent {
  const keep = agent.keepSocketAlive.bind(agent);
  agent.keepSocketAlive = (connection: Duplex): boolean => {
    rests.begin(connection);
    keep(connection);
    return true;
  };
  return agent;
}
