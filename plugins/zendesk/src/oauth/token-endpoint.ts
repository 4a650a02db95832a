import type { LookupFunction } from 'node:net';
import { HostError } from '@lethe/core';
import { jsonIn, networkFailure } from '@lethe/http';
import { httpClient, within } from '@lethe/http/node';
import type { AxiosInstance } from 'axios';
import {
  ClientSecretPost,
  None,
  authorizationCodeGrantRequest,
  clientCredentialsGrantRequest,
  customFetch,
  processAuthorizationCodeResponse,
  processClientCredentialsResponse,
  processRefreshTokenResponse,
  refreshTokenGrantRequest,
} from 'oauth4webapi';
import type {
  AuthorizationServer,
  Client,
  ClientAuth,
  TokenEndpointRequestOptions,
  TokenEndpointResponse,
} from 'oauth4webapi';
import { accountAddress } from '../transport/address.ts';
import { refusalOf } from './refusal.ts';

/** An OAuth client as Zendesk registers it: Admin Center > Apps and integrations > APIs > OAuth clients. */
export interface OAuthClient {
  /** The account: `https://acme.zendesk.com`. */
  readonly address: string;
  /** The client's unique identifier. */
  readonly clientId: string;
  /** A confidential client has one; a public client proves itself by PKCE alone. */
  readonly clientSecret?: string | undefined;
  /** How names become addresses; as the machine does it unless told. */
  readonly lookup?: LookupFunction | undefined;
}

/** What Zendesk gave. */
export interface Grant {
  readonly access: string;
  /** How long it is good for; missing for ever. */
  readonly seconds?: number;
  readonly refresh?: string;
}

/** What an agent's browser brought back to `redirect`, its state checked, and the verifier of the challenge it left with. */
export interface CodeExchange {
  readonly answer: URLSearchParams;
  readonly redirect: string;
  readonly verifier: string;
}

/**
 * What this product asks for: `read` as a whole, because audits open to nothing less,
 * https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_audits/.
 */
export const scope = 'read write';

/** 30 minutes. A client made before 2026-04-30 gives neither an end nor a refresh token unless it is asked for an end. */
const lifetime = { expires_in: 1800 };
const PATIENCE = 60_000;

/**
 * Zendesk's token endpoint, https://developer.zendesk.com/api-reference/ticketing/oauth/grant_type_tokens/. The protocol is a
 * library's; its requests are turned from forms into JSON, which is what Zendesk documents. Each method throws `HostError`:
 * `signed-out` if Zendesk refuses, `down` or `unreadable` if nothing of use comes back.
 */
export class TokenEndpoint {
  readonly server: AuthorizationServer;
  readonly client: Client;
  readonly #authentication: ClientAuth;
  readonly #options: TokenEndpointRequestOptions;

  constructor({ address, clientId, clientSecret, lookup }: OAuthClient) {
    const origin = accountAddress(address);
    // The library wants https everywhere; that the one exception is this very machine has just been checked.
    this.server = { issuer: origin, token_endpoint: `https://${new URL(origin).host}/oauth/tokens` };
    this.client = { client_id: clientId };
    this.#authentication = clientSecret === undefined ? None() : ClientSecretPost(clientSecret);
    this.#options = { [customFetch]: async (_, { body }) => sendJson(httpClient(origin, { lookup }), body) };
  }

  /** With the client's secret alone: acts as the user the client belongs to. */
  async withCredentials(): Promise<Grant> {
    const { server, client } = this;
    return granted(async () =>
      processClientCredentialsResponse(
        server,
        client,
        await clientCredentialsGrantRequest(server, client, this.#authentication, { scope }, this.#options),
      ),
    );
  }

  /** With what an agent's browser brought back. */
  async withCode({ answer, redirect, verifier }: CodeExchange): Promise<Grant> {
    const { server, client } = this;
    const authentication = this.#authentication;
    const options = { ...this.#options, additionalParameters: { scope } };
    return granted(async () =>
      processAuthorizationCodeResponse(
        server,
        client,
        await authorizationCodeGrantRequest(server, client, authentication, answer, redirect, verifier, options),
      ),
    );
  }

  /** With a refresh token. Zendesk deletes it, and the access token it came with. */
  async withRefresh(refresh: string): Promise<Grant> {
    const { server, client } = this;
    return granted(async () =>
      processRefreshTokenResponse(
        server,
        client,
        await refreshTokenGrantRequest(server, client, this.#authentication, refresh, this.#options),
      ),
    );
  }
}

async function sendJson(http: AxiosInstance, form: URLSearchParams): Promise<Response> {
  try {
    const sent = JSON.stringify({ ...Object.fromEntries(form), ...lifetime });
    const headers = { 'Content-Type': 'application/json' };
    const { status, data } = await http.post<unknown>('/oauth/tokens', sent, { headers, ...within(PATIENCE) });
    // 201 by Zendesk's description; OAuth knows only 200.
    return Response.json(withoutNothings(jsonIn(data)), { status: status === 201 ? 200 : status });
  } catch (error) {
    throw networkFailure('Zendesk', error, 'give an access token');
  }
}

/** A token without an end may come with `expires_in: null`, which OAuth does not know. */
function withoutNothings(json: unknown): unknown {
  if (typeof json !== 'object' || json === null) return {};
  return Object.fromEntries(Object.entries(json).filter(([, value]) => value !== null));
}

async function granted(ask: () => Promise<TokenEndpointResponse>): Promise<Grant> {
  try {
    const { access_token: access, expires_in: seconds, refresh_token: refresh } = await ask();
    return { access, ...(seconds === undefined ? {} : { seconds }), ...(refresh === undefined ? {} : { refresh }) };
  } catch (cause) {
    throw cause instanceof HostError ? cause : refusalOf(cause);
  }
}
