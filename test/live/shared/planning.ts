import { z } from 'zod';
import type { Place } from '../../cli/place.ts';
import { plain } from './cast.ts';
import type { Cast } from './cast.ts';

/** Rules by which texts she wrote by these ways and fields she filled in go whole, too. */
export function strictRules(...channels: readonly string[]): string {
  const spots = 'spots:\n  dossier.field: { opened-by-mail: blank, opened: blank }\n';
  return `name: strict\nwholeMessageChannels: [${channels.join(', ')}]\n${spots}`;
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

/** The plan for one person, as `lethe plan --json` shows it. */
export async function planOf(
  { place, config }: { readonly place: Place; readonly config: string },
  person: number,
  also: readonly string[],
): Promise<ShownPlan> {
  const ended = await place.run('--config', config, '--json', 'plan', '--id', String(person), '--also', ...also);
  const [first] = planned.parse(ended.json()).people;
  if (first === undefined) throw new Error('lethe planned for nobody.');
  return first;
}

/** What a reviewer adds: the lone family name, the number that is filed without its country, and the addresses no card shows. */
export function alsoOf({ target }: Cast): readonly string[] {
  return [target.lastName, `+420 ${target.mobile}`, target.secondAddress, target.thirdAddress];
}

/** What a world says must be gone, and what must stay. */
interface Marked {
  readonly cast: Cast;
  readonly secrets: readonly string[];
  readonly outgoing: readonly string[];
}

/**
 * What must be gone for good. Notes among colleagues and notes on what she only watches are not mail to her: they stay.
 * The family name alone, in small letters and without its accents, is more than the finder claims (core/src/finding/README.md).
 */
export function secretsIn({ cast, secrets, outgoing }: Marked): readonly string[] {
  const lone = plain(cast.target.lastName).toLowerCase();
  const mailed = outgoing.filter((word) => !isAmongColleagues(word));
  return [...secrets, ...mailed].filter((secret) => secret.toLowerCase() !== lone);
}

/** Whether a word stands in a note that is no mail to her. */
export function isAmongColleagues(word: string): boolean {
  return /^told(?:private|watched)/.test(word);
}
