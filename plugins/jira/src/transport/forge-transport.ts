import { headersIn, jsonIn } from '@lethe/http';
import { isForApps } from '../endpoints.ts';
import type { AppEndpoint } from '../endpoints.ts';
import type { Answer, Call, HttpPort } from '../http-port.ts';
import type { ForgeApi, ForgeJira, ForgeRequest } from './forge-api.ts';
import { forgeCalls } from './forge-calls.ts';
import { asksForConsent, forgeFailure, nobodyThere } from './forge-failure.ts';
import { OutOfTime, allowedFor, inTime } from './out-of-time.ts';
import { requestParts } from './request-parts.ts';

/**
 * Who makes calls that need a person: whoever clicked, in a resolver; nobody, in a worker; or an account the worker acts for without its being
 * there. Forge allows that only to apps whose manifest writes the scopes as a map with `allowImpersonation: true` on those used, and
 * only for accounts that have access to the app: https://developer.atlassian.com/platform/forge/remote/calling-product-apis/#offline-user-impersonation.
 */
export type ForgeUser = 'whoever-clicked' | 'nobody' | { readonly account: string };

/** How calls are made from a Forge function. */
export interface ForgeCalling {
  readonly api: ForgeApi;
  readonly user: ForgeUser;
  /** Milliseconds this invocation has left: `invocationRemainingTimeInMillis` of Forge's app context. */
  readonly remaining: () => number;
  /** How long one call may take; 30 unless told. */
  readonly timeoutSeconds?: number;
  /** Milliseconds of the invocation in which no call is under way any more; 1000 unless told. */
  readonly kept?: number;
}

/**
 * A transport inside Forge: as the app, or as a user, whose rights then count. Throws `OutOfTime` instead of beginning a call that could not
 * end before the invocation does, and `HostError` if nothing of Jira's comes back; what Forge throws to ask whoever clicked for their consent
 * is left as it is, as Forge waits for it at the end of the resolver.
 */
export function forgeTransport({ api, user, remaining, timeoutSeconds = 30, kept = 1000 }: ForgeCalling): HttpPort {
  return async (call) => {
    const { endpoint } = call;
    if (!isForApps(endpoint)) throw nobodyThere(call.what);
    const jira = callerOf(call, api, user);
    const { milliseconds, isLast } = allowedFor(remaining(), { most: timeoutSeconds * 1000, kept });
    try {
      return await inTime(milliseconds, async (signal) => answerTo(endpoint, requestFor(call, { jira, api, signal })));
    } catch (cause) {
      if (isLast && isTimeout(cause)) throw new OutOfTime();
      if (call.as === 'user' && user === 'whoever-clicked' && asksForConsent(cause)) throw cause;
      throw forgeFailure(cause, call);
    }
  };
}

function callerOf({ as = 'app', what }: Call, api: ForgeApi, user: ForgeUser): ForgeJira {
  if (as === 'app') return api.asApp();
  if (user === 'nobody') throw nobodyThere(what);
  return user === 'whoever-clicked' ? api.asUser() : api.asUser(user.account);
}

async function answerTo(endpoint: AppEndpoint, request: ForgeRequest): Promise<Answer> {
  const response = await forgeCalls[endpoint](request);
  const headers: [string, string][] = [];
  response.headers.forEach((value, name) => headers.push([name, value]));
  return {
    status: response.status,
    headers: headersIn(Object.fromEntries(headers)),
    json: jsonIn(await response.text()),
  };
}

interface Sending {
  readonly jira: ForgeJira;
  readonly api: ForgeApi;
  readonly signal: AbortSignal;
}

function requestFor(call: Call, { jira, api, signal }: Sending): ForgeRequest {
  const { headers, query, body } = requestParts(call);
  return {
    jira,
    route: api.route,
    gap: (name) => gapOf(call, name),
    query,
    init: { headers: { ...headers }, signal, ...(body === undefined ? {} : { body }) },
  };
}

/** Forge encodes nothing in a path and refuses what could lead elsewhere. */
function gapOf({ params }: Call, name: string): string {
  const value = params?.[name];
  if (value === undefined || value === '') throw new TypeError('a gap in the path of a call is left open');
  return encodeURIComponent(value);
}

function isTimeout(cause: unknown): boolean {
  return cause instanceof DOMException && cause.name === 'TimeoutError';
}
