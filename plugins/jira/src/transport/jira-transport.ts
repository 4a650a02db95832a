import type { LookupFunction } from 'node:net';
import { headersIn, jsonIn, networkFailure } from '@lethe/http';
import { httpClient, within } from '@lethe/http/node';
import type { AxiosInstance, AxiosRequestConfig } from 'axios';
import { methodOf, pathOf } from '../http-port.ts';
import type { Answer, Call, HttpPort } from '../http-port.ts';
import { siteAddress } from './address.ts';
import { requestParts } from './request-parts.ts';

/** How somebody signs in: with the e-mail address of an account and its API token, or with a token that says everything. */
export type JiraLogin = { readonly email: string; readonly token: string } | { readonly bearer: string };

/** Where Jira is and how to get in. */
export interface JiraAddress {
  /** E.g. `https://acme.atlassian.net`. Plain http only for this very machine. */
  readonly address: string;
  readonly login: JiraLogin;
  /** How long one call may take; 60 unless told. */
  readonly timeoutSeconds?: number;
  /** How names become addresses; as the machine does it unless told. */
  readonly lookup?: LookupFunction | undefined;
}

/**
 * A transport over HTTP, for servers and the command line. There is one login, so whether a call is the app's or a user's makes
 * no difference. Throws `HostError` if nothing comes back, `RuleError` for an address a token must not be sent to.
 */
export function jiraTransport({ address, login, timeoutSeconds = 60, lookup }: JiraAddress): HttpPort {
  const http = httpClient(siteAddress(address), { connections: 10, lookup });
  const authorization = authorizationFor(login);
  return async (call) => answerTo(http, requestFor(call, authorization, timeoutSeconds * 1000), call.what);
}

/** https://developer.atlassian.com/cloud/jira/platform/basic-auth-for-rest-apis/ */
function authorizationFor(login: JiraLogin): string {
  if ('bearer' in login) return `Bearer ${login.bearer}`;
  return `Basic ${Buffer.from(`${login.email}:${login.token}`).toString('base64')}`;
}

async function answerTo(http: AxiosInstance, request: AxiosRequestConfig, what: string): Promise<Answer> {
  try {
    const { status, headers, data } = await http.request<unknown>(request);
    return { status, headers: headersIn(headers), json: jsonIn(data) };
  } catch (error) {
    throw networkFailure('Jira', error, what);
  }
}

function requestFor(call: Call, authorization: string, milliseconds: number): AxiosRequestConfig {
  const { headers, query, body } = requestParts(call);
  return {
    method: methodOf(call),
    url: pathOf(call),
    ...within(milliseconds),
    headers: { ...headers, Authorization: authorization },
    params: query,
    ...(body === undefined ? {} : { data: body }),
  };
}
