import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { at, withZendesk } from './fake/opened.ts';
import type { Opened, Reply } from './fake/opened.ts';

const verifier = 'a-verifier-nobody-else-knows-0123456789-abcdef';
const challenge = createHash('sha256').update(verifier).digest('base64url');
const redirect = 'http://127.0.0.1:4000/back';

/** What somebody brings back from the page where they agreed. */
async function agreed({ ask }: Opened, changes: Readonly<Record<string, string>> = {}): Promise<URLSearchParams> {
  const query = new URLSearchParams({
    ...{ response_type: 'code', client_id: 'desk', redirect_uri: redirect, scope: 'read write', state: 'abc' },
    ...{ code_challenge: challenge, code_challenge_method: 'S256', ...changes },
  });
  const { headers } = await ask('GET', `/oauth/authorizations/new?${query.toString()}`, { token: '' });
  return new URL(headers.get('location') ?? 'http://nowhere.test').searchParams;
}

function tokens({ ask }: Opened, body: Readonly<Record<string, string>>): Promise<Reply> {
  return ask('POST', '/oauth/tokens', { token: '', body: { client_id: 'desk', ...body } });
}

function forCode(opened: Opened, code: string | null, changes: Readonly<Record<string, string>> = {}): Promise<Reply> {
  const body = { grant_type: 'authorization_code', code: code ?? '', redirect_uri: redirect, code_verifier: verifier };
  return tokens(opened, { ...body, ...changes });
}

function withClient(act: (opened: Opened) => Promise<void>): Promise<void> {
  return withZendesk(async (opened) => {
    opened.seed.client('desk', { redirects: ['http://127.0.0.1/back'] });
    opened.seed.client('server', { secret: 'known', redirects: [] });
    await act(opened);
  });
}

function meBy({ ask }: Opened, token: unknown): Promise<Reply> {
  return ask('GET', '/api/v2/users/me.json', { token: String(token) });
}

describe('signing in to the fake', () => {
  it('gives a code, for the code and its verifier a pair of tokens, and for the code no second pair', async () => {
    await withClient(async (opened) => {
      const back = await agreed(opened);
      expect(back.get('state')).toBe('abc');
      const first = await forCode(opened, back.get('code'));
      expect(first.json).toMatchObject({
        token_type: 'bearer',
        scope: 'read write',
        expires_in: 1800,
        refresh_token_expires_in: 2_592_000,
      });
      expect((await meBy(opened, at(first.json, 'access_token'))).status).toBe(200);
      expect((await forCode(opened, back.get('code'))).status).toBe(400);
    });
  });

  it.each([
    ['another verifier', { code_verifier: 'guessed' }],
    ['another address', { redirect_uri: 'http://127.0.0.1:4000/elsewhere' }],
    ['another client', { client_id: 'server', client_secret: 'known' }],
    ['another code', { code: 'guessed' }],
  ])('is refused with %s', async (_, changes) => {
    await withClient(async (opened) => {
      const { status, json } = await forCode(opened, (await agreed(opened)).get('code'), changes);
      expect([status, at(json, 'error')]).toEqual([400, 'invalid_grant']);
    });
  });

  it('is refused with a code that is too old', async () => {
    await withClient(async (opened) => {
      const code = (await agreed(opened)).get('code');
      await opened.later(121);
      expect((await forCode(opened, code)).status).toBe(400);
    });
  });

  it('sends nobody to an address the client did not name, and asks public clients for a challenge', async () => {
    await withClient(async (opened) => {
      expect((await agreed(opened, { redirect_uri: 'http://thief.test/back' })).size).toBe(0);
      expect((await agreed(opened, { code_challenge_method: 'plain' })).get('error')).toBe('invalid_request');
      expect((await agreed(opened, { response_type: 'token' })).get('error')).toBe('unsupported_response_type');
    });
  });

  it('changes a refresh token for a new pair, once, and the old pair is worthless', async () => {
    await withClient(async (opened) => {
      const first = await forCode(opened, (await agreed(opened)).get('code'));
      const refresh_token = String(at(first.json, 'refresh_token'));
      const second = await tokens(opened, { grant_type: 'refresh_token', refresh_token });
      expect((await meBy(opened, at(second.json, 'access_token'))).status).toBe(200);
      expect((await meBy(opened, at(first.json, 'access_token'))).status).toBe(401);
      expect((await tokens(opened, { grant_type: 'refresh_token', refresh_token })).status).toBe(400);
    });
  });

  it('lets a token run out after half an hour and a refresh token after a month', async () => {
    await withClient(async (opened) => {
      const { json } = await forCode(opened, (await agreed(opened)).get('code'));
      await opened.later(1801);
      expect((await meBy(opened, at(json, 'access_token'))).status).toBe(401);
      await opened.later(30 * 24 * 3600);
      const refresh_token = String(at(json, 'refresh_token'));
      expect((await tokens(opened, { grant_type: 'refresh_token', refresh_token })).status).toBe(400);
    });
  });

  it('gives a server its token for its secret, and nothing to refresh it with', async () => {
    await withClient(async (opened) => {
      const body = { grant_type: 'client_credentials', client_id: 'server', scope: 'read write' };
      const { json } = await tokens(opened, { ...body, client_secret: 'known' });
      expect((await meBy(opened, at(json, 'access_token'))).status).toBe(200);
      expect(at(json, 'refresh_token')).toBeUndefined();
      expect((await tokens(opened, { ...body, client_secret: 'guessed' })).status).toBe(401);
      expect((await tokens(opened, { grant_type: 'client_credentials' })).status).toBe(400);
    });
  });

  it.each(['password', 'implicit'])('knows no grant %s any more', async (grant_type) => {
    await withClient(async (opened) => {
      expect((await tokens(opened, { grant_type, username: 'a', password: 'b' })).status).toBe(400);
    });
  });
});

