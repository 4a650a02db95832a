import type { LookupFunction } from 'node:net';
import { apiAddress, headersIn, jsonIn, networkFailure } from '@lethe/http';
import { httpClient, within } from '@lethe/http/node';
import type { AxiosRequestConfig } from 'axios';
import type { Call, HttpPort } from '../http-port.ts';

const EXAMPLE = 'https://api.lever.co/v1';

/** Where Lever's API is and how to get in. */
export interface LeverAddress {
  /** E.g. `https://api.lever.co/v1`. Plain http only for this very machine. */
  readonly address: string;
  /** A key of the API, made by a Super Admin. */
  readonly key: string;
  /** How long one call may take; 60 unless told. */
  readonly timeoutSeconds?: number;
  /** How names become addresses; as the machine does it unless told. */
  readonly lookup?: LookupFunction | undefined;
}

/** A transport over HTTP with an API key. Throws `HostError` if nothing comes back, `RuleError` for an address a key must not be sent to. */
export function leverTransport({ address, key, timeoutSeconds = 60, lookup }: LeverAddress): HttpPort {
  const http = httpClient(apiAddress(address, EXAMPLE), { lookup });
  // The key is the user, and the password is empty.
  const authorization = `Basic ${Buffer.from(`${key}:`).toString('base64')}`;
  return async (call) => {
    try {
      const { status, headers, data } = await http.request<unknown>(
        requestFor(call, authorization, timeoutSeconds * 1000),
      );
      return { status, headers: headersIn(headers), json: jsonIn(data) };
    } catch (error) {
      throw networkFailure('Lever', error, call.what);
    }
  };
}

function requestFor(
  { method, path, query, body }: Call,
  authorization: string,
  milliseconds: number,
): AxiosRequestConfig {
  return {
    method,
    url: path,
    ...within(milliseconds),
    headers: {
      Authorization: authorization,
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    ...(query === undefined ? {} : { params: new URLSearchParams(query) }),
    ...(body === undefined ? {} : { data: JSON.stringify(body) }),
  };
}
