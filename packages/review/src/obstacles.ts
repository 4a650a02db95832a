import { obstaclesFor, rulesFor } from '@lethe/core';
import type { GuardPhase, Obstacle, ObstacleCode, OpenRun, Person } from '@lethe/core';
import type { Desk } from './desk.ts';
import { openRunsAt } from './open-runs.ts';
import { otherAccountsOf, sharesAddress } from './lookup.ts';
import { rightObstacles } from './rights.ts';

/** When, for which run, and what the reviewer has acknowledged. */
export interface Asking {
  readonly phase: GuardPhase;
  readonly run?: string;
  readonly acknowledged: readonly ObstacleCode[];
}

/** Everything that stands in the way of this person now: rights, then guards. Asked at review and again at the run. */
export async function obstaclesTo(desk: Desk, person: Person, asking: Asking): Promise<readonly Obstacle[]> {
  const { name, host, store, rules } = desk;
  const missing = await rightObstacles(desk, asking.phase === 'review' ? 'preview' : 'run');
  const open = await openRunsAt({ name, store });
  const others = await otherAccountsOf(host, person);
  const facts = {
    person,
    alsoKnownAs: others.map(({ kind }) => kind),
    sharesAddress: sharesAddress(others, person),
    askedBy: desk.askedBy,
    openRuns: open.filter((one) => !givesWay(one, person)),
    otherAdministrators: person.lastAdministrator ? 0 : 1,
    holds: desk.holds,
    replacementName: rulesFor(rules, person.kind).replacement.name,
    settings: desk.guards,
    ...(asking.run === undefined ? {} : { run: asking.run }),
  };
  return [...missing, ...obstaclesFor(facts, asking)];
}

/** A run of this person that stopped: the new plan covers what it left, and takes its place. */
function givesWay({ state, person }: OpenRun, { id }: Person): boolean {
  return state === 'stopped' && person === id;
}
