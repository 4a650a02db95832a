import * as client from 'openid-client';
import type { ServerGround } from '../../ground.ts';
import { originOf } from '../../http/origin.ts';
import { Refusal } from '../../http/refusal.ts';
import { claimsOf } from './claims.ts';
import type { Claims, OpenIdSettings } from './claims.ts';

/** Where the browser comes back to: registered with the provider, letter by letter. */
export const ANSWER_PATH = '/sign-in/open-id/answer';

/** What only this server and one browser know of a sign-in that has begun: sealed in a cookie, checked when it comes back. */
export interface Begun {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** Whether whoever it is had to prove it anew. */
  readonly again: boolean;
}

/** The OpenID provider of the settings. It is looked up when first needed, and again after it could not be reached. */
export class Provider {
  readonly #settings: OpenIdSettings;
  readonly #ground: Pick<ServerGround, 'settings' | 'secrets' | 'log'>;
  #known: Promise<client.Configuration> | undefined;

  constructor(settings: OpenIdSettings, ground: Pick<ServerGround, 'settings' | 'secrets' | 'log'>) {
    this.#settings = settings;
    this.#ground = ground;
  }

  /** Begins a sign-in. Answers where the browser has to go. */
  async begin(again: boolean): Promise<{ readonly url: string; readonly begun: Begun }> {
    const config = await this.#provider();
    const begun = {
      state: client.randomState(),
      nonce: client.randomNonce(),
      verifier: client.randomPKCECodeVerifier(),
      again,
    };
    const url = client.buildAuthorizationUrl(config, {
      redirect_uri: `${this.#origin()}${ANSWER_PATH}`,
      scope: ['openid', ...this.#settings.scopes].join(' '),
      state: begun.state,
      nonce: begun.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(begun.verifier),
      code_challenge_method: 'S256',
      max_age: String(this.#maxAge(again)),
      ...(again ? { prompt: 'login' } : {}),
    });
    return { url: url.href, begun };
  }

  /**
   * Takes what the browser came back with. Answers what the provider says of whoever signed in.
   * @throws Refusal `sign-in-failed` when anything about it is not as it was begun, `provider` when it cannot be reached.
   */
  async finish(query: string, { state, nonce, verifier, again }: Begun): Promise<Claims> {
    const config = await this.#provider();
    // Built on our own origin, so that whatever host a request names, it is the registered address that is checked.
    const cameTo = new URL(`${this.#origin()}${ANSWER_PATH}${query}`);
    try {
      const tokens = await client.authorizationCodeGrant(config, cameTo, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        maxAge: this.#maxAge(again),
        idTokenExpected: true,
      });
      return await claimsOf(this.#settings, config, tokens);
    } catch (error) {
      throw this.#failure(error);
    }
  }

  /** Where the provider ends its own session; nothing where it cannot. */
  async signOutUrl(): Promise<string | undefined> {
    const config = await this.#provider().catch(() => undefined);
    if (config?.serverMetadata().end_session_endpoint === undefined) return undefined;
    return client.buildEndSessionUrl(config, { post_logout_redirect_uri: `${this.#origin()}/` }).href;
  }

  #provider(): Promise<client.Configuration> {
    this.#known ??= this.#discover().catch((error: unknown) => {
      this.#known = undefined;
      throw this.#failure(error);
    });
    return this.#known;
  }

  async #discover(): Promise<client.Configuration> {
    const { issuer, clientId, clientSecretFrom } = this.#settings;
    const secret = clientSecretFrom === undefined ? undefined : this.#ground.secrets(clientSecretFrom);
    if (clientSecretFrom !== undefined && secret === undefined) throw new TypeError('The secret is not set.');
    const way = secret === undefined ? client.None() : client.ClientSecretBasic(secret);
    const plain = issuer.startsWith('http:') ? [client.allowInsecureRequests] : [];
    return client.discovery(new URL(issuer), clientId, { [client.clockTolerance]: 30 }, way, {
      timeout: 10,
      // The token comes over TLS; its signature is checked all the same.
      execute: [...plain, client.enableNonRepudiationChecks],
    });
  }

  /** The provider is always asked when somebody last proved who they are; `again` wants it proven now. */
  #maxAge(again: boolean): number {
    return again ? 0 : this.#ground.settings.server.signIn.sessionHours * 3600;
  }

  #origin(): string {
    return originOf(this.#ground.settings.server);
  }

  /** What went wrong stays in the log as a class and a code: a provider's words may hold a name. */
  #failure(error: unknown): Refusal {
    if (error instanceof Refusal) return error;
    const why = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
    const { log } = this.#ground;
    log.warn({ why }, 'sign-in with the OpenID provider failed');
    return new Refusal(unreachable.has(why) ? 'provider' : 'sign-in-failed');
  }
}

const unreachable: ReadonlySet<string> = new Set(['OAUTH_TIMEOUT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'unknown']);
