import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from '@jest/globals';
import { HostError, RuleError } from '@lethe/core';
import type { Call } from '../http-port.ts';
import { leverTransport } from './lever-transport.ts';

const read: Call = { what: 'read a contact', method: 'GET', path: '/contacts/1', query: { email: 'a+b@c.test' } };
const closing: (() => void)[] = [];

afterEach(() => {
  for (const close of closing.splice(0)) close();
});

async function served(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server does not listen.');
  return `http://127.0.0.1:${String(address.port)}/v1/`;
}

describe('the transport', () => {
  it('signs in with the key as the user and no password, and puts what is asked for into the address', async () => {
    const seen: IncomingMessage[] = [];
    const address = await served((request, response) => {
      seen.push(request);
      response.writeHead(200, { 'Content-Type': 'application/json', 'Retry-After': '7' }).end('{"data":[]}');
    });
    const answer = await leverTransport({ address, key: 'secret' })(read);
    expect(answer).toMatchObject({ status: 200, json: { data: [] }, headers: { 'retry-after': '7' } });
    expect(seen[0]?.url).toBe('/v1/contacts/1?email=a%2Bb%40c.test');
    expect(seen[0]?.headers.authorization).toBe(`Basic ${Buffer.from('secret:').toString('base64')}`);
  });

  it('follows no redirect, hands every status on, and reads what is no JSON as nothing', async () => {
    const address = await served((_request, response) => {
      response.writeHead(302, { Location: 'http://127.0.0.1:1/' }).end('<html>');
    });
    expect(await leverTransport({ address, key: 'secret' })(read)).toMatchObject({ status: 302, json: undefined });
  });

  it('says so where nothing comes back, without what was asked', async () => {
    const address = await served((_request, response) => response.destroy());
    const error = await leverTransport({ address, key: 'secret' })(read).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(HostError);
    expect(error).toMatchObject({ code: 'down' });
    expect(String(error)).not.toMatch(/a\+b|secret/);
  });

  it.each(['http://api.lever.co/v1', 'nonsense', 'https://a:b@api.lever.co', 'https://api.lever.co/?a=b'])(
    'takes no key to %s',
    (address) => {
      expect(() => leverTransport({ address, key: 'secret' })).toThrow(RuleError);
    },
  );
});
