import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';
import type { Socket } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { ask, tell } from './ask.ts';
import type { Call, Transport } from './call.ts';
import { requestTrackerTransport } from './transport.ts';

const call: Call = {
  what: 'read a ticket',
  method: 'GET',
  path: '/REST/2.0/ticket/1',
  query: { 'fields[Owner]': 'ü' },
};
const secret = 'Ada Quellstone';

async function withAnswers(listener: RequestListener, act: (transport: Transport) => Promise<void>): Promise<void> {
  const sockets = new Set<Socket>();
  const server = createServer({ keepAlive: false }, listener);
  server.on('connection', (socket) => sockets.add(socket));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  const port = String(address === null || typeof address === 'string' ? 0 : address.port);
  try {
    await act(
      requestTrackerTransport({ address: `http://127.0.0.1:${port}/rt/`, token: '1-14-abc', timeoutSeconds: 0.5 }),
    );
  } finally {
    for (const socket of sockets) socket.destroy();
    await new Promise((closed) => server.close(closed));
  }
}

/** Answers with an empty object and notes what came. */
function noting(seen: unknown[]): RequestListener {
  return (request, response) => {
    const body: string[] = [];
    request.setEncoding('utf8');
    request.on('data', (part: string) => body.push(part));
    request.on('end', () => {
      const { method, url, headers } = request;
      seen.push({ method, url, token: headers.authorization, type: headers['content-type'], body: body.join('') });
      response.writeHead(200, { 'Content-Type': 'application/json; charset="utf-8"', Connection: 'close' }).end('{}');
    });
  };
}

describe('the transport', () => {
  it('sends the token in a header, below the address it was given', async () => {
    const seen: unknown[] = [];
    await withAnswers(noting(seen), async (transport) => {
      expect(await transport(call)).toEqual({ status: 200, type: 'application/json; charset="utf-8"', text: '{}' });
    });
    expect(seen).toEqual([
      expect.objectContaining({
        method: 'GET',
        url: '/rt/REST/2.0/ticket/1?fields%5BOwner%5D=%C3%BC',
        token: 'token 1-14-abc',
        body: '',
      }),
    ]);
  });

  it('asks to close each connection: RT closes idle ones without warning', async () => {
    const wishes: unknown[] = [];
    const listener: RequestListener = ({ headers }, response) => {
      wishes.push(headers.connection);
      response.end('{}');
    };
    await withAnswers(listener, async (transport) => {
      await transport(call);
    });
    expect(wishes).toEqual(['close']);
  });

  it('sends searches in the body, as JSON or as a form, never in the address', async () => {
    const seen: unknown[] = [];
    await withAnswers(noting(seen), async (transport) => {
      await transport({ what: 'search', method: 'POST', path: '/a', body: [{ value: secret }] });
      await transport({ what: 'search', method: 'POST', path: '/b', form: { query: `Subject LIKE '${secret}'` } });
    });
    expect(seen).toEqual([
      expect.objectContaining({ url: '/rt/a', type: 'application/json', body: `[{"value":"${secret}"}]` }),
      expect.objectContaining({
        url: '/rt/b',
        type: expect.stringContaining('application/x-www-form-urlencoded'),
        body: 'query=Subject+LIKE+%27Ada+Quellstone%27',
      }),
    ]);
  });

  it('follows no redirect', async () => {
    let calls = 0;
    const listener: RequestListener = (_, response) => {
      calls += 1;
      response.writeHead(302, { Location: 'http://127.0.0.1:1/elsewhere', Connection: 'close' }).end();
    };
    await withAnswers(listener, async (transport) => {
      await expect(tell(transport, call)).rejects.toMatchObject({ code: 'unreadable' });
    });
    expect(calls).toBe(1);
  });

  it('waits no longer than told', async () => {
    await withAnswers(
      () => undefined,
      async (transport) => {
        await expect(transport(call)).rejects.toMatchObject({ code: 'down' });
      },
    );
  });

  it('makes four calls at a time at most, and lets the others wait in line', async () => {
    const held: (() => void)[] = [];
    let most = 0;
    const listener: RequestListener = (_, response) => {
      held.push(() => response.writeHead(200, { 'Content-Type': 'application/json', Connection: 'close' }).end('{}'));
      most = Math.max(most, held.length);
      // Nobody is answered before four have come; whoever comes besides them is seen.
      if (held.length === 4) setImmediate(() => setImmediate(() => held.splice(0).forEach((answer) => answer())));
    };
    await withAnswers(listener, async (transport) => {
      await Promise.all(Array.from({ length: 12 }, () => transport(call)));
    });
    expect(most).toBe(4);
  });
});

describe('an answer', () => {
  it.each([
    ['a login page', 200, 'text/html', `<html>${secret}</html>`],
    ['broken JSON', 200, 'application/json', `{"Subject": "${secret}`],
    ['JSON of another shape', 200, 'application/json', `{"Name": "${secret}"}`],
    ['a refusal', 400, 'application/json', `{"message": "${secret}"}`],
    ['a failure', 500, 'text/plain', secret],
  ])('is never repeated in an error: %s', async (_, ...answer) => {
    const [status, type, text] = answer;
    const transport: Transport = async () => ({ status, type, text });
    const error: unknown = await ask(transport, call, z.object({ id: z.number() })).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'HostError' });
    expect(String(error)).not.toContain(secret);
    expect(JSON.stringify(error)).not.toContain(secret);
  });
});
