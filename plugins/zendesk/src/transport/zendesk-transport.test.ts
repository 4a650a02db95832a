import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener } from 'node:http';
import { createServer as createTcpServer } from 'node:net';
import type { Server, Socket } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { HostError } from '@lethe/core';
import type { Call, HttpPort } from '../http-port.ts';
import { zendeskTransport } from './zendesk-transport.ts';
import type { TokenSource } from './zendesk-transport.ts';

const call: Call = {
  what: 'read a user',
  method: 'GET',
  path: '/api/v2/users/1.json',
  query: { include: 'identities,organizations', 'page[size]': '100' },
};

interface Opened {
  readonly transport: HttpPort;
  readonly address: string;
}

async function withServer(server: Server, token: TokenSource, act: (opened: Opened) => Promise<void>): Promise<void> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => sockets.add(socket));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const listening = server.address();
  const port = String(listening === null || typeof listening === 'string' ? 0 : listening.port);
  const address = `http://127.0.0.1:${port}`;
  try {
    await act({ transport: zendeskTransport({ address, token, timeoutSeconds: 0.3 }), address });
  } finally {
    for (const socket of sockets) socket.destroy();
    await new Promise((closed) => server.close(closed));
  }
}

async function withAnswers(listener: RequestListener, act: (transport: HttpPort) => Promise<void>): Promise<void> {
  await withServer(
    createServer(listener),
    async () => 'token-1',
    async ({ transport }) => act(transport),
  );
}

async function textOf(request: IncomingMessage): Promise<string> {
  request.setEncoding('utf8');
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}

describe('the transport with a token', () => {
  it('sends the token, the query encoded and the body as JSON, and hands on status, headers and JSON', async () => {
    const seen: unknown[] = [];
    const listener: RequestListener = (request, response) => {
      void textOf(request).then((body) => {
        const { method, url, headers } = request;
        seen.push(method, url, headers.authorization, headers['content-type'], body);
        response.writeHead(422, { 'X-Rate-Limit': '700', 'Content-Type': 'application/json' }).end('{"error":"x"}');
      });
    };
    await withAnswers(listener, async (transport) => {
      const answer = await transport({ ...call, method: 'PUT', body: { name: 'ü' } });
      expect(answer).toMatchObject({ status: 422, headers: { 'x-rate-limit': '700' }, json: { error: 'x' } });
    });
    const url = '/api/v2/users/1.json?include=identities%2Corganizations&page%5Bsize%5D=100';
    expect(seen).toEqual(['PUT', url, 'Bearer token-1', 'application/json', '{"name":"ü"}']);
  });

  it.each([
    ['nothing', 204, ''],
    ['a page', 200, '<p>Sign in</p>'],
    ['half an answer', 200, '{"user":'],
  ])('answers no JSON where there is %s', async (_, status, body) => {
    await withAnswers(
      (_request, response) => void response.writeHead(status).end(body),
      async (transport) => {
        expect(await transport(call)).toMatchObject({ status, json: undefined });
      },
    );
  });

  it('follows no redirect, so that the token goes nowhere else', async () => {
    await withAnswers(
      (_, response) => void response.writeHead(302, { Location: 'http://127.0.0.1:1/elsewhere' }).end(),
      async (transport) => {
        expect(await transport(call)).toMatchObject({ status: 302 });
      },
    );
  });

  it('repeats a call once with a fresh token when Zendesk refused the one it had', async () => {
    const seen: (string | undefined)[] = [];
    const refused: (string | undefined)[] = [];
    const token: TokenSource = async (one) => {
      refused.push(one);
      return one === undefined ? 'old' : 'new';
    };
    const server = createServer((request, response) => {
      seen.push(request.headers.authorization);
      response.writeHead(request.headers.authorization === 'Bearer new' ? 200 : 401).end('{}');
    });
    await withServer(server, token, async ({ transport }) => {
      expect(await transport(call)).toMatchObject({ status: 200 });
    });
    expect(seen).toEqual(['Bearer old', 'Bearer new']);
    expect(refused).toEqual([undefined, 'old']);
  });

  it('does not ask again and again when the fresh token is refused too, or there is no other', async () => {
    for (const second of ['new', 'old']) {
      const seen: unknown[] = [];
      const server = createServer((_, response) => {
        seen.push(1);
        response.writeHead(401).end('{}');
      });
      const token: TokenSource = async (one) => (one === undefined ? 'old' : second);
      await withServer(server, token, async ({ transport }) => {
        expect(await transport(call)).toMatchObject({ status: 401 });
      });
      expect(seen).toHaveLength(second === 'new' ? 2 : 1);
    }
  });

  it('makes no call when there is no token to be had', async () => {
    const gone: TokenSource = async () => {
      throw new HostError('signed-out', 'Nobody is signed in.');
    };
    const server = createServer(() => {
      throw new Error('No call may come.');
    });
    await withServer(server, gone, async ({ transport }) => {
      await expect(transport(call)).rejects.toMatchObject({ code: 'signed-out' });
    });
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
    const nobody = zendeskTransport({ address: 'http://127.0.0.1:1', token: async () => 't' });
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
    await withServer(
      server,
      async () => 't',
      async ({ transport }) => {
        await expect(transport(call)).rejects.toMatchObject({ code: 'unreadable' });
      },
    );
  });

  it('is told in fixed words: neither the token nor what was sent is in the error', async () => {
    const nobody = zendeskTransport({ address: 'http://127.0.0.1:1', token: async () => 'secret-token' });
    const error: unknown = await nobody({ ...call, method: 'PUT', body: { name: 'Ada Quellstone' } }).catch(
      (thrown: unknown) => thrown,
    );
    expect(`${String(error)} ${JSON.stringify(error)}`).not.toMatch(/secret-token|Quellstone/);
  });
});

describe('the address of an account', () => {
  const token = async (): Promise<string> => 't';

  it.each([
    'http://acme.zendesk.com',
    'ftp://127.0.0.1',
    'acme.zendesk.com',
    'https://acme.zendesk.com/agent',
    'https://a@b.test',
  ])('is refused before a token is sent there: %s', (address) => {
    expect(() => zendeskTransport({ address, token })).toThrow(
      expect.objectContaining({ name: 'RuleError', path: 'address' }),
    );
  });

  it.each(['https://acme.zendesk.com', 'https://acme.zendesk.com/', 'http://localhost:8080'])(
    'may be %s',
    (address) => {
      expect(() => zendeskTransport({ address, token })).not.toThrow();
    },
  );
});
