import { z } from 'zod';
import { placeFor } from '../../cli/place.ts';
import type { Place } from '../../cli/place.ts';
import { dumpRedmine } from './dump.ts';
import type { Held } from '../shared/held.ts';
import { accessFromEnvironment, freshRedmine } from './environment.ts';
import { runInside } from './inside.ts';
import { plain } from '../shared/cast.ts';
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
  await place.write('strict.yaml', strictRules);
  const hosts = `hosts:\n  office:\n    kind: redmine\n    address: ${address}\n    keyFrom: REDMINE_KEY\n`;
  const config = await place.write('office.yaml', `${hosts}rules: strict.yaml\n`);
  return { world, place, config, before: await dumpRedmine(), tallies: await talliesOfRedmine() };
}

/** Texts she wrote on the web and fields she filled in go whole, too. */
const strictRules =
  'name: strict\nwholeMessageChannels: [mail, chat, web]\nspots:\n  dossier.field: { opened-by-mail: blank }\n';

/** What Redmine's own reports count, asked of Redmine's own models. */
export async function talliesOfRedmine(): Promise<unknown> {
  return runInside('tallies.rb', {});
}

const planned = z.looseObject({
  people: z.array(
    z.looseObject({
      confirm: z.string(),
      plan: z.looseObject({
        steps: z.array(z.looseObject({ spot: z.string(), kind: z.string() })),
        gaps: z.array(z.looseObject({ spot: z.string(), kind: z.string(), label: z.string(), because: z.string() })),
        remains: z.array(z.looseObject({ kind: z.string(), where: z.string() })),
      }),
    }),
  ),
});
export type ShownPlan = z.infer<typeof planned>['people'][number];

/** The plan for the world's target, as `lethe plan --json` shows it. */
export async function planFor({ place, config, world }: Office): Promise<ShownPlan> {
  const ended = await place.run(
    '--config',
    config,
    '--json',
    'plan',
    '--id',
    String(world.numbers.target),
    '--also',
    ...alsoOf(world),
  );
  const [person] = planned.parse(ended.json()).people;
  if (person === undefined) throw new Error('lethe planned for nobody.');
  return person;
}

/** What a reviewer adds: the lone family name, the number that is filed without its country, and the addresses REST does not show. */
function alsoOf({ cast: { target } }: World): readonly string[] {
  return [target.lastName, `+420 ${target.mobile}`, target.secondAddress, target.thirdAddress];
}

/**
 * What must be gone for good. Private notes among colleagues and notes on issues she only watches are not mail to her: they stay.
 * The family name alone, in small letters and without its accents, is more than the finder claims (core/src/finding/README.md).
 */
export function secretsOf({ world }: Office): readonly string[] {
  const lone = plain(world.cast.target.lastName).toLowerCase();
  const outgoing = world.outgoing.filter((word) => !isAmongColleagues(word));
  return [...world.secrets, ...outgoing].filter((secret) => secret.toLowerCase() !== lone);
}

/** What must stay, word for word. */
export function keptOf({ world }: Office): readonly string[] {
  const kept = world.kept.filter((word) => !word.startsWith('keepcommit')); // she is the author of that commit
  return [...kept, ...world.outgoing.filter(isAmongColleagues)];
}

function isAmongColleagues(word: string): boolean {
  return /^told(?:private|watched)/.test(word);
}
