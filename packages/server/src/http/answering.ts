import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ServerGround } from '../ground.ts';
import { isForm, sendProblemPage } from './forms.ts';
import { failureOf } from './log.ts';
import { judge, problemOf } from './problem.ts';
import type { Judged } from './problem.ts';
import type { App } from './routes.ts';

/** How requests end: errors in one shape, unknown paths, and one log line each with the route's pattern, never its address. */
export function answerAlike(app: App, ground: ServerGround): void {
  app.setErrorHandler((error, request, reply) => sendJudged(ground, judge(error), { error, request, reply }));
  app.setNotFoundHandler((request, reply) => send(request, reply, problemOf('not-found')));
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions, operator, log } = request;
    const [status, milliseconds] = [reply.statusCode, Math.round(reply.elapsedTime)];
    const route = routeOptions.url ?? 'none';
    ground.answered?.({ method, route, status, milliseconds: reply.elapsedTime });
    const who = operator?.id ?? 'nobody';
    log.info({ method, route, status, milliseconds, operator: who }, 'request answered');
  });
}

interface Failed {
  readonly error: unknown;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

function sendJudged(ground: ServerGround, judged: Judged, { error, request, reply }: Failed): FastifyReply {
  if (judged.unexpected !== true) return send(request, reply, judged);
  const id = ground.uuid();
  const failure = failureOf(error);
  request.log.error({ id, failure, route: request.routeOptions.url ?? 'none' }, 'request failed');
  return send(request, reply, { ...judged, problem: { ...judged.problem, id } });
}

/** What the framework answers before a route is known and hooks run: an address that cannot be read. Nothing of it is repeated. */
export function answerUnroutable(_error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  void reply.headers({
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  void send(request, reply, problemOf('not-found'));
}

function send(request: FastifyRequest, reply: FastifyReply, { status, problem, retryAfter }: Judged): FastifyReply {
  if (retryAfter !== undefined) void reply.header('retry-after', retryAfter);
  void reply.code(status);
  if (isForm(request)) return sendProblemPage(request, reply, problem);
  return reply.type('application/json; charset=utf-8').serializer(JSON.stringify).send(problem);
}
