import { timingSafeEqual, createHash } from 'node:crypto';
import { z } from 'zod';
import type { ServerGround } from '../ground.ts';
import { Refusal } from '../http/refusal.ts';
import type { App, Routes } from '../http/routes.ts';
import type { Metrics } from './metrics.ts';
import { readyNow, readyShape } from './ready.ts';

/** Whether the process lives, whether it can do its work, and its figures. */
export function operationsRoutes(metrics: Metrics): Routes {
  return (app, ground) => {
    addHealth(app);
    addReady(app, ground);
    addMetrics(app, ground, metrics);
  };
}

function addHealth(app: App): void {
  const schema = {
    summary: 'Whether the process lives',
    tags: ['operations'],
    response: { 200: z.strictObject({ alive: z.literal(true) }) },
  };
  app.get('/health', { config: { needs: 'nobody' }, schema }, () => ({ alive: true as const }));
}

function addReady(app: App, ground: ServerGround): void {
  const schema = {
    summary: 'Whether database, tables, queue and sealing key are there',
    tags: ['operations'],
    response: { 200: readyShape, 503: readyShape },
  };
  app.get('/ready', { config: { needs: 'nobody' }, schema }, async (_request, reply) => {
    const checks = await readyNow(ground.store);
    return reply.code(Object.values(checks).every(Boolean) ? 200 : 503).send(checks);
  });
}

/** With a token alone; without one in the settings it is not there. */
function addMetrics(app: App, ground: ServerGround, metrics: Metrics): void {
  const { tokenFrom } = ground.settings.server.metrics;
  const schema = { summary: 'Figures for Prometheus', tags: ['operations'], hide: true };
  app.get('/metrics', { config: { needs: 'nobody' }, schema }, async (request, reply) => {
    const token = tokenFrom === undefined ? undefined : ground.secrets(tokenFrom);
    if (token === undefined || token === '') throw new Refusal('not-found');
    if (!isSame(request.headers.authorization ?? '', `Bearer ${token}`)) throw new Refusal('not-found');
    return reply.type(metrics.registry.contentType).send(await metrics.text());
  });
}

/** Takes as long for a wrong token as for a nearly right one. */
function isSame(given: string, wanted: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}
