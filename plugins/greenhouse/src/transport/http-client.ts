import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import axios from 'axios';
import type { AxiosInstance } from 'axios';

const LARGEST_ANSWER = 64 * 1024 * 1024;
const LARGEST_REQUEST = 16 * 1024 * 1024;

/**
 * An HTTP client of one account: keeps connections open, follows no redirect, reads no answer above 64 MB, hands on every
 * status, and leaves texts as they came.
 */
export function httpClient(origin: string): AxiosInstance {
  const agents = { keepAlive: true, maxSockets: 8 };
  return axios.create({
    baseURL: origin,
    headers: { Accept: 'application/json' },
    httpAgent: new HttpAgent(agents),
    httpsAgent: new HttpsAgent(agents),
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
