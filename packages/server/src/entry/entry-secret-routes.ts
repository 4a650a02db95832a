import { z } from 'zod';
import { API, byName, hostName, moment, none, operatorId } from '../api/shapes.ts';
import type { Work } from '../api/work.ts';
import { originOf } from '../http/origin.ts';
import { Refusal } from '../http/refusal.ts';
import type { App } from '../http/routes.ts';
import { signedIn } from '../sign-in/session-routes.ts';

const tags = ['hosts'];
const administrators = { needs: 'administrator' } as const;
const renewing = { needs: 'administrator', fresh: true } as const;

const entrySchema = z
  .strictObject({
    host: hostName,
    origin: z.string().describe('Where the pages of the host are, as browsers see them.'),
    olderUntil: moment.optional().describe('The secret before this one counts until then.'),
    changedBy: operatorId,
    changedAt: moment,
  })
  .meta({ id: 'HostEntry' });

const audience = z.string().describe('This server as browsers see it: what the host is told to lead to.');

const secretSchema = z
  .strictObject({ host: hostName, audience, secret: z.string().describe('Shown this once.') })
  .meta({ id: 'HostEntrySecret' });

const renewSchema = z.strictObject({
  origin: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('Where the pages of the host are, as browsers see them; where its API is without it.'),
  olderHours: z.int().min(0).max(168).default(24).describe('So long the secret there was goes on to count.'),
});

/** What hosts sign with who comes in from their menus, for administrators of the server. */
export function entrySecretRoutes(app: App, work: Work): void {
  const { entries } = work.ground.store.api;
  const list = {
    ...{ summary: 'From which hosts\u2019 menus agents come in', tags },
    response: { 200: z.strictObject({ audience, entries: z.array(entrySchema).readonly() }) },
  };
  app.get(`${API}/host-entries`, { config: administrators, schema: list }, async () => ({
    audience: originOf(work.ground.settings.server),
    entries: (await entries.all()).map(({ olderUntil, changedAt, ...entry }) => ({
      ...{ ...entry, changedAt: changedAt.toISOString() },
      ...(olderUntil === undefined ? {} : { olderUntil: olderUntil.toISOString() }),
    })),
  }));
  renewRoute(app, work);
  const remove = { summary: 'Let nobody in from a host\u2019s menu any more', tags, params: byName, response: none };
  app.delete(`${API}/hosts/:name/entry`, { config: administrators, schema: remove }, async (request, reply) => {
    if (!(await entries.remove(request.params.name, signedIn(request.operator).id))) throw new Refusal('not-found');
    return reply.code(204).send();
  });
}

function renewRoute(app: App, { ground, desks }: Work): void {
  const schema = {
    ...{ summary: 'A new secret for a host to sign with', tags, params: byName, body: renewSchema },
    response: { 201: secretSchema },
  };
  app.post(`${API}/hosts/:name/entry`, { config: renewing, schema }, async (request, reply) => {
    const { name: host } = request.params;
    const known = await desks.hosts.find(host);
    if (known === undefined) throw new Refusal('not-found');
    if ((await desks.hosts.agents(host)) === undefined) throw new Refusal('no-entry');
    const { origin = known.where, olderHours } = request.body;
    const olderUntil = olderHours === 0 ? undefined : new Date(ground.clock.now().getTime() + olderHours * 3_600_000);
    const by = signedIn(request.operator).id;
    const secret = await ground.store.api.entries.renew({ host, origin: new URL(origin).origin, by, olderUntil });
    return reply.code(201).send({ host, audience: originOf(ground.settings.server), secret });
  });
}
