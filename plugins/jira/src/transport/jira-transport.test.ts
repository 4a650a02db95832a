import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener } from 'node:http';
import { createServer as createTcpServer } from 'node:net';
import type { Server, Socket } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import type { Call, HttpPort } from '../http-port.ts';
import { jiraTransport } from './jira-transport.ts';
import type { JiraLogin } from './jira-transport.ts';

const login: JiraLogin = { email: 'bot@helpdesk.test', token: 'token-1' };
const call: Call = {
  what: 'read an issue',
  endpoint: 'GET /rest/api/3/issue/{issue}',
  params: { issue: '10042' },
  query: { fields: 'summary,reporter' },
};
const change: Call = {
  what: 'change a comment',
  endpoint: 'PUT /rest/api/3/issue/{issue}/comment/{comment}',
  params: { issue: '10042', comment: '7' },
  query: { notifyUsers: 'false' },
  body: { body: 'ü' },
};

async function withServer(
  server: Server,
  act: (transport: HttpPort) => Promise<void>,
  using: JiraLogin = login,
): Promise<void> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => sockets.add(socket));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const listening = server.address();
  const port = String(listening === null || typeof listening === 'string' ? 0 : listening.port);
  try {
    await act(jiraTransport({ address: `http://127.0.0.1:${port}`, login: using, timeoutSeconds: 0.3 }));
  } finally {
    for (const socket of sockets) socket.destroy();
    await new Promise((closed) => server.close(closed));
  }
}

async function withAnswers(listener: RequestListener, act: (transport: HttpPort) => Promise<void>): Promise<void> {
  await withServer(createServer(listener), act);
}

async function textOf(request: IncomingMessage): Promise<string> {
  request.setEncoding('utf8');
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}

/** A server that answers everything well and remembers what it was asked. */
function listening(status = 200) {
  const seen: (IncomingMessage & { body?: string })[] = [];
  const server = createServer((request, response) => {
    void textOf(request).then((body) => {
      seen.push(Object.assign(request, { body }));
      response.writeHead(status, { 'X-RateLimit-NearLimit': 'true' }).end('{"id":"10042"}');
    });
  });
  return { server, seen };
}

describe('the transport over HTTP', () => {
  it('sends e-mail address and token, the query encoded and the body as JSON, and hands on status, headers and JSON', async () => {
    const { server, seen } = listening(400);
    await withServer(server, async (transport) => {
      expect(await transport(change)).toMatchObject({
        status: 400,
        headers: { 'x-ratelimit-nearlimit': 'true' },
        json: { id: '10042' },
      });
      await transport(call);
    });
    const [put, get] = seen;
    expect([put?.method, put?.url, put?.body]).toEqual([
      'PUT',
      '/rest/api/3/issue/10042/comment/7?notifyUsers=false',
      '{"body":"ü"}',
    ]);
    expect(put?.headers).toMatchObject({
      authorization: `Basic ${Buffer.from('bot@helpdesk.test:token-1').toString('base64')}`,
      'content-type': 'application/json',
      accept: 'application/json',
    });
    expect([get?.method, get?.url, get?.headers['content-type']]).toEqual([
      'GET',
      '/rest/api/3/issue/10042?fields=summary%2Creporter',
      undefined,
    ]);
  });

  it('sends a bearer token where that is the login, for calls of the app and of a user alike', async () => {
    const { server, seen } = listening();
    await withServer(
      server,
      async (transport) => {
        await transport({ ...call, as: 'user' });
        await transport({ ...call, as: 'app' });
      },
      { bearer: 'token-2' },
    );
    expect(seen.map(({ headers }) => headers.authorization)).toEqual(['Bearer token-2', 'Bearer token-2']);
  });

  it('says that it knows of experimental interfaces, to those and to no others', async () => {
    const { server, seen } = listening();
    const account = { account: 'qm:1:2' };
    await withServer(server, async (transport) => {
      await transport({ what: 'read', endpoint: 'GET /jsm/csm/api/v1/customer/account/{account}', params: account });
      await transport({
        what: 'lock',
        endpoint: 'PUT /rest/servicedeskapi/customer/user/{account}/revoke-portal-only-access',
        params: account,
      });
      await transport(call);
    });
    expect(seen.map(({ headers }) => headers['x-experimentalapi'])).toEqual(['opt-in', 'opt-in', undefined]);
    expect(seen[0]?.url).toBe('/jsm/csm/api/v1/customer/account/qm%3A1%3A2');
  });

  it.each([
    ['nothing', 204, ''],
    ['a page', 200, '<p>Log in</p>'],
    ['half an answer', 200, '{"id":'],
  ])('answers no JSON where there is %s', async (_, status, body) => {
    await withAnswers(
      (_request, response) => void response.writeHead(status).end(body),
      async (transport) => {
        expect(await transport(call)).toMatchObject({ status, json: undefined });
      },
    );
  });

  it('follows no redirect, so that the token goes nowhere else', async () => {
    const other = listening();
    await withServer(other.server, async () => {
      const address = other.server.address();
      const port = typeof address === 'object' ? String(address?.port) : '';
      await withAnswers(
        (_, response) => void response.writeHead(302, { Location: `http://127.0.0.1:${port}/` }).end(),
        async (transport) => {
          expect(await transport(call)).toMatchObject({ status: 302 });
        },
      );
    });
    expect(other.seen).toEqual([]);
  });
});

