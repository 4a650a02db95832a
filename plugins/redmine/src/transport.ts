import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import axios from 'axios';
import type { AxiosInstance, AxiosRequestConfig } from 'axios';
import type { Answer, Call, Transport } from './call.ts';
import { networkFailure } from './failure.ts';

/** Where Redmine is and how to get in. */
export interface RedmineAddress {
  /** E.g. `https://support.acme.test/redmine`. */
  readonly address: string;
  /** An administrator's API key. */
  readonly key: string;
  /** How long one call may take; 60 unless told. */
  readonly timeoutSeconds?: number;
}

const LARGEST_ANSWER = 64 * 1024 * 1024;
const LARGEST_REQUEST = 16 * 1024 * 1024;

/** A transport over HTTP: follows no redirect, waits no longer than told, reads no answer above 64 MB, four calls at a time at most. */
export function redmineTransport({ address, key, timeoutSeconds = 60 }: RedmineAddress): Transport {
  const agents = { keepAlive: true, maxSockets: 4 };
  const http = axios.create({
    baseURL: address.replace(/\/+$/, ''),
    headers: { 'X-Redmine-API-Key': key, Accept: 'application/json' },
    httpAgent: new HttpAgent(agents),
    httpsAgent: new HttpsAgent(agents),
    maxRedirects: 0,
    maxContentLength: LARGEST_ANSWER,
    maxBodyLength: LARGEST_REQUEST,
    responseType: 'text',
    transformResponse: (text: unknown) => text,
    validateStatus: () => true,
  });
  return async (call) => send(http, call, timeoutSeconds * 1000);
}

async function send(http: AxiosInstance, call: Call, milliseconds: number): Promise<Answer> {
  try {
    const { status, headers, data } = await http.request<unknown>(requestFor(call, milliseconds));
    const retryAfter: unknown = headers['retry-after'];
    return {
      status,
      type: String(headers['content-type'] ?? ''),
      text: typeof data === 'string' ? data : '',
      ...(typeof retryAfter === 'string' ? { retryAfter } : {}),
    };
  } catch (error) {
    throw networkFailure(error, call.what);
  }
}

function requestFor({ method, path, query, body }: Call, milliseconds: number): AxiosRequestConfig {
  return {
    method,
    url: path,
    timeout: milliseconds,
    signal: AbortSignal.timeout(milliseconds),
    ...(query === undefined ? {} : { params: new URLSearchParams(query) }),
    ...(body === undefined ? {} : { data: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
  };
}
