import { placeFor } from '../../cli/place.ts';
import type { Place } from '../../cli/place.ts';
import type { Held } from '../shared/held.ts';
import { alsoOf, isAmongColleagues, planOf, secretsIn, strictRules } from '../shared/planning.ts';
import type { ShownPlan } from '../shared/planning.ts';
import { dumpRequestTracker } from './dump.ts';
import { accessFromEnvironment, freshRequestTracker } from './environment.ts';
import { runInside } from './inside.ts';
import { buildWorld } from './world.ts';
import type { World } from './world.ts';

/** A real Request Tracker with a world in it, and `lethe` beside it. */
export interface Office {
  readonly world: World;
  readonly place: Place;
  /** The settings file of `lethe`. */
  readonly config: string;
  /** Everything Request Tracker held before anything was done. */
  readonly before: readonly Held[];
  readonly tallies: unknown;
}

/** Installs or takes out the native part, and fills a fresh Request Tracker. `address` is where `lethe` is told it is. */
export async function openOffice(native: 'on' | 'off', address: string = accessFromEnvironment().url): Promise<Office> {
  await freshRequestTracker(native);
  const access = accessFromEnvironment();
  const world = await buildWorld({ ...access, seed: 23 });
  const place = await placeFor({ RT_TOKEN: access.token });
  // She opens tickets over REST here, as a portal does for people.
  await place.write('strict.yaml', strictRules('mail', 'web', 'api'));
  const hosts = `hosts:\n  office:\n    kind: request-tracker\n    address: ${address}\n    tokenFrom: RT_TOKEN\n`;
  const config = await place.write('office.yaml', `${hosts}rules: strict.yaml\n`);
  return { world, place, config, before: await dumpRequestTracker(), tallies: await talliesOfRequestTracker() };
}

/** What Request Tracker's own reports count. */
export async function talliesOfRequestTracker(): Promise<unknown> {
  return runInside('tallies.pl', {});
}

/** The plan for the world's target. */
export async function planFor(office: Office): Promise<ShownPlan> {
  return planOf(office, office.world.numbers.target, alsoOf(office.world.cast));
}

/** What must be gone for good. */
export function secretsOf({ world }: Office): readonly string[] {
  return secretsIn(world);
}

/** What must stay, word for word. */
export function keptOf({ world }: Office): readonly string[] {
  return [...world.kept, ...world.outgoing.filter(isAmongColleagues)];
}
