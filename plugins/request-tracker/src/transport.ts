import type { LookupFunction } from 'node:net';
import { networkFailure, Seats } from '@lethe/http';
import { httpClient, within } from '@lethe/http/node';
import type { AxiosInstance, AxiosRequestConfig } from 'axios';
import type { Answer, Call, Transport } from './call.ts';
import { HOST_NAME } from './failure.ts';

/** Where Request Tracker is and how to get in. */
export interface RequestTrackerAddress {
  /** E.g. `https://support.acme.test/rt`. */
  readonly address: string;
  /** A SuperUser's authentication token. */
  readonly token: string;
  /** How long one call may take; 60 unless told. */
  readonly timeoutSeconds?: number;
  /** How names become addresses; as the machine does it unless told. */
  readonly lookup?: LookupFunction | undefined;
}

/** RT says nothing of limits; more than a few calls at a time keep its workers from the people who use it. */
const AT_ONCE = 4;

/** A transport over HTTP: follows no redirect, waits no longer than told, reads no answer above 64 MB, four calls at a time at most. */
export function requestTrackerTransport(where: RequestTrackerAddress): Transport {
  const { address, token, timeoutSeconds = 60, lookup } = where;
  // Starman, which RT runs on, closes a connection that was idle for a second, even while the next call is on its way.
  const headers = { Authorization: `token ${token}`, Connection: 'close' };
  const http = httpClient(address.replace(/\/+$/, ''), { headers, lookup });
  const seats = new Seats(AT_ONCE);
  return async (call) => {
    // Time spent in the line is not time RT took.
    await seats.take();
    try {
      return await send(http, call, timeoutSeconds * 1000);
    } finally {
      seats.leave();
    }
  };
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
    throw networkFailure(HOST_NAME, error, call.what);
  }
}

function requestFor({ method, path, query, body, form }: Call, milliseconds: number): AxiosRequestConfig {
  return {
    method,
    url: path,
    ...within(milliseconds),
    ...(query === undefined ? {} : { params: new URLSearchParams(query) }),
    ...(body === undefined ? {} : { data: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
    ...(form === undefined ? {} : { data: new URLSearchParams(form) }),
  };
}
