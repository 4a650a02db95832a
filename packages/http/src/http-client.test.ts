import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Server, Socket } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { httpClient } from './http-client.ts';

/** What a host does with a call: answers it, or closes the connection as if it had been idle too long. */
type Does = 'answers' | 'closes';

/** A host on bare TCP that does with each call what it is told, the last again and again, and notes what came. */
class RawHost {
  /** The connection a call came on, from 1, and its first line. */
  readonly came: string[] = [];
  readonly #does: Does[];
  readonly #headers: string;
  readonly #server: Server;
  readonly #open = new Set<Socket>();
  #connections = 0;

  constructor(does: readonly Does[], headers = '') {
    this.#does = [...does];
    this.#headers = headers;
    this.#server = createServer((socket) => {
      this.#serve(socket);
    });
  }

  async address(): Promise<string> {
    await once(this.#server.listen(0, '127.0.0.1'), 'listening');
    const bound = this.#server.address();
    return `http://127.0.0.1:${String(typeof bound === 'object' ? bound?.port : 0)}`;
  }

  async close(): Promise<void> {
    for (const socket of this.#open) socket.destroy();
    if (this.#server.listening) await once(this.#server.close(), 'close');
  }

  #serve(socket: Socket): void {
    this.#connections += 1;
    const connection = this.#connections;
    this.#open.add(socket);
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      this.came.push(`${connection} ${data.toString().split(' ')[0] ?? ''}`);
      const does = this.#does.length > 1 ? this.#does.shift() : this.#does[0];
      if (does === 'closes') socket.resetAndDestroy();
      else socket.write(`HTTP/1.1 200 OK\r\nContent-Length: 2\r\n${this.#headers}\r\n{}`);
    });
  }
}

const hosts: RawHost[] = [];

async function clientOf(host: RawHost, clock = { now: 0 }) {
  hosts.push(host);
  return httpClient(await host.address(), { now: () => clock.now });
}

afterEach(async () => {
  await Promise.all(hosts.splice(0).map(async (host) => host.close()));
});

describe('a host that closes a connection just when a call is sent', () => {
  it('is asked once more on a new connection where the call reads', async () => {
    const host = new RawHost(['answers', 'closes', 'answers']);
    const client = await clientOf(host);
    await client.get('/1');
    expect((await client.get('/2')).status).toBe(200);
    expect(host.came).toEqual(['1 GET', '1 GET', '2 GET']);
  });

  it.each(['post', 'put', 'patch', 'delete'] as const)(
    'is never sent a %s again, which may have arrived',
    async (method) => {
      const host = new RawHost(['answers', 'closes', 'answers']);
      const client = await clientOf(host);
      await client.get('/1');
      await expect(client.request({ method, url: '/2' })).rejects.toMatchObject({ code: 'ECONNRESET' });
      expect(host.came).toEqual(['1 GET', `1 ${method.toUpperCase()}`]);
    },
  );

  it('is asked no third time', async () => {
    const host = new RawHost(['answers', 'closes']);
    const client = await clientOf(host);
    await client.get('/1');
    await expect(client.get('/2')).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(host.came).toEqual(['1 GET', '1 GET', '2 GET']);
  });

  it('is not asked again where the connection was new: then it is down', async () => {
    const host = new RawHost(['closes']);
    const client = await clientOf(host);
    await expect(client.get('/1')).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(host.came).toEqual(['1 GET']);
  });

  it('is asked on none of the connections it may have closed as well', async () => {
    const host = new RawHost(['answers', 'answers', 'answers', 'closes', 'answers']);
    const client = await clientOf(host);
    await Promise.all([client.get('/1'), client.get('/2'), client.get('/3')]);
    await client.get('/4');
    expect(host.came.at(-1)).toBe('4 GET');
  });
});

describe('a connection at rest', () => {
  it.each([
    ['GET', 3_999, 1],
    ['GET', 4_000, 2],
    ['PUT', 999, 1],
    ['PUT', 1_000, 2],
  ])('serves a %s after %i ms on connection %i', async (method, rest, connection) => {
    const clock = { now: 0 };
    const host = new RawHost(['answers']);
    const client = await clientOf(host, clock);
    await client.get('/1');
    clock.now += rest;
    await client.request({ method, url: '/2' });
    expect(host.came).toEqual(['1 GET', `${connection} ${method}`]);
  });

  it.each([
    ['timeout=3, max=100', 1_999, 1],
    ['timeout=3, max=100', 2_000, 2],
    ['timeout=1', 0, 2],
    ['max=100', 3_999, 1],
    ['timeout=600', 4_000, 2],
  ])('heeds what the host says: %s, after %i ms on connection %i', async (said, rest, connection) => {
    const clock = { now: 0 };
    const host = new RawHost(['answers'], `Keep-Alive: ${said}\r\n`);
    const client = await clientOf(host, clock);
    await client.get('/1');
    clock.now += rest;
    await client.get('/2');
    expect(host.came).toEqual(['1 GET', `${connection} GET`]);
  });
});
