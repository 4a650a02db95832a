import {
  caseObstacles,
  finderFor,
  identifiersFrom,
  mergeIdentifiers,
  planFor,
  plainIdentifiers,
  rulesFor,
  scopesFor,
  weakIdentifiers,
  withoutReplacements,
} from '@lethe/core';
import type {
  Dossier,
  DossierId,
  Identifiers,
  Obstacle,
  ObstacleCode,
  Person,
  Plan,
  PlanRecord,
  RunSecrets,
  WeakIdentifier,
} from '@lethe/core';
import type { Desk } from './desk.ts';
import { obstaclesTo } from './obstacles.ts';
import { openRunsAt } from './open-runs.ts';

/** A person as reviewed: what stands in the way, or the plan. */
export type Reviewed =
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
  /** Only what is filed under this dossier: the account and its other dossiers stay. */
  readonly only?: DossierId;
  /** Told of each spot as it is listed; what it throws ends the review. */
  readonly seen?: () => void;
}

/** Makes the plan for a person and stores it; changes nothing in the host. */
export async function reviewPerson(desk: Desk, person: Person, options: ReviewOptions): Promise<Reviewed> {
  const { acknowledged, also, only, seen } = options;
  const [first, ...more] = await obstaclesTo(desk, person, { phase: 'review', acknowledged });
  if (first !== undefined) return { person, obstacles: [first, ...more] };
  const filed = withoutReplacements(person.identifiers, desk.rules);
  const who = mergeIdentifiers(filed, also, ...(await knownBefore(desk, person)));
  const secrets = { identifiers: plainIdentifiers(who), key: desk.random(32) };
  const { plan, cases } = await planOf(desk, { person, who, key: secrets.key, only, seen });
  const check = { person, kind: person.kind, settings: desk.guards, acknowledged };
  const [inTheWay, ...others] = caseObstacles(cases, check);
  if (inTheWay !== undefined) return { person, obstacles: [inTheWay, ...others] };
  const record = await saved(desk, { person, plan, secrets });
  return { person, obstacles: [], record, refused: weakIdentifiers(who) };
}

interface Planning {
  readonly person: Person;
  readonly who: Identifiers;
  readonly key: Uint8Array;
  readonly only: DossierId | undefined;
  readonly seen: (() => void) | undefined;
}

/** The plan, and the cases that were listed for it. */
interface Planned {
  readonly plan: Plan;
  readonly cases: readonly Dossier[];
}

async function planOf(desk: Desk, { person, who, key, only, seen }: Planning): Promise<Planned> {
  const { host, rules } = desk;
  const about = { person: person.id, ...(only === undefined ? {} : { only }) };
  const cases = new Map<DossierId, Dossier>();
  const spots = watched(host.spots(scopesFor(host.profile, about, who)), ({ of }) => {
    seen?.();
    if (of.type === 'dossier') cases.set(of.id, of);
  });
  const mine = rulesFor(rules, person.kind);
  const breathe = desk.breathe === undefined ? {} : { breathe: async () => desk.breathe?.() };
  const input = { profile: host.profile, ...about, finder: finderFor(who), rules: mine, key, ...breathe };
  const plan = await planFor(input, spots);
  return { plan, cases: [...cases.values()] };
}

async function* watched<T>(items: AsyncIterable<T>, seen: (item: T) => void): AsyncGenerator<T> {
  for await (const item of items) {
    seen(item);
    yield item;
  }
}

interface Made {
  readonly person: Person;
  readonly plan: Plan;
  readonly secrets: RunSecrets;
}

async function saved(desk: Desk, { person, plan, secrets }: Made): Promise<PlanRecord> {
  const record: PlanRecord = {
    id: desk.uuid(),
    host: desk.name,
    person: person.id,
    personKind: person.kind,
    plan,
    reviewedBy: (await desk.actor()).id,
    reviewedAt: desk.clock.now(),
  };
  await desk.store.savePlan(record, secrets);
  return record;
}

/** What a run that stopped half-way knew: by now the host may not file the old name and addresses any more. */
async function knownBefore(desk: Desk, { id }: Person): Promise<readonly Identifiers[]> {
  const stopped = (await openRunsAt(desk)).filter(({ person }) => person === id);
  const secrets = await Promise.all(stopped.map(async ({ run }) => desk.store.secretsOf(run)));
  return secrets.flatMap((known) => (known === undefined ? [] : [identifiersFrom(known.identifiers)]));
}
