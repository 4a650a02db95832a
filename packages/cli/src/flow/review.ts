import { randomBytes, randomUUID } from 'node:crypto';
import {
  finderFor,
  identifiersFrom,
  mergeIdentifiers,
  planFor,
  plainIdentifiers,
  scopesFor,
  weakIdentifiers,
} from '@lethe/core';
import type { Identifiers, ObstacleCode, Obstacle, Person, PlanRecord, WeakIdentifier } from '@lethe/core';
import type { NamedHost, Session } from '../session.ts';
import { obstaclesTo } from './obstacles.ts';
import type { Concerned } from './obstacles.ts';

/** A person as reviewed: what stands in the way, or the plan. */
export type Review =
  | { readonly person: Person; readonly obstacles: readonly [Obstacle, ...Obstacle[]] }
  | {
      readonly person: Person;
      readonly obstacles: readonly [];
      readonly record: PlanRecord;
      /** Identifiers that say too little to be looked for. */
      readonly refused: readonly WeakIdentifier[];
    };

/** What a review may take into account. */
export interface ReviewOptions {
  readonly acknowledged: readonly ObstacleCode[];
  /** Further identifiers of the person that the host does not file: an old name, a private address. */
  readonly also: Identifiers;
}

/** Makes the plan for a person and stores it; changes nothing in the host. */
export async function review(concerned: Concerned, { acknowledged, also }: ReviewOptions): Promise<Review> {
  const { session, named, person } = concerned;
  const { name, host } = named;
  const [first, ...more] = await obstaclesTo(concerned, { phase: 'review', acknowledged });
  if (first !== undefined) return { person, obstacles: [first, ...more] };
  const who = mergeIdentifiers(person.identifiers, also, ...(await knownBefore(session, named, person)));
  const key = randomBytes(32);
  const finder = finderFor(who);
  const spots = host.spots(scopesFor(host.profile, person.id, who));
  const plan = await planFor({ profile: host.profile, person: person.id, finder, rules: session.rules, key }, spots);
  const record: PlanRecord = {
    id: randomUUID(),
    host: name,
    person: person.id,
    personKind: person.kind,
    plan,
    reviewedBy: session.settings.operator.id,
    reviewedAt: new Date(),
  };
  await (await session.store()).savePlan(record, { identifiers: plainIdentifiers(who), key });
  return { person, obstacles: [], record, refused: weakIdentifiers(who) };
}

/** What a run that stopped half-way knew: by now the host may not file the old name and addresses any more. */
async function knownBefore(session: Session, { name }: NamedHost, { id }: Person): Promise<readonly Identifiers[]> {
  const store = await session.store();
  const stopped = (await store.runs({ open: true, host: name })).filter((run) => run.plan.person === id);
  const secrets = await Promise.all(stopped.map((run) => store.secretsOf(run.id)));
  return secrets.flatMap((known) => (known === undefined ? [] : [identifiersFrom(known.identifiers)]));
}
