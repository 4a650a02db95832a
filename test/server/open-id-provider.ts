import { once } from 'node:events';
import { createServer } from 'node:http';
import { Provider } from 'oidc-provider';
import type { Configuration } from 'oidc-provider';
import { askLoopback } from '@lethe/server/testing';
import type { Answer } from '@lethe/server/testing';

/** Somebody the provider knows. */
export interface Account {
  readonly name: string;
  readonly groups: readonly string[];
}

/** A real OpenID provider on loopback, and whoever works a browser at it. */
export interface RunningProvider {
  readonly issuer: string;
  readonly accounts: Map<string, Account>;
  /** Goes from the address the server sent the browser to, signs in there, and answers the address the provider sends it back to. */
  signIn(url: string, login: string): Promise<string>;
  /** Asks the provider as the same browser. */
  get(url: string): Promise<Answer>;
  /** A browser that has never been there. */
  forget(): void;
  close(): Promise<void>;
}

/** The client this server is at the provider. */
export const client = { id: 'lethe', secret: 'a secret of the client, invented' };

/** Starts it for the origin the server says it has. */
export async function startProvider(origin: string, changes: Configuration = {}): Promise<RunningProvider> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const issuer = `http://127.0.0.1:${typeof address === 'object' ? String(address?.port) : ''}`;
  const accounts = new Map<string, Account>();
  const provider = new Provider(issuer, { ...configurationFor(origin, accounts), ...changes });
  const answer = provider.callback();
  server.on('request', (request, response) => void answer(request, response));
  const jar = new Map<string, string>();
  const ask = async (method: string, url: string, body?: string): Promise<Answer> =>
    visit(issuer, jar, { method, url, body });
  return {
    ...{ issuer, accounts },
    signIn: async (url, login) => dance(ask, url, { login, issuer }),
    get: async (url) => ask('GET', url),
    forget: () => jar.clear(),
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

function configurationFor(origin: string, accounts: ReadonlyMap<string, Account>): Configuration {
  return {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [`${origin}/sign-in/open-id/answer`],
        post_logout_redirect_uris: [`${origin}/`],
      },
    ],
    claims: { openid: ['sub'], profile: ['name'], groups: ['groups'] },
    scopes: ['openid', 'profile', 'groups'],
    cookies: { keys: ['an invented key'] },
    pkce: { required: () => true },
    findAccount: (_context, id) => {
      const { name = id, groups = [] } = accounts.get(id) ?? {};
      return { accountId: id, claims: () => ({ sub: id, name, groups: [...groups] }) };
    },
  };
}

interface Visit {
  readonly method: string;
  readonly url: string;
  readonly body: string | undefined;
}

/** Asks the provider with the cookies it gave, as a browser keeps them for paths. */
async function visit(issuer: string, jar: Map<string, string>, { method, url, body }: Visit): Promise<Answer> {
  const { pathname, search } = new URL(url, issuer);
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const type = body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' };
  const answer = await askLoopback(issuer, { method, url: `${pathname}${search}`, headers: { cookie, ...type }, body });
  for (const { name, value } of answer.cookies) {
    if (value === '') jar.delete(name);
    else jar.set(name, value);
  }
  return answer;
}

type Ask = (method: string, url: string, body?: string) => Promise<Answer>;

/** Follows the provider's redirects and fills in its forms, until it sends the browser elsewhere. */
async function dance(ask: Ask, start: string, { login, issuer }: { login: string; issuer: string }): Promise<string> {
  let answer = await ask('GET', start);
  for (let turn = 0; turn < 12; turn += 1) {
    const next = answer.headers.location;
    if (next !== undefined && !new URL(next, issuer).href.startsWith(`${issuer}/`)) return next;
    if (next !== undefined) answer = await ask('GET', next);
    else answer = await fillIn(ask, answer, login);
  }
  throw new RangeError(
    `The provider does not come to an end: ${String(answer.statusCode)} ${answer.body.slice(0, 300)}`,
  );
}

async function fillIn(ask: Ask, { body, statusCode }: Answer, login: string): Promise<Answer> {
  const [, action = ''] = /action="([^"]+)"/.exec(body) ?? [];
  const [, prompt = ''] = /name="prompt" value="([^"]+)"/.exec(body) ?? [];
  if (action === '') throw new RangeError(`The provider shows no form: ${String(statusCode)} ${body.slice(0, 300)}`);
  return ask('POST', action, new URLSearchParams({ prompt, login, password: 'any' }).toString());
}
