import { rightsOf } from '@lethe/core';
import type { OpenSession } from '@lethe/storage';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isForAgents } from '../entry/for-agents.ts';
import type { ServerGround } from '../ground.ts';
import { originOf } from '../http/origin.ts';
import { Refusal } from '../http/refusal.ts';
import type { App, Needs, Operator } from '../http/routes.ts';
import { Sessions } from '../session/sessions.ts';
import { isUnsafe, refuseCrossSite, requireToken } from './cross-site.ts';
import { permissionsNow } from './permissions.ts';
import { ratesOf } from './rates.ts';
import type { Rates } from './rates.ts';
import { Streams } from './streams.ts';

interface Guard {
  readonly ground: ServerGround;
  readonly sessions: Sessions;
  readonly rates: Rates;
  readonly streams: Streams;
}

/**
 * Lets nobody through to a route they may not use. Whatever goes wrong on the way (storage down, settings that cannot be read) is
 * thrown, and so denies. Who somebody is and what they may do is asked anew with every request.
 */
export async function guardRoutes(app: App, ground: ServerGround): Promise<void> {
  const { server } = ground.settings;
  const streams = new Streams(server.limits.streams);
  const guard = { ground, sessions: new Sessions(ground), rates: await ratesOf(app, server), streams };
  const origin = originOf(server);
  app.addHook('onRequest', async (request, reply) => {
    refuseCrossSite(request, origin);
    const { needs } = request.routeOptions.config;
    if (request.is404 || needs === 'nobody') return guard.rates.address(request);
    await admit(guard, request, reply);
  });
  app.addHook('preValidation', async (request) => {
    const { fromHost } = request.routeOptions.config;
    if (!request.is404 && isUnsafe(request) && fromHost !== true) requireToken(request, guard.sessions);
  });
}

async function admit(guard: Guard, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { needs, fresh, stream } = request.routeOptions.config;
  const session = await sessionOf(guard, request);
  const { operator } = session;
  Object.assign(request, { operator });
  await guard.rates.operator(request);
  if (operator.from !== undefined && !isForAgents(request)) throw new Refusal('right-missing');
  if (!(await mayUse(guard.ground, operator, needs))) throw new Refusal('right-missing');
  if (fresh === true) requireFreshness(guard.ground, session);
  if (stream === true) guard.streams.take(operator.id, reply);
}

/** Guessing cookies counts against the address like any request that is nobody's. */
async function sessionOf({ sessions, rates }: Guard, request: FastifyRequest): Promise<OpenSession> {
  await rates.addressSoFar(request);
  const session = await sessions.of(request);
  if (session !== undefined) return session;
  await rates.address(request);
  throw new Refusal('not-signed-in');
}

async function mayUse(ground: ServerGround, operator: Operator, needs: Needs | undefined): Promise<boolean> {
  if (needs === undefined) return false;
  if (needs === 'signed-in' || needs === 'nobody') return true;
  if (needs === 'administrator') return operator.administrator;
  return rightsOf(operator, await permissionsNow(ground)).includes(needs);
}

function requireFreshness({ settings, clock }: ServerGround, { signedInAt }: OpenSession): void {
  const age = clock.now().getTime() - signedInAt.getTime();
  if (age >= settings.server.signIn.freshMinutes * 60_000) throw new Refusal('sign-in-again');
}
