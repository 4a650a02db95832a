import type { App } from '../http/routes.ts';

/** Refuses a route that does not say who may use it, before the server starts: nothing is open by being forgotten. */
export function requireNeeds(app: App): void {
  app.addHook('onRoute', ({ method, url, config }) => {
    if (config?.needs !== undefined) return;
    throw new TypeError('A route does not state its needs.', { cause: { method, url } });
  });
}
