import rateLimit from '@fastify/rate-limit';
import type { ServerSettings } from '@lethe/settings';
import type { FastifyRequest } from 'fastify';
import { Refusal } from '../http/refusal.ts';
import type { App } from '../http/routes.ts';

/** How often one may ask, in this process. Each throws a `Refusal` that says when to come back. */
export interface Rates {
  /** Counts a request that is nobody's yet. */
  address(request: FastifyRequest): Promise<void>;
  /** Looks whether its address may still ask, and counts nothing: a session may follow. */
  addressSoFar(request: FastifyRequest): Promise<void>;
  operator(request: FastifyRequest): Promise<void>;
}

/** Limits by the settings; forgets whom it has not seen for long. */
export async function ratesOf(app: App, { limits }: ServerSettings): Promise<Rates> {
  await app.register(rateLimit, { global: false });
  const minute = 60_000;
  const byAddress = app.createRateLimit({ max: limits.addressPerMinute, timeWindow: minute, ipv6Subnet: 64 });
  const byOperator = app.createRateLimit({
    max: limits.operatorPerMinute,
    timeWindow: minute,
    keyGenerator: ({ operator }) => operator?.id ?? '',
  });
  return {
    address: async (request) => refuseWhere(await byAddress(request)),
    addressSoFar: async (request) => refuseWhere(await byAddress(request, { increment: false })),
    operator: async (request) => refuseWhere(await byOperator(request)),
  };
}

function refuseWhere(answer: Awaited<ReturnType<ReturnType<App['createRateLimit']>>>): void {
  if (answer.isAllowed || !answer.isExceeded) return;
  throw new Refusal('too-many', { retryAfter: Math.max(1, answer.ttlInSeconds) });
}
