import type { LookupFunction } from 'node:net';
import { headersIn, jsonIn, networkFailure } from '@lethe/http';
import { httpClient, within } from '@lethe/http/node';
import type { AxiosInstance, AxiosRequestConfig } from 'axios';
import type { Answer, Call, HttpPort } from '../http-port.ts';
import { accountAddress } from './address.ts';

/**
 * The access token to use now. Told which one Zendesk has just refused, it gives another one if it can.
 * Throws `HostError` `signed-out` if somebody has to sign in again.
 */
export type TokenSource = (refused?: string) => Promise<string>;

/** Where Zendesk is and how to get in. */
export interface ZendeskAddress {
  /** E.g. `https://acme.zendesk.com`. Plain http only for this very machine. */
  readonly address: string;
  readonly token: TokenSource;
  /** How long one call may take; 60 unless told. */
  readonly timeoutSeconds?: number;
  /** How names become addresses; as the machine does it unless told. */
  readonly lookup?: LookupFunction | undefined;
}

/**
 * A transport over HTTP with an OAuth token, for servers and the command line. A call Zendesk did not carry out because the
 * token was over is made once more with a fresh one. Throws `HostError` if nothing comes back, `RuleError` for an address
 * a token must not be sent to.
 */
export function zendeskTransport({ address, token, timeoutSeconds = 60, lookup }: ZendeskAddress): HttpPort {
  const http = httpClient(accountAddress(address), { lookup });
  const send = async (call: Call, bearer: string): Promise<Answer> =>
    answerTo(http, requestFor(call, bearer, timeoutSeconds * 1000), call.what);
  return async (call) => {
    const bearer = await token();
    const answer = await send(call, bearer);
    if (answer.status !== 401) return answer;
    const fresh = await token(bearer);
    return fresh === bearer ? answer : send(call, fresh);
  };
}

async function answerTo(http: AxiosInstance, request: AxiosRequestConfig, what: string): Promise<Answer> {
  try {
    const { status, headers, data } = await http.request<unknown>(request);
    return { status, headers: headersIn(headers), json: jsonIn(data) };
  } catch (error) {
    throw networkFailure('Zendesk', error, what);
  }
}

function requestFor({ method, path, query, body }: Call, bearer: string, milliseconds: number): AxiosRequestConfig {
  return {
    method,
    url: path,
    ...within(milliseconds),
    headers: {
      Authorization: `Bearer ${bearer}`,
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    ...(query === undefined ? {} : { params: new URLSearchParams(query) }),
    ...(body === undefined ? {} : { data: JSON.stringify(body) }),
  };
}
