import { createHash, randomBytes } from 'node:crypto';
import { isObject } from './answer.ts';
import type { Zendesk } from './zendesk.ts';

/** A request to an OAuth endpoint. */
export interface OAuthRequest {
  readonly method: string;
  readonly url: string;
  readonly body: unknown;
  /** Who is signed in at the browser. */
  readonly session: number | undefined;
}

interface Answered {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Code {
  readonly client: string;
  readonly user: number;
  readonly redirect: string;
  readonly scope: string;
  readonly challenge: string | null;
  readonly until: number;
}

const seconds = { code: 120, access: 1800, refresh: 2_592_000 };

/** Signing in: authorization code with PKCE, refresh tokens that rotate, and client credentials. Passwords and implicit grants are gone. */
export class OAuth {
  readonly #zendesk: Zendesk;
  readonly #codes = new Map<string, Code>();

  constructor(zendesk: Zendesk) {
    this.#zendesk = zendesk;
  }

  answer(request: OAuthRequest): Answered {
    const { pathname, searchParams } = new URL(request.url, 'http://zendesk.test');
    if (pathname === '/oauth/authorizations/new' && request.method === 'GET')
      return this.#authorize(searchParams, request.session);
    if (pathname === '/oauth/tokens' && request.method === 'POST')
      return this.#token(isObject(request.body) ? request.body : {});
    return { status: 404, body: { error: 'InvalidEndpoint' } };
  }

  /** The agent is asked in a page of Zendesk's; here they always agree. */
  #authorize(query: URLSearchParams, session: number | undefined): Answered {
    const client = this.#zendesk.client(query.get('client_id') ?? '');
    const redirect = query.get('redirect_uri') ?? '';
    if (client === undefined || !isAllowed(client.redirects, redirect))
      return { status: 400, body: { error: 'invalid_request', error_description: 'No such client or address' } };
    const back = (answer: Readonly<Record<string, string>>): Answered => {
      const to = new URL(redirect);
      for (const [key, value] of Object.entries(answer)) to.searchParams.set(key, value);
      if (query.has('state')) to.searchParams.set('state', query.get('state') ?? '');
      return { status: 302, body: undefined, headers: { Location: to.toString() } };
    };
    if (query.get('response_type') !== 'code') return back({ error: 'unsupported_response_type' });
    const challenge = query.get('code_challenge');
    if (client.secret === null && (challenge === null || query.get('code_challenge_method') !== 'S256'))
      return back({ error: 'invalid_request' });
    const user = session ?? client.user;
    if (user === null) return back({ error: 'access_denied' });
    const code = fresh('code');
    const scope = query.get('scope') ?? 'read';
    const until = this.#zendesk.milliseconds() + seconds.code * 1000;
    this.#codes.set(code, { client: client.key, user, redirect, scope, challenge, until });
    return back({ code });
  }

  #token(body: Readonly<Record<string, unknown>>): Answered {
    const client = this.#zendesk.client(textIn(body, 'client_id'));
    if (client === undefined || (client.secret !== null && client.secret !== body.client_secret))
      return refused(401, 'invalid_client');
    switch (body.grant_type) {
      case 'authorization_code':
        return this.#forCode(client.key, body);
      case 'refresh_token':
        return this.#refreshed(client.key, textIn(body, 'refresh_token'));
      case 'client_credentials':
        if (client.secret === null || client.user === null) return refused(400, 'unauthorized_client');
        return this.#issued({ client: client.key, user: client.user, scope: textIn(body, 'scope') || 'read' }, false);
      default:
        return refused(400, 'unsupported_grant_type');
    }
  }

  /** A code is good once, for its client, its address and whoever knows the verifier. */
  #forCode(client: string, body: Readonly<Record<string, unknown>>): Answered {
    const code = this.#codes.get(textIn(body, 'code'));
    this.#codes.delete(textIn(body, 'code'));
    const verified = code?.challenge == null || code.challenge === challengeOf(textIn(body, 'code_verifier'));
    const isGood = code?.client === client && code.redirect === body.redirect_uri && verified;
    if (!isGood || code.until < this.#zendesk.milliseconds()) return refused(400, 'invalid_grant');
    return this.#issued({ client, user: code.user, scope: code.scope }, true);
  }

  /** The old pair is worthless from then on. */
  #refreshed(client: string, refresh: string): Answered {
    const now = this.#zendesk.milliseconds();
    const [held] = this.#zendesk.tokens.where((one) => one.refresh_token === refresh && one.client_id === client);
    if (held === undefined || (held.refresh_until ?? 0) <= now) return refused(400, 'invalid_grant');
    this.#zendesk.tokens.delete(held.id);
    return this.#issued({ client, user: held.user_id, scope: held.scopes.join(' ') }, true);
  }

  #issued({ client, user, scope }: Pick<Code, 'client' | 'user' | 'scope'>, refreshable: boolean): Answered {
    const now = this.#zendesk.milliseconds();
    const pair = { token: fresh('access'), refresh_token: refreshable ? fresh('refresh') : null };
    this.#zendesk.tokens.put({
      ...pair,
      id: this.#zendesk.tokens.nextId(),
      user_id: user,
      scopes: scope.split(' '),
      expires_at: now + seconds.access * 1000,
      refresh_until: refreshable ? now + seconds.refresh * 1000 : null,
      client_id: client,
    });
    const body = { access_token: pair.token, token_type: 'bearer', scope, expires_in: seconds.access };
    const more = { refresh_token: pair.refresh_token, refresh_token_expires_in: seconds.refresh };
    return { status: 201, body: refreshable ? { ...body, ...more } : body };
  }
}

function refused(status: number, error: string): Answered {
  return { status, body: { error, error_description: 'The request was refused' } };
}

/** On one's own machine any port will do. */
function isAllowed(redirects: readonly string[], asked: string): boolean {
  if (!URL.canParse(asked)) return false;
  const { hostname, pathname } = new URL(asked);
  const local = hostname === '127.0.0.1' || hostname === 'localhost';
  return redirects.some(
    (one) => one === asked || (local && new URL(one).hostname === hostname && new URL(one).pathname === pathname),
  );
}

function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}

function fresh(what: string): string {
  return `${what}-${randomBytes(16).toString('hex')}`;
}

function textIn(body: Readonly<Record<string, unknown>>, key: string): string {
  const value = body[key];
  return typeof value === 'string' ? value : '';
}
