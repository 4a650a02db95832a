import { placeFor } from '../../cli/place.ts';
import type { Place } from '../../cli/place.ts';
import { dumpRedmine } from './dump.ts';
import type { Held } from '../shared/held.ts';
import { accessFromEnvironment, freshRedmine } from './environment.ts';
import { runInside } from './inside.ts';
import { alsoOf, isAmongColleagues, planOf, secretsIn, strictRules } from '../shared/planning.ts';
import type { ShownPlan } from '../shared/planning.ts';
import { buildWorld } from './world.ts';
import type { World } from './world.ts';

/** A real Redmine with a world in it, and `lethe` beside it. */
export interface Office {
  readonly world: World;
  readonly place: Place;
  /** The settings file of `lethe`. */
  readonly config: string;
  /** Everything Redmine held before anything was done. */
  readonly before: readonly Held[];
  readonly tallies: unknown;
}

/** Installs or takes out the native part, and fills a fresh Redmine. `address` is where `lethe` is told it is. */
export async function openOffice(native: 'on' | 'off', address: string = accessFromEnvironment().url): Promise<Office> {
  await freshRedmine(native);
  const access = accessFromEnvironment();
  const world = await buildWorld({ ...access, seed: 23 });
  const place = await placeFor({ REDMINE_KEY: access.key });
  await place.write('strict.yaml', strictRules('mail', 'chat', 'web'));
  const hosts = `hosts:\n  office:\n    kind: redmine\n    address: ${address}\n    keyFrom: REDMINE_KEY\n`;
  const config = await place.write('office.yaml', `${hosts}rules: strict.yaml\n`);
  return { world, place, config, before: await dumpRedmine(), tallies: await talliesOfRedmine() };
}

/** What Redmine's own reports count, asked of Redmine's own models. */
export async function talliesOfRedmine(): Promise<unknown> {
  return runInside('tallies.rb', {});
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
  const kept = world.kept.filter((word) => !word.startsWith('keepcommit')); // she is the author of that commit
  return [...kept, ...world.outgoing.filter(isAmongColleagues)];
}
