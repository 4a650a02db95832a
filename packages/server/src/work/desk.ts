import { setImmediate } from 'node:timers/promises';
import type { Actor, Identifiers, Obstacle, RunRecord } from '@lethe/core';
import { rightObstacle } from '@lethe/review';
import type { Desk } from '@lethe/review';
import { Agents } from '../entry/agents.ts';
import type { ServerGround } from '../ground.ts';
import { Refusal } from '../http/refusal.ts';
import { documentKinds, Documents } from './documents.ts';
import { Hosts } from './hosts.ts';
import type { HostDoors } from './hosts.ts';
import { nobody } from './operators.ts';
import type { Operators } from './operators.ts';
import { suppress } from '../watch/suppress.ts';

/** Where every request and every run gets its desk. */
export interface Desks {
  readonly documents: Documents;
  readonly hosts: Hosts;
  readonly agents: Agents;
  /** A desk of somebody at a host; rules and holds as they are now, rights as they are whenever they are asked. */
  deskFor(host: string, actor: Actor): Promise<Desk>;
  /** The desk a run is carried out at: of whoever asked for it, with everything that may have changed since asked again. */
  deskForRun(run: RunRecord): Promise<Desk>;
}

/** Desks on a server's ground. `doors` differ in tests alone. */
export function desksOn(ground: ServerGround, operators: Operators, doors?: HostDoors): Desks {
  const documents = new Documents(ground);
  const hosts = new Hosts(ground, documents, doors);
  const place = { ground, operators, documents, hosts, agents: new Agents(ground, hosts) };
  return {
    documents,
    hosts,
    agents: place.agents,
    deskFor: async (host, { id }) => deskAt(place, host, { id, further: async () => [] }),
    deskForRun: async (run) =>
      deskAt(place, run.plan.host, { id: run.approval.by, further: async () => runObstacles(place, run) }),
  };
}

interface Place {
  readonly ground: ServerGround;
  readonly operators: Operators;
  readonly documents: Documents;
  readonly hosts: Hosts;
  readonly agents: Agents;
}

interface Sitting {
  readonly id: string;
  readonly further: () => Promise<readonly Obstacle[]>;
}

async function deskAt(place: Place, name: string, { id, further }: Sitting): Promise<Desk> {
  const { ground, operators, documents, hosts } = place;
  const from = (await operators.actor(id))?.from;
  // Whoever came from a host's menu has no business anywhere else.
  if (from !== undefined && from.host !== name) throw new Refusal('not-found');
  const opened = await hosts.open(name);
  if (opened === undefined) throw new Refusal('not-found');
  const [rules, guards, holds] = await Promise.all([
    documents.current(documentKinds.rules),
    documents.current(documentKinds.guards),
    documents.current(documentKinds.holds),
  ]);
  return {
    ...opened,
    store: ground.store,
    rules: rules.document,
    guards: guards.document,
    holds: holds.document[name] ?? [],
    askedBy: from?.account ?? 'outside',
    actor: async () => (await operators.actor(id)) ?? nobody(id),
    permissions: async () => (await documents.current(documentKinds.permissions)).document,
    forbids: async (right) => [
      ...(from === undefined ? [] : await place.agents.obstacles(from)),
      ...(right === 'run' ? [...(await killed(ground)), ...(await further())] : []),
    ],
    beforeChange: async (run: RunRecord, who: Identifiers) => suppress({ ground, documents }, { run, who }),
    ...aroundIn(ground),
  };
}

function aroundIn(ground: ServerGround): Pick<Desk, 'clock' | 'random' | 'uuid' | 'breathe'> {
  return {
    clock: ground.clock,
    random: (bytes) => ground.random(bytes),
    uuid: () => ground.uuid(),
    // Requests that came meanwhile have their turn.
    breathe: async () => setImmediate(),
  };
}

async function killed({ store }: ServerGround): Promise<readonly Obstacle[]> {
  return (await store.api.killSwitch.state()).thrown ? [forbidden] : [];
}

/** A run goes on only while it stands on an approval, and whoever gave the second word still may. */
async function runObstacles(
  { ground, operators, documents }: Place,
  { plan }: RunRecord,
): Promise<readonly Obstacle[]> {
  const asked = await ground.store.api.approvals.ofPlan(plan.id);
  // A run that was begun on the command line has its approval there.
  if (asked === undefined) return [];
  if (asked.state !== 'granted') return [notApproved];
  if (!asked.needsSecond) return [];
  if (asked.secondBy === undefined || asked.secondBy === asked.approval.by) return [notApproved];
  const second = (await operators.actor(asked.secondBy)) ?? nobody(asked.secondBy);
  const permissions = (await documents.current(documentKinds.permissions)).document;
  return rightObstacle(second, permissions, 'approve') === undefined ? [] : [secondLost];
}

const forbidden: Obstacle = {
  code: 'right-missing',
  says: 'The kill switch is thrown: no run may change anything.',
  remedy: 'An administrator can release it; then resume the run.',
};

const notApproved: Obstacle = {
  code: 'right-missing',
  says: 'This run is not approved by a second person.',
  remedy: 'Review the person again, and have somebody else approve it.',
};

const secondLost: Obstacle = {
  code: 'right-missing',
  says: 'Whoever approved this run as the second person may not do so any more.',
  remedy: 'Call the run off, review the person again, and have somebody else approve it.',
};
