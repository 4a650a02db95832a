import { HostError, RuleError, spotKinds } from '@lethe/core';
import type { Host, HostProfile } from '@lethe/core';
import { z } from 'zod';
import { obstacleSchema, shownObstacle } from './shapes.ts';

/** What a host calls things. */
export const wordsSchema = z.strictObject({ person: z.string(), dossier: z.string(), message: z.string() });

/** A kind of spot a host cannot blank, in the words of its profile. */
export const unableSchema = z
  .strictObject({ kind: z.enum(spotKinds), because: z.string(), instead: z.string().optional() })
  .meta({ id: 'Unable' });

/** Whether a host can be used now, and what it can never do. */
export const preflightSchema = z
  .strictObject({
    ready: z.boolean(),
    obstacles: z.array(obstacleSchema).readonly(),
    cannot: z.array(unableSchema).readonly().describe('What this host cannot blank.'),
    words: wordsSchema.optional(),
  })
  .meta({ id: 'Preflight' });

/** Settings of a host as somebody sends them. */
export const hostSettings = z.looseObject({}).describe('As in the settings file, without `kind`.');

/** Keys of a host as somebody sends them. */
export const hostKeys = z
  .record(z.string().regex(/^[A-Za-z_][A-Za-z0-9_]{0,63}$/), z.string().min(1).max(8192))
  .default({})
  .describe('Keys by the variables the settings name. Sealed, and never answered again.');

/** Asks a host everything that keeps it from being used now; one that cannot be opened is one obstacle. */
export async function preflightOf(open: () => Promise<Host>): Promise<z.infer<typeof preflightSchema>> {
  try {
    const host = await open();
    const obstacles = (await host.preflight()).map(shownObstacle);
    const { profile } = host;
    return { ready: obstacles.length === 0, obstacles, cannot: unableIn(profile), words: { ...profile.words } };
  } catch (error) {
    if (!(error instanceof HostError || error instanceof RuleError)) throw error;
    const remedy = 'Look at the address, the keys and the rights of this host, then try again.';
    return { ready: false, obstacles: [{ code: 'host-setting', says: error.message, remedy }], cannot: [] };
  }
}

/** Every kind of spot a profile says it can do nothing to, with its reason. */
export function unableIn({ abilities }: HostProfile): z.infer<typeof unableSchema>[] {
  return spotKinds.flatMap((kind) => {
    const ability = abilities[kind];
    if (ability.can !== 'nothing') return [];
    const { because, instead } = ability;
    return [{ kind, because, ...(instead === undefined ? {} : { instead }) }];
  });
}
