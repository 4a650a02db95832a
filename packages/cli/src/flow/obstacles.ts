import { missingRight, obstaclesFor, rightsOf } from '@lethe/core';
import type { GuardPhase, Obstacle, ObstacleCode, OpenRun, Person, Right, RunRecord } from '@lethe/core';
import type { NamedHost, Session } from '../session.ts';
import { Stop } from '../stop.ts';
import { otherKindsOf } from './lookup.ts';

/** When, for which run, and what the reviewer has acknowledged. */
export interface Asking {
  readonly phase: GuardPhase;
  readonly run?: string;
  readonly acknowledged: readonly ObstacleCode[];
}

/** A person in a host, and the session they are dealt with in. */
export interface Concerned {
  readonly session: Session;
  readonly named: NamedHost;
  readonly person: Person;
}

/** Everything that stands in the way of this person now: rights, then guards. Asked at review and again at the run. */
export async function obstaclesTo({ session, named, person }: Concerned, asking: Asking): Promise<readonly Obstacle[]> {
  const { name, host } = named;
  const { settings } = session;
  const store = await session.store();
  const open = await store.runs({ open: true, host: name });
  const missing = rightObstacle(session, asking.phase === 'review' ? 'preview' : 'run');
  const facts = {
    person,
    alsoKnownAs: await otherKindsOf(host, person),
    askedBy: 'outside' as const,
    openRuns: open.filter((one) => !givesWay(one, person)).map(openRunOf),
    otherAdministrators: person.lastAdministrator ? 0 : 1,
    holds: settings.holds[name] ?? [],
    replacementName: settings.rules.replacement.name,
    settings: settings.guards,
    ...(asking.run === undefined ? {} : { run: asking.run }),
  };
  return [...missing, ...obstaclesFor(facts, asking)];
}

/** A run of this person that stopped: the new plan covers what it left, and takes its place. */
function givesWay({ state, plan }: RunRecord, person: Person): boolean {
  return state === 'stopped' && plan.person === person.id;
}

function openRunOf({ id, plan, state }: RunRecord): OpenRun {
  return {
    run: id,
    person: plan.person,
    kind: plan.personKind,
    state: state === 'stopped' ? 'stopped' : 'in-progress',
  };
}

/** Throws `Stop` if whoever works the command line lacks a right. */
export function requireRight(session: Session, right: Right): void {
  const [missing] = rightObstacle(session, right);
  if (missing !== undefined) throw new Stop('obstacle', missing.says, missing.remedy);
}

/** The right a command needs, if whoever works it lacks it. */
export function rightObstacle({ settings: { operator, permissions } }: Session, right: Right): readonly Obstacle[] {
  const missing = missingRight({ ...operator, rights: rightsOf(operator, permissions) }, right);
  return missing === undefined ? [] : [missing];
}
