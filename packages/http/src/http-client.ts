import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { LookupFunction } from 'node:net';
import axios from 'axios';
import type { AxiosInstance } from 'axios';
import { onRestedConnections } from './rested-connections.ts';
import { resting, Rests } from './resting.ts';

const LARGEST_ANSWER = 64 * 1024 * 1024;
const LARGEST_REQUEST = 16 * 1024 * 1024;

/** What differs from client to client. */
export interface ClientOptions {
  /** What every call is sent with; as JSON is what all of them are answered in, `Accept` asks for it unless told. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Connections at a time; eight unless told. */
  readonly connections?: number;
  /** Tells the address behind a name, for each connection: what it answers is what is connected to, and no proxy stands between. */
  readonly lookup?: LookupFunction | undefined;
  /** Milliseconds of a clock that is never set back; the machine's unless told. */
  readonly now?: () => number;
}

/**
 * An HTTP client of one account: keeps connections open for less long than the host does, follows no redirect, so that a key goes
 * nowhere else, reads no answer above 64 MB, hands on every status, and leaves texts as they came. A GET whose connection turns out
 * to have been closed by the host is made once more; whatever may change something never is.
 */
export function httpClient(
  address: string,
  { headers = {}, connections = 8, lookup, now }: ClientOptions = {},
): AxiosInstance {
  const rests = new Rests(now);
  const options = { keepAlive: true, maxSockets: connections, ...(lookup === undefined ? {} : { lookup }) };
  const agents = {
    httpAgent: resting(new HttpAgent(options), rests),
    httpsAgent: resting(new HttpsAgent(options), rests),
  };
  return axios.create({
    ...agents,
    adapter: onRestedConnections(axios.getAdapter('http'), rests, Object.values(agents)),
    baseURL: address,
    headers: { Accept: 'application/json', ...headers },
    ...(lookup === undefined ? {} : { proxy: false }),
    maxRedirects: 0,
    maxContentLength: LARGEST_ANSWER,
    maxBodyLength: LARGEST_REQUEST,
    responseType: 'text',
    transformResponse: (text: unknown) => text,
    validateStatus: () => true,
  });
}

/** What a call that may take so long is sent with. */
export function within(milliseconds: number): { readonly timeout: number; readonly signal: AbortSignal } {
  return { timeout: milliseconds, signal: AbortSignal.timeout(milliseconds) };
}
