import type { HostKind } from '@lethe/hosts';
import { z } from 'zod';
import type { App } from '../http/routes.ts';
import { fieldsOf } from '../work/host-fields.ts';
import { requireKeys } from '../work/host-keys.ts';
import { hostKeys, hostSettings, preflightOf, preflightSchema, unableIn, unableSchema } from './preflight.ts';
import { API } from './shapes.ts';
import type { Work } from './work.ts';

const tags = ['hosts'];

const hostKindSchema = z
  .strictObject({
    kind: z.string(),
    domains: z.array(z.string()).readonly().optional().describe('Where hosts of this kind are; without, anywhere.'),
    fields: z
      .array(z.strictObject({ path: z.string(), type: z.enum(['text', 'key', 'fixed']), value: z.string().optional() }))
      .readonly()
      .describe('What has to be written about one; everything else has a default.'),
    profiles: z
      .array(z.strictObject({ when: z.string(), cannot: z.array(unableSchema).readonly() }))
      .readonly()
      .describe('What hosts of this kind cannot blank, by what that depends on.'),
  })
  .meta({ id: 'HostKind' });

/** Which kinds of hosts there are, and what one would say that was not added yet. */
export function hostKindRoutes(app: App, { desks }: Work): void {
  const list = {
    ...{ summary: 'Every kind of host that can be added', tags },
    response: { 200: z.strictObject({ kinds: z.array(hostKindSchema).readonly() }) },
  };
  app.get(`${API}/host-kinds`, { config: { needs: 'configure' }, schema: list }, () => ({
    kinds: desks.hosts.kinds().map(shownKind),
  }));
  const body = z.strictObject({ kind: z.string().max(40), settings: hostSettings, keys: hostKeys });
  const check = { summary: 'A preflight of a host before it is added; nothing is kept', tags, body };
  const options = {
    config: { needs: 'configure', fresh: true },
    schema: { ...check, response: { 200: preflightSchema } },
  } as const;
  app.post(`${API}/host-checks`, options, async (request) => {
    const { kind, settings, keys } = request.body;
    const given = new Map(Object.entries(keys));
    const host = desks.hosts.checked(kind, settings);
    requireKeys({ settings, keys: given, kept: [], moved: true });
    return preflightOf(async () => desks.hosts.openOnce(host, given));
  });
}

function shownKind(kind: HostKind): z.infer<typeof hostKindSchema> {
  return {
    ...{ kind: kind.kind, fields: [...fieldsOf(kind)] },
    ...(kind.domains === undefined ? {} : { domains: [...kind.domains] }),
    profiles: kind.profiles.map(({ when, profile }) => ({ when, cannot: unableIn(profile) })),
  };
}