describe('a connection that fails', () => {
  const silent: RequestListener = () => undefined;
  const dripping: RequestListener = (_, response) => {
    response.writeHead(200);
    const drip = setInterval(() => response.write(' '), 20);
    response.on('close', () => {
      clearInterval(drip);
    });
  };

  it.each([
    ['does not come', silent],
    ['never ends', dripping],
  ])('is down, in time, if the answer %s', async (_, listener) => {
    await withAnswers(listener, async (transport) => {
      const message = expect.stringMatching(/in time|broke/);
      await expect(transport(call)).rejects.toMatchObject({ code: 'down', message });
    });
  });

  it('is down if nothing is there, or it breaks', async () => {
    const nobody = jiraTransport({ address: 'http://127.0.0.1:1', login });
    await expect(nobody(call)).rejects.toMatchObject({ code: 'down', message: expect.stringContaining('address') });
    await withAnswers(
      (request) => void request.socket.destroy(),
      async (transport) => {
        await expect(transport(call)).rejects.toMatchObject({ code: 'down' });
      },
    );
  });

  it('is unreadable if what answers speaks no HTTP', async () => {
    const server = createTcpServer((socket) => socket.end('220 mail.test ESMTP\r\n'));
    await withServer(server, async (transport) => {
      await expect(transport(call)).rejects.toMatchObject({ code: 'unreadable' });
    });
  });

  it('is told in fixed words: neither the login nor what was sent is in the error', async () => {
    const nobody = jiraTransport({ address: 'http://127.0.0.1:1', login });
    const error: unknown = await nobody({ ...change, body: { body: 'Ada Quellstone' } }).catch(
      (thrown: unknown) => thrown,
    );
    expect(`${String(error)} ${JSON.stringify(error)}`).not.toMatch(/token-1|bot@|Quellstone/);
  });
});

describe('the address of a site', () => {
  it.each([
    'http://acme.atlassian.net',
    'ftp://127.0.0.1',
    'acme.atlassian.net',
    'https://acme.atlassian.net/jira',
    'https://acme.atlassian.net?x=1',
    'https://a:b@acme.test',
    'https://api.atlassian.com/ex/confluence/1',
  ])('is refused before a token is sent there: %s', (address) => {
    expect(() => jiraTransport({ address, login })).toThrow(
      expect.objectContaining({ name: 'RuleError', path: 'address' }),
    );
  });

  it.each([
    'https://acme.atlassian.net',
    'https://acme.atlassian.net/',
    'http://localhost:8080',
    'https://api.atlassian.com/ex/jira/5f6a-77',
  ])('may be %s', (address) => {
    expect(() => jiraTransport({ address, login })).not.toThrow();
  });

  it('at the gateway keeps the id of the site in front of every path', async () => {
    const { server, seen } = listening();
    await withServer(server, async () => {
      const address = server.address();
      const port = typeof address === 'object' ? String(address?.port) : '';
      await jiraTransport({ address: `http://127.0.0.1:${port}/ex/jira/5f6a-77/`, login })(call);
    });
    expect(seen[0]?.url).toBe('/ex/jira/5f6a-77/rest/api/3/issue/10042?fields=summary%2Creporter');
  });
});
