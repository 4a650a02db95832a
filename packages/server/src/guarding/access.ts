import { Refusal } from '../http/refusal.ts';
import type { App } from '../http/routes.ts';

/** Lets nobody through to a route they may not use. */
export function guardRoutes(app: App): void {
  app.addHook('onRequest', async ({ routeOptions, is404 }) => {
    if (!is404 && routeOptions.config.needs !== 'nobody') throw new Refusal('not-signed-in');
  });
}
