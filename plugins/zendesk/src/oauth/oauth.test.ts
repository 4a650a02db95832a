import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { virtualClock } from '@lethe/core/testing';
import { z } from 'zod';
import { Seed } from '../../test/fake/seed.ts';
import { FakeZendesk } from '../../test/fake/server.ts';
import { zendeskTransport } from '../transport/zendesk-transport.ts';
import { beginSignIn } from './sign-in.ts';
import { TokenEndpoint } from './token-endpoint.ts';
import { credentialTokens, signedInTokens } from './tokens.ts';
import type { SafePlace } from './tokens.ts';

const redirect = 'http://127.0.0.1:8934/signed-in';
const secret = 'invented-client-secret';
const me = { what: 'read the own user', method: 'GET', path: '/api/v2/users/me' } as const;

const keptSchema = z.object({ access: z.string(), refresh: z.string().exactOptional() });

/** A place in memory, that lets one change after the other; `kept` is what it holds. */
class Drawer implements SafePlace {
  kept: string | undefined;
  #before: Promise<unknown> = Promise.resolve();

  async change(work: (kept: string | undefined) => Promise<string>): Promise<string> {
    const change = this.#before.then(async () => (this.kept = await work(this.kept)));
    this.#before = change.catch(() => undefined);
    return change;
  }

  get tokens(): { readonly access: string; readonly refresh?: string } {
    return keptSchema.parse(JSON.parse(this.kept ?? '{}'));
  }
}

