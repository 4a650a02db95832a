import type { Clock } from '@lethe/core';
import {
  calculatePKCECodeChallenge,
  generateRandomCodeVerifier,
  generateRandomState,
  validateAuthResponse,
} from 'oauth4webapi';
import { refusalOf } from './refusal.ts';
import { scope } from './token-endpoint.ts';
import type { TokenEndpoint } from './token-endpoint.ts';
import { textFor } from './tokens.ts';
import type { SafePlace } from './tokens.ts';

/** A sign-in that has begun: it lives in the memory of one process and is good for one answer. */
export interface SignIn {
  /** Where the operator's browser has to go. */
  readonly url: string;
  /** Whether an address a browser came to answers this sign-in and no other. */
  isAnsweredBy(cameTo: URL): boolean;
  /** Takes the address the browser came back to, and keeps what Zendesk gives for it. Throws `HostError`. */
  finish(cameBackTo: URL): Promise<void>;
}

/** Where the browser comes back to, and where tokens are kept. */
export interface SigningIn {
  /** Registered with the OAuth client, letter for letter. */
  readonly redirect: string;
  readonly place: SafePlace;
  readonly clock: Pick<Clock, 'now'>;
}

/**
 * Begins a sign-in in the browser: authorization code with PKCE (RFC 7636, S256) and a state,
 * https://developer.zendesk.com/documentation/api-basics/authentication/oauth-pkce.
 */
export async function beginSignIn(endpoint: TokenEndpoint, { redirect, place, clock }: SigningIn): Promise<SignIn> {
  const { server, client } = endpoint;
  const [verifier, state] = [generateRandomCodeVerifier(), generateRandomState()];
  const url = new URL('/oauth/authorizations/new', server.issuer);
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: client.client_id,
    redirect_uri: redirect,
    scope,
    state,
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  }).toString();
  return {
    url: url.href,
    isAnsweredBy: ({ searchParams }) => searchParams.get('state') === state,
    finish: async (cameBackTo) => {
      const answer = checked(() => validateAuthResponse(server, client, cameBackTo, state));
      const grant = await endpoint.withCode({ answer, redirect, verifier });
      await place.change(async () => textFor(grant, clock));
    },
  };
}

function checked<T>(check: () => T): T {
  try {
    return check();
  } catch (cause) {
    throw refusalOf(cause);
  }
}
