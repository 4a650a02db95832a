import axios from 'axios';
import type { FakeZendesk, Opening } from './fake/server.ts';
import { adminToken } from './fake/seed.ts';
import type { Seed } from './fake/seed.ts';
import type { HttpPort } from '../src/http-port.ts';
import { zafTransport } from '../src/transport/zaf-transport.ts';
import type { ZafClient } from '../src/transport/zaf-transport.ts';
import { zendeskTransport } from '../src/transport/zendesk-transport.ts';

/** One of the two ways into Zendesk, as test names call it. */
export interface Way {
  readonly name: string;
  /** How the fake is opened for it. */
  opening(seed: Seed): Opening;
  portTo(fake: FakeZendesk): HttpPort;
}

/** With an access token, as servers and the command line do. */
export const overHttp: Way = {
  name: 'over HTTP with a token',
  opening: () => ({}),
  portTo: ({ address }) => zendeskTransport({ address, token: async () => adminToken, timeoutSeconds: 10 }),
};

/** Through the app framework, with the session of whoever sits at the browser. */
export const inTheApp: Way = {
  name: 'in the app',
  opening: ({ admin }) => ({ session: admin }),
  portTo: ({ address }) => zafTransport(clientOf(address)),
};

/** Both. */
export const ways: readonly Way[] = [overHttp, inTheApp];

/** The framework's client as an app sees it: a rejection in jQuery's form for everything but success. */
function clientOf(address: string): ZafClient {
  return {
    request: async ({ url, type, contentType, data }) => {
      const {
        status,
        headers,
        data: text,
      } = await axios.request<string>({
        url: `${address}${url}`,
        method: type,
        ...(data === undefined || contentType === undefined ? {} : { data, headers: { 'Content-Type': contentType } }),
        responseType: 'text',
        transformResponse: (body: unknown) => body,
        validateStatus: () => true,
        maxRedirects: 0,
      });
      const response = { status, responseText: text, responseHeaders: headersIn(headers) };
      if (status >= 200 && status < 300) return response;
      // The framework rejects with what jQuery gave it, which is no error.
      return Promise.reject(Object.assign(new Error('The framework rejects.'), response));
    },
  };
}

function headersIn(headers: object): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}