describe('signing in to Zendesk', () => {
  const clock = virtualClock();
  let fake: FakeZendesk;
  beforeAll(async () => {
    const seed = new Seed(clock);
    seed.client('lethe-server', { secret });
    seed.client('lethe-cli', { redirects: [redirect] });
    fake = await FakeZendesk.start(seed.zendesk, { clock });
  });
  afterAll(async () => fake.close());

  function endpoint(clientId = 'lethe-cli', clientSecret?: string): TokenEndpoint {
    return new TokenEndpoint({ address: fake.address, clientId, clientSecret });
  }

  /** What the browser does: goes to Zendesk, where the agent agrees, and is sent back. */
  async function browse(url: string): Promise<URL> {
    const response = await fetch(url, { redirect: 'manual' });
    return new URL(response.headers.get('location') ?? 'nowhere:');
  }

  async function signedIn(): Promise<Drawer> {
    const place = new Drawer();
    const signIn = await beginSignIn(endpoint(), { redirect, place, clock });
    await signIn.finish(await browse(signIn.url));
    return place;
  }

  it('asks for the scopes and proves itself by a challenge whose verifier stays here', async () => {
    const { url } = await beginSignIn(endpoint(), { redirect, place: new Drawer(), clock });
    const { origin, pathname, searchParams } = new URL(url);
    expect(origin + pathname).toBe(`${fake.address}/oauth/authorizations/new`);
    expect(Object.fromEntries(searchParams)).toEqual({
      response_type: 'code',
      client_id: 'lethe-cli',
      redirect_uri: redirect,
      scope: 'read write',
      state: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
    });
  });

  it('sends the verifier of that challenge, as JSON, and asks for a token that ends', async () => {
    const bodies: string[] = [];
    const server = createServer((request, response) => {
      request.setEncoding('utf8');
      request.on('data', (some: string) => bodies.push(`${String(request.headers['content-type'])} ${some}`));
      request.on('end', () =>
        response.end('{"access_token":"a","token_type":"bearer","expires_in":null,"scope":"read write"}'),
      );
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const listening = server.address();
    const address = `http://127.0.0.1:${String(typeof listening === 'object' ? listening?.port : 0)}`;
    const place = new Drawer();
    const signIn = await beginSignIn(new TokenEndpoint({ address, clientId: 'c' }), { redirect, place, clock });
    const { searchParams } = new URL(signIn.url);
    await signIn
      .finish(new URL(`${redirect}?code=one&state=${searchParams.get('state') ?? ''}`))
      .finally(() => server.close());
    const [type, body] = bodies.join('').split(/ (.*)/s);
    const sent = z.record(z.string(), z.unknown()).parse(JSON.parse(body ?? ''));
    expect(type).toBe('application/json');
    expect(sent).toMatchObject({
      grant_type: 'authorization_code',
      code: 'one',
      client_id: 'c',
      redirect_uri: redirect,
      scope: 'read write',
      expires_in: 1800,
    });
    expect(createHash('sha256').update(String(sent['code_verifier'])).digest('base64url')).toBe(
      searchParams.get('code_challenge'),
    );
    expect(place.tokens).toEqual({ access: 'a' });
  });

  it('takes no answer of another sign-in, and none twice', async () => {
    const place = new Drawer();
    const [one, other] = [
      await beginSignIn(endpoint(), { redirect, place, clock }),
      await beginSignIn(endpoint(), { redirect, place, clock }),
    ];
    const back = await browse(one.url);
    await expect(other.finish(back)).rejects.toMatchObject({ code: 'unreadable' });
    await one.finish(back);
    await expect(one.finish(back)).rejects.toMatchObject({ code: 'signed-out' });
  });

  it('is signed out when the agent declines', async () => {
    const place = new Drawer();
    const signIn = await beginSignIn(endpoint(), { redirect, place, clock });
    const state = new URL(signIn.url).searchParams.get('state') ?? '';
    const declined = new URL(`${redirect}?error=access_denied&error_description=Ada+Quellstone+says+no&state=${state}`);
    const error: unknown = await signIn.finish(declined).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'signed-out', message: expect.stringContaining('declined') });
    expect(`${String(error)} ${JSON.stringify(error)}`).not.toContain('Quellstone');
    expect(place.kept).toBeUndefined();
  });

  it('opens the account with the client secret alone, and gets another token when that is over', async () => {
    const tokens = credentialTokens(endpoint('lethe-server', secret), clock);
    const transport = zendeskTransport({ address: fake.address, token: tokens });
    expect(await transport(me)).toMatchObject({ status: 200 });
    const first = await tokens();
    await clock.wait(1800_000 - 61_000);
    expect(await tokens()).toBe(first);
    await clock.wait(2_000);
    expect(await tokens()).not.toBe(first);
  });

  it('asks for one token, however many calls want one at the same time', async () => {
    const given = (): number => fake.state.tokens.where(({ client_id: client }) => client === 'lethe-server').length;
    const before = given();
    const tokens = credentialTokens(endpoint('lethe-server', secret), clock);
    expect(new Set(await Promise.all([tokens(), tokens(), tokens()])).size).toBe(1);
    expect(given()).toBe(before + 1);
  });

  it('says what is wrong with the client, in fixed words', async () => {
    await expect(endpoint('lethe-server', 'wrong').withCredentials()).rejects.toMatchObject({
      code: 'signed-out',
      message: expect.stringContaining('secret is wrong'),
    });
    await expect(endpoint('lethe-cli').withCredentials()).rejects.toMatchObject({
      code: 'signed-out',
      message: expect.stringContaining('confidential'),
    });
    const nowhere = new TokenEndpoint({ address: 'http://127.0.0.1:1', clientId: 'c', clientSecret: secret });
    await expect(nowhere.withCredentials()).rejects.toMatchObject({ code: 'down' });
  });

  it('renews with the refresh token, once for all who wait, and keeps the new one before it is used', async () => {
    const place = await signedIn();
    const before = place.tokens;
    const tokens = signedInTokens(endpoint(), place, clock);
    expect(await tokens()).toBe(before.access);
    await clock.wait(1800_000);
    const many = await Promise.all([tokens(), tokens(), tokens()]);
    expect(new Set(many)).toEqual(new Set([place.tokens.access]));
    expect(place.tokens.access).not.toBe(before.access);
    expect(place.tokens.refresh).not.toBe(before.refresh);
    await expect(endpoint().withRefresh(before.refresh ?? '')).rejects.toMatchObject({ code: 'signed-out' });
  });

  it('uses no token that could not be kept', async () => {
    const place = await signedIn();
    const full: SafePlace = {
      change: async (work) => {
        await work(place.kept);
        throw new Error('The disk is full.');
      },
    };
    await clock.wait(1800_000);
    await expect(signedInTokens(endpoint(), full, clock)()).rejects.toThrow('full');
  });

  it('lets two processes share one sign-in without ending each other', async () => {
    const place = await signedIn();
    const transports = [1, 2].map(() =>
      zendeskTransport({ address: fake.address, token: signedInTokens(endpoint(), place, clock) }),
    );
    await clock.wait(1800_000);
    const answers = await Promise.all(transports.map(async (transport) => transport(me)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const now = place.kept;
    await Promise.all(transports.map(async (transport) => transport(me)));
    expect(place.kept).toBe(now);
  });

  it('goes on after Zendesk took the access token back in mid-run', async () => {
    const place = await signedIn();
    const transport = zendeskTransport({ address: fake.address, token: signedInTokens(endpoint(), place, clock) });
    await transport(me);
    const [held] = fake.state.tokens.where(({ token }) => token === place.tokens.access);
    fake.state.tokens.update(held?.id ?? 0, { token: 'revoked' });
    expect(await transport(me)).toMatchObject({ status: 200 });
  });

  it('says that nobody is signed in where there is no sign-in, or it is over for good', async () => {
    await expect(signedInTokens(endpoint(), new Drawer(), clock)()).rejects.toMatchObject({ code: 'signed-out' });
    const place = await signedIn();
    await clock.wait(31 * 86_400_000);
    await expect(signedInTokens(endpoint(), place, clock)()).rejects.toMatchObject({
      code: 'signed-out',
      message: expect.stringContaining('Sign in again'),
    });
  });
});
