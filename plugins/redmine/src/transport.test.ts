import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';
import { createServer as createTcpServer } from 'node:net';
import type { Server, Socket } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { ask, tell } from './ask.ts';
import { redmineTransport } from './transport.ts';
import type { Call, Transport } from './call.ts';

const call: Call = {
  what: 'read an issue',
  method: 'GET',
  path: '/issues/1.json',
  query: { include: 'a b', 'f[]': 'ü' },
};
const secret = 'Ada Quellstone';

async function withServer(server: Server, act: (transport: Transport, port: string) => Promise<void>): Promise<void> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => sockets.add(socket));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  const port = String(address === null || typeof address === 'string' ? 0 : address.port);
  try {
    await act(redmineTransport({ address: `http://127.0.0.1:${port}/support/`, key: 'k', timeoutSeconds: 0.3 }), port);
  } finally {
    for (const socket of sockets) socket.destroy();
    await new Promise((closed) => server.close(closed));
  }
}

async function withAnswers(listener: RequestListener, act: (transport: Transport) => Promise<void>): Promise<void> {
  const server = createServer({ keepAlive: false }, (request, response) => {
    response.setHeader('Connection', 'close');
    listener(request, response);
  });
  await withServer(server, act);
}

describe('the transport', () => {
  it('sends the key in a header, the query encoded and the body as JSON, below the address it was given', async () => {
    const seen: unknown[] = [];
    const listener: RequestListener = (request, response) => {
      request.setEncoding('utf8');
      request.on('data', (body) => seen.push(body));
      request.on('end', () => {
        const { method, url, headers } = request;
        seen.push(method, url, headers['x-redmine-api-key'], headers['content-type']);
        response.writeHead(200, { 'Content-Type': 'application/json' }).end('{}');
      });
    };
    await withAnswers(listener, async (transport) => {
      const answer = await transport({ ...call, method: 'PUT', body: { a: 'ü' } });
      expect(answer).toEqual({ status: 200, type: 'application/json', text: '{}' });
      expect(seen).toEqual([
        '{"a":"ü"}',
        'PUT',
        '/support/issues/1.json?include=a+b&f%5B%5D=%C3%BC',
        'k',
        'application/json',
      ]);
    });
  });

  it('follows no redirect', async () => {
    let calls = 0;
    const listener: RequestListener = (_, response) => {
      calls += 1;
      response.writeHead(302, { Location: 'http://127.0.0.1:1/elsewhere' }).end();
    };
    await withAnswers(listener, async (transport) => {
      await expect(tell(transport, call)).rejects.toMatchObject({ code: 'unreadable' });
      expect(calls).toBe(1);
    });
  });

  it('does not wait longer than told for an answer that does not come', async () => {
    await withAnswers(
      () => undefined,
      async (transport) => {
        await expect(transport(call)).rejects.toMatchObject({
          code: 'down',
          message: expect.stringContaining('in time'),
        });
      },
    );
  });

  it('does not wait longer than told for an answer that never ends', async () => {
    const listener: RequestListener = (_, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      const drip = setInterval(() => response.write(' '), 20);
      response.on('close', () => {
        clearInterval(drip);
      });
    };
    await withAnswers(listener, async (transport) => {
      await expect(transport(call)).rejects.toMatchObject({ code: 'down' });
    });
  });

  it('says that nothing is there', async () => {
    const transport = redmineTransport({ address: 'http://127.0.0.1:1', key: 'k' });
    await expect(transport(call)).rejects.toMatchObject({
      code: 'down',
      message: expect.stringContaining('check the address'),
    });
  });

  it('says that TLS is not spoken there', async () => {
    const server = createTcpServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    await withServer(server, async (_, port) => {
      const transport = redmineTransport({ address: `https://127.0.0.1:${port}`, key: 'k', timeoutSeconds: 0.3 });
      await expect(transport(call)).rejects.toMatchObject({ code: 'down', message: expect.stringContaining('TLS') });
    });
  });

  it('cannot read what is no HTTP', async () => {
    const server = createTcpServer((socket) => socket.end('220 mail.test ESMTP\r\n'));
    await withServer(server, async (transport) => {
      await expect(transport(call)).rejects.toMatchObject({ code: 'unreadable' });
    });
  });

  it('hands on when to try again', async () => {
    const listener: RequestListener = (_, response) => void response.writeHead(429, { 'Retry-After': '7' }).end();
    await withAnswers(listener, async (transport) => {
      expect(await transport(call)).toMatchObject({ status: 429, retryAfter: '7' });
    });
  });
});

describe('what comes back', () => {
  const schema = z.object({ id: z.number() });
  const cases: readonly (readonly [string, string, string])[] = [
    ['a page', 'text/html', `<p>${secret}</p>`],
    ['half an answer', 'application/json', `{"id":1,"name":"${secret}`],
    ['another kind of answer', 'application/json', `{"id":"${secret}"}`],
    ['nothing', '', ''],
  ];

  it.each(cases)('is unreadable if it is %s, and is not repeated', async (_, type, text) => {
    const transport: Transport = async () => ({ status: 200, type, text });
    const error: unknown = await ask(transport, call, schema).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'unreadable' });
    expect(String(error)).not.toContain(secret);
  });

  it('is read without what was not asked for', async () => {
    const transport: Transport = async () => ({
      status: 200,
      type: 'application/json',
      text: '{"id":1,"api_key":"x"}',
    });
    expect(await ask(transport, call, schema)).toEqual({ id: 1 });
  });

  it('may be empty where nothing was asked for, and no page even then', async () => {
    await expect(tell(async () => ({ status: 204, type: '', text: '' }), call)).resolves.toBeUndefined();
    const page: Transport = async () => ({ status: 200, type: 'text/html', text: '<p>Sign in</p>' });
    await expect(tell(page, call)).rejects.toMatchObject({ code: 'unreadable' });
  });
});
