import cookie from '@fastify/cookie';
import fastify, { LogController } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { ServerGround } from '../ground.ts';
import { guardRoutes } from '../guarding/access.ts';
import { requireNeeds } from '../guarding/stated-needs.ts';
import { allRoutes } from './all-routes.ts';
import { answerAlike, answerUnroutable } from './answering.ts';
import { describeRoutes, publishDescription } from './openapi.ts';
import { originOf } from './origin.ts';
import { requireReadableText } from './readable-text.ts';
import type { App, Routes } from './routes.ts';
import { sendSecurityHeaders } from './security-headers.ts';

/** The server with all its routes, not listening yet. Throws when a route does not say who may use it. */
export async function serverApp(ground: ServerGround, routes: readonly Routes[] = allRoutes): Promise<App> {
  const app = bareApp(ground);
  app.setValidatorCompiler(validatorCompiler).setSerializerCompiler(serializerCompiler);
  // Bodies are JSON, or what one set of routes says it takes.
  app.removeContentTypeParser('text/plain');
  app.decorateRequest('operator', undefined);
  requireNeeds(app);
  answerAlike(app, ground);
  await app.register(cookie);
  await sendSecurityHeaders(app, originOf(ground.settings.server));
  await guardRoutes(app, ground);
  requireReadableText(app);
  await describeRoutes(app, '0.1.0');
  publishDescription(app);
  for (const add of routes) await app.register(async (scope: App) => add(scope, ground));
  await app.ready();
  return app;
}

function bareApp(ground: ServerGround): App {
  const { trustedProxies, limits } = ground.settings.server;
  return fastify({
    loggerInstance: ground.log,
    // `answerAlike` writes the one line there is of a request.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => ground.uuid(),
    frameworkErrors: answerUnroutable,
    // Forwarded addresses are believed of those proxies alone, and of nobody where none is named.
    trustProxy: trustedProxies.length === 0 ? false : trustedProxies,
    bodyLimit: limits.bodyKilobytes * 1024,
    exposeHeadRoutes: false,
    requestTimeout: 60_000,
    keepAliveTimeout: 75_000,
    forceCloseConnections: 'idle',
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    routerOptions: { maxParamLength: 200 },
    http: { maxHeaderSize: 16_384, headersTimeout: 20_000 },
  }).withTypeProvider<ZodTypeProvider>();
}
