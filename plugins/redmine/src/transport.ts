import type { LookupFunction } from 'node:net';
import { httpClient, within } from '@lethe/http/node';
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
  /** How names become addresses; as the machine does it unless told. */
  readonly lookup?: LookupFunction | undefined;
}

/** A transport over HTTP: follows no redirect, waits no longer than told, reads no answer above 64 MB, four calls at a time at most. */
export function redmineTransport({ address, key, timeoutSeconds = 60, lookup }: RedmineAddress): Transport {
  const http = httpClient(address.replace(/\/+$/, ''), {
    headers: { 'X-Redmine-API-Key': key },
    connections: 4,
    lookup,
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
    ...within(milliseconds),
    ...(query === undefined ? {} : { params: new URLSearchParams(query) }),
    ...(body === undefined ? {} : { data: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
  };
}
