import { headersIn, jsonIn, networkFailure } from '@lethe/http';
import { within } from '@lethe/http/node';
import type { AxiosInstance } from 'axios';
import type { Answer, Call } from '../http-port.ts';

/** What a call is sent with beside itself. */
export interface Sending {
  readonly http: AxiosInstance;
  readonly headers: Readonly<Record<string, string>>;
  readonly milliseconds: number;
}

/** Sends one call and takes its answer apart, whatever its status. Throws `HostError` if nothing comes back. */
export async function send(call: Call, { http, headers, milliseconds }: Sending): Promise<Answer> {
  const { method, path, query, body, what } = call;
  try {
    const answer = await http.request<unknown>({
      method,
      url: path,
      ...within(milliseconds),
      headers: { ...headers, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
      ...(query === undefined ? {} : { params: new URLSearchParams(query) }),
      ...(body === undefined ? {} : { data: JSON.stringify(body) }),
    });
    return { status: answer.status, headers: headersIn(answer.headers), json: jsonIn(answer.data) };
  } catch (error) {
    throw networkFailure('Greenhouse', error, what);
  }
}
