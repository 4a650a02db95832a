import { certificateRoutes } from '../certificate/certificate-routes.ts';
import type { Routes } from '../http/routes.ts';
import { approvalRoutes } from './approval-routes.ts';
import { entryRoutes } from '../entry/entry-routes.ts';
import { entrySecretRoutes } from '../entry/entry-secret-routes.ts';
import { eventRoutes } from './event-routes.ts';
import { figuresRoutes } from './figures-routes.ts';
import { hostKindRoutes } from './host-kind-routes.ts';
import { hostRoutes } from './host-routes.ts';
import { linksRoutes } from './links-routes.ts';
import { ledgerRoutes } from './ledger-routes.ts';
import { pageRoutes } from './page-routes.ts';
import { peopleRoutes } from './people-routes.ts';
import { reviewRoutes } from './review-routes.ts';
import { runRoutes } from './run-routes.ts';
import { settingsCheckRoutes } from './settings-check-routes.ts';
import { settingsRoutes } from './settings-routes.ts';
import { switchRoutes } from './switch-routes.ts';
import { watchRoutes } from './watch-routes.ts';
import { noticeRoutes } from '../notices/notice-routes.ts';
import { workOn } from './work.ts';
import type { WorkOptions } from './work.ts';

/** Everything the API does. What it looks up in the background ends with the server. */
export function apiRoutes(...given: Parameters<Routes>): ReturnType<Routes> {
  return apiRoutesWith()(...given);
}

/** The same with hosts, names and times as a test has them. */
export function apiRoutesWith(options: WorkOptions = {}): Routes {
  return (app, ground) => {
    const work = workOn(ground, options);
    app.addHook('onSend', async (_request, reply) => {
      void reply.header('cache-control', 'no-store');
    });
    app.addHook('preClose', async () => work.inquiring.close());
    for (const add of [hostRoutes, hostKindRoutes, peopleRoutes, pageRoutes, reviewRoutes, approvalRoutes, runRoutes])
      add(app, work);
    for (const add of [entryRoutes, entrySecretRoutes, certificateRoutes]) add(app, work);
    for (const add of [
      eventRoutes,
      figuresRoutes,
      ledgerRoutes,
      settingsRoutes,
      settingsCheckRoutes,
      linksRoutes,
      switchRoutes,
      watchRoutes,
      noticeRoutes,
    ])
      add(app, work);
  };
}
