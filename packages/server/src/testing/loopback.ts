import { request } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { App } from '../http/routes.ts';

/** A request, with the headers that are written here and no others. A body that is no text goes as JSON. */
export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | object | undefined;
}

/** What came back. */
export interface Answer {
  readonly statusCode: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** The body to the byte. */
  readonly raw: Buffer;
  /** What a browser would keep; an empty value takes it away. */
  readonly cookies: readonly { readonly name: string; readonly value: string; readonly line: string }[];
  json(): unknown;
}

/** Where the app listens on loopback; it begins to, if it does not yet. */
export async function addressOf(app: App): Promise<string> {
  if (!app.server.listening) await app.listen({ host: '127.0.0.1', port: 0 });
  const address = app.server.address();
  if (address === null || typeof address === 'string') throw new RangeError('It listens on a port.');
  return `http://127.0.0.1:${String(address.port)}`;
}

/** Asks a server on this machine; follows no redirect. */
export async function askLoopback(address: string, { method, url, headers = {}, body }: Asked): Promise<Answer> {
  const payload = typeof body === 'object' ? JSON.stringify(body) : body;
  const type = typeof body === 'object' ? { 'content-type': 'application/json' } : {};
  const length = payload === undefined ? {} : { 'content-length': String(Buffer.byteLength(payload)) };
  const asking = request(new URL(url, address), { method, headers: { ...type, ...length, ...headers }, agent: false });
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    asking.once('response', resolve).once('error', reject).end(payload);
  });
  const raw = await buffer(answer);
  const read = raw.toString('utf8');
  return {
    ...{ statusCode: answer.statusCode ?? 0, headers: answer.headers, body: read, raw },
    cookies: (answer.headers['set-cookie'] ?? []).map(cookieIn),
    json: (): unknown => JSON.parse(read),
  };
}

function cookieIn(line: string): Answer['cookies'][number] {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
  return { name, value, line };
}
