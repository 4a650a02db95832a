import type { LookupFunction } from 'node:net';
import { apiAddress, headersIn, jsonIn, networkFailure } from '@lethe/http';
import { httpClient, within } from '@lethe/http/node';
import type { AxiosRequestConfig } from 'axios';
import type { Call, HttpPort } from '../http-port.ts';

const EXAMPLE = 'https://api.ashbyhq.com';

/** Where Ashby's API is and how to get in. */
export interface AshbyAddress {
  /** E.g. `https://api.ashbyhq.com`. Plain http only for this very machine. */
  readonly address: string;
  /** A key of the API, made by an organization admin. */
  readonly key: string;
  /** How long one call may take; 60 unless told. */
  readonly timeoutSeconds?: number;
  /** How names become addresses; as the machine does it unless told. */
  readonly lookup?: LookupFunction | undefined;
}

/** A transport over HTTP with an API key. Throws `HostError` if nothing comes back, `RuleError` for an address a key must not be sent to. */
export function ashbyTransport({ address, key, timeoutSeconds = 60, lookup }: AshbyAddress): HttpPort {
  const http = httpClient(apiAddress(address, EXAMPLE), { headers: { Accept: 'application/json; version=1' }, lookup });
  // The key is the user, and the password is empty.
  const authorization = `Basic ${Buffer.from(`${key}:`).toString('base64')}`;
  return async (call) => {
    try {
      const { status, headers, data } = await http.request<unknown>(
        requestFor(call, authorization, timeoutSeconds * 1000),
      );
      return { status, headers: headersIn(headers), json: jsonIn(data) };
    } catch (error) {
      throw networkFailure('Ashby', error, call.what);
    }
  };
}

function requestFor({ endpoint, body }: Call, authorization: string, milliseconds: number): AxiosRequestConfig {
  return {
    method: 'POST',
    url: `/${endpoint}`,
    ...within(milliseconds),
    headers: { Authorization: authorization, 'Content-Type': 'application/json' },
    data: JSON.stringify(body),
  };
}
