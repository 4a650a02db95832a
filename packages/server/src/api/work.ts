import type { ServerGround } from '../ground.ts';
import { desksOn } from '../work/desk.ts';
import type { Desks } from '../work/desk.ts';
import type { HostDoors } from '../work/hosts.ts';
import { Inquiring } from '../work/inquiring.ts';
import { Watching } from '../work/watching.ts';

/** What the API's routes work with. */
export interface Work {
  readonly ground: ServerGround;
  readonly desks: Desks;
  readonly inquiring: Inquiring;
  readonly watching: Watching;
  readonly timeZone: string;
  readonly pulse: Pulse;
}

/** How often streams look, in milliseconds. */
export interface Pulse {
  readonly look: number;
  /** A stream says something at least so often, and looks whether its session is still open. */
  readonly heartbeat: number;
}

/** What a test has different. */
export interface WorkOptions {
  readonly doors?: HostDoors;
  readonly pulse?: Pulse;
}

/** So much is looked up at a time by one process: a review keeps a host busy for minutes. */
const bounds = { atOnce: 6, waiting: 100, perOperator: 5 };

const calm: Pulse = { look: 1_000, heartbeat: 15_000 };

/** The API's work on a server's ground. */
export function workOn(ground: ServerGround, { doors, pulse = calm }: WorkOptions = {}): Work {
  const operators = { actor: async (id: string) => ground.store.signIn.operatorNow(id) };
  return {
    ground,
    desks: desksOn(ground, operators, doors),
    inquiring: new Inquiring(ground, bounds),
    watching: new Watching(ground.queue, pulse.look),
    timeZone: ground.settings.server.timeZone,
    pulse,
  };
}
