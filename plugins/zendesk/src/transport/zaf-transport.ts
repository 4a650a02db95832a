import { HostError } from '@lethe/core';
import { headersIn, jsonIn } from '@lethe/http';
import { z } from 'zod';
import type { Answer, Call, HttpPort } from '../http-port.ts';

/** What is asked of Zendesk's app framework. */
export interface ZafRequest {
  /** Relative, so that the agent's own session is used. */
  readonly url: string;
  readonly type: string;
  readonly contentType?: string;
  readonly data?: string;
  /** The framework would repeat calls by itself, past our limits. */
  readonly autoRetry: false;
  /** Status and headers, not the body alone. */
  readonly httpCompleteResponse: true;
  /** In milliseconds. */
  readonly timeout: number;
}

/** All we use of the client of Zendesk's app framework, https://developer.zendesk.com/api-reference/apps/apps-core-api/client_api/. */
export interface ZafClient {
  /** Resolves with the complete response, rejects with one in the form of jQuery's, or with an error. */
  request(options: ZafRequest): PromiseLike<unknown>;
}

const text = z.string().catch('');
/** Both what it resolves and what it rejects with. Where headers stand is not documented: every form in use is read. */
const responseSchema = z.object({
  status: z.number(),
  responseText: text,
  responseJSON: z.unknown().optional(),
  headers: z.record(z.string(), z.string()).optional().catch(undefined),
  responseHeaders: z
    .union([z.record(z.string(), z.string()), z.string()])
    .optional()
    .catch(undefined),
});

/** A transport inside Zendesk: the agent's own session, nothing stored. Throws `HostError` if nothing comes back. */
export function zafTransport(client: ZafClient, timeoutSeconds = 60): HttpPort {
  return async (call) => {
    const request = requestFor(call, timeoutSeconds * 1000);
    const came = await client.request(request).then(undefined, (thrown: unknown) => {
      if (statusOf(thrown) === 0) throw lost(call.what, thrown);
      return thrown;
    });
    return answerFrom(came, call.what);
  };
}

function requestFor({ method, path, query, body }: Call, timeout: number): ZafRequest {
  const search = query === undefined ? '' : `?${new URLSearchParams(query).toString()}`;
  return {
    url: `${path}${search}`,
    type: method,
    ...(body === undefined ? {} : { contentType: 'application/json', data: JSON.stringify(body) }),
    autoRetry: false,
    httpCompleteResponse: true,
    timeout,
  };
}

/** A rejection without a status is one where nothing came back: no network, or the framework's own time was over. */
function statusOf(thrown: unknown): number {
  const response = responseSchema.safeParse(thrown);
  return response.success ? response.data.status : 0;
}

function answerFrom(came: unknown, what: string): Answer {
  const response = responseSchema.safeParse(came);
  if (!response.success)
    throw new HostError('unreadable', `Zendesk's app framework gave no complete answer when asked to ${what}.`);
  const { status, responseJSON, responseText, headers, responseHeaders } = response.data;
  return {
    status,
    headers: headersIn(headers ?? headersOf(responseHeaders)),
    json: responseJSON ?? jsonIn(responseText),
  };
}

function headersOf(headers: Readonly<Record<string, string>> | string | undefined): object {
  if (typeof headers !== 'string') return headers ?? {};
  const lines = headers.split(/\r?\n/).flatMap((line) => {
    const [, name, value] = /^([^:\s]+):\s*(.*)$/.exec(line) ?? [];
    return name === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(lines);
}

function lost(what: string, cause: unknown): HostError {
  return new HostError('down', `The connection to Zendesk broke, or took too long, when it was asked to ${what}.`, {
    cause,
  });
}
