import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Refusal } from '../http/refusal.ts';
import type { Sessions } from '../session/sessions.ts';
import { TOKEN_HEADER, belongsToOne } from './token.ts';

const safeMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Whether a request may change something. */
export function isUnsafe({ method }: FastifyRequest): boolean {
  return !safeMethods.has(method);
}

/**
 * Refuses what another site's page made a browser send: anything that changes something, and anything but following a link. A
 * program that is no browser sends neither of these headers; it cannot be made to send our cookie either.
 */
export function refuseCrossSite(request: FastifyRequest, origin: string): void {
  const { headers } = request;
  const [site, mode] = [headers['sec-fetch-site'], headers['sec-fetch-mode']];
  // Signs nobody in and changes nothing they have: it shows a page, whose own form is checked like any other. See entry/entry-routes.ts.
  if (request.routeOptions.config.fromHost === true) return;
  if (isUnsafe(request)) {
    if (site !== undefined && site !== 'same-origin') throw new Refusal('cross-site');
    if (headers.origin !== undefined && headers.origin !== origin) throw new Refusal('cross-site');
    return;
  }
  const fromElsewhere = site === 'cross-site' || site === 'same-site';
  if (fromElsewhere && (mode !== 'navigate' || request.method !== 'GET')) throw new Refusal('cross-site');
}

const formSchema = z.object({ csrf: z.string() });

/**
 * Refuses a change without the token of the cookie it came with. Where somebody is signed in it is the session's; a form before that
 * has the token of its page, in a field.
 */
export function requireToken(request: FastifyRequest, { cookies }: Sessions): void {
  const { needs, form } = request.routeOptions.config;
  const header = request.headers[TOKEN_HEADER];
  const field = form === true ? formSchema.safeParse(request.body).data?.csrf : undefined;
  const token = typeof header === 'string' ? header : field;
  const [session, page] = [cookies.read(request, 'session'), cookies.read(request, 'page')];
  if (!belongsToOne(token, needs === 'nobody' ? [session, page] : [session])) throw new Refusal('cross-site');
}