describe('calls to the fake', () => {
  it('are refused with a token nobody gave, of a suspended or deleted user, or without one', async () => {
    await withZendesk(async (opened) => {
      const { seed, ask } = opened;
      seed.token(seed.user({ name: 'S', role: 'agent', suspended: true }), 'suspended');
      seed.token(seed.user({ name: 'D', role: 'agent', active: false }), 'deleted');
      for (const token of ['guessed', 'suspended', 'deleted', '']) expect((await meBy(opened, token)).status).toBe(401);
      const basic = await fetch(`${opened.fake.address}/api/v2/users/me`, {
        headers: { Authorization: 'Basic bWU6dG9rZW4=' },
      });
      expect(basic.status).toBe(401);
      expect((await ask('GET', '/api/v2/users/me')).status).toBe(200);
    });
  });

  it('open with a narrow scope what it names, and never the audits', async () => {
    await withZendesk(async ({ seed, ask }) => {
      const id = String(seed.ticket({ by: seed.admin, subject: 'One', comments: [] }));
      seed.token(seed.admin, 'narrow', { scopes: ['tickets:read'] });
      const status = async (method: string, path: string): Promise<number> =>
        (await ask(method, path, { token: 'narrow', ...(method === 'PUT' ? { body: { ticket: {} } } : {}) })).status;
      expect(await status('GET', `/api/v2/tickets/${id}.json`)).toBe(200);
      expect(await status('GET', `/api/v2/tickets/${id}/audits.json`)).toBe(403);
      expect(await status('PUT', `/api/v2/tickets/${id}.json`)).toBe(403);
      expect(await status('GET', '/api/v2/groups.json')).toBe(403);
    });
  });

  it('without a token are those of whoever sits at the browser', async () => {
    await withZendesk(async ({ seed, fake, ask }) => {
      const me = async (): Promise<unknown> =>
        at((await ask('GET', '/api/v2/users/me', { token: '' })).json, 'user.id');
      fake.signIn(seed.owner);
      expect(await me()).toBe(seed.owner);
      fake.signIn(undefined);
      expect(await me()).toBeUndefined();
    });
  });

  it('show what the address is for to team members only', async () => {
    await withZendesk(async ({ seed, ask }) => {
      seed.token(seed.user({ name: 'Ida' }), 'outside');
      expect((await ask('GET', '/api/v2/users/me', { token: 'outside' })).status).toBe(200);
      for (const path of ['users/search?query=x', 'account/settings', 'suspended_tickets', 'groups'])
        expect((await ask('GET', `/api/v2/${path}`, { token: 'outside' })).status).toBe(403);
      expect((await ask('GET', '/api/v2/nothing')).status).toBe(404);
    });
  });
});
