import { describe, expect, it } from '@jest/globals';
import type { Call } from '../http-port.ts';
import { zafTransport } from './zaf-transport.ts';
import type { ZafRequest } from './zaf-transport.ts';

const call: Call = {
  what: 'redact a comment',
  method: 'PUT',
  path: '/api/v2/comment_redactions/5',
  body: { ticket_id: 4 },
};

/** Frameworks reject with plain objects, as jQuery does. */
async function rejection(reason: unknown): Promise<never> {
  return new Promise((_, reject) => {
    Reflect.apply(reject, undefined, [reason]);
  });
}

/** A framework that resolves or rejects with this. */
function framework(outcome: { readonly gives: unknown } | { readonly refuses: unknown }) {
  const asked: ZafRequest[] = [];
  const client = {
    request: async (options: ZafRequest): Promise<unknown> => {
      asked.push(options);
      return 'gives' in outcome ? outcome.gives : rejection(outcome.refuses);
    },
  };
  return { transport: zafTransport(client), asked };
}

describe("the transport inside Zendesk's app framework", () => {
  it('asks with a relative address, JSON, no repeating by the framework, and for the complete response', async () => {
    const { transport, asked } = framework({ gives: { status: 200, responseText: '{}', responseJSON: {} } });
    await transport(call);
    await transport({
      what: 'search',
      method: 'GET',
      path: '/api/v2/search/export',
      query: { query: '"a b"', 'filter[type]': 'ticket' },
    });
    expect(asked).toEqual([
      {
        url: '/api/v2/comment_redactions/5',
        type: 'PUT',
        contentType: 'application/json',
        data: '{"ticket_id":4}',
        autoRetry: false,
        httpCompleteResponse: true,
        timeout: 60_000,
      },
      {
        url: '/api/v2/search/export?query=%22a+b%22&filter%5Btype%5D=ticket',
        type: 'GET',
        autoRetry: false,
        httpCompleteResponse: true,
        timeout: 60_000,
      },
    ]);
  });

  it.each([
    ['an object', { headers: { 'X-Rate-Limit': '700' } }],
    ['an object of another name', { responseHeaders: { 'X-Rate-Limit': '700' } }],
    ['lines', { responseHeaders: 'Date: x\r\nX-Rate-Limit: 700\r\n' }],
  ])('finds headers that come as %s', async (_, headers) => {
    const { transport } = framework({ gives: { status: 200, responseJSON: { a: 1 }, ...headers } });
    expect(await transport(call)).toMatchObject({ status: 200, headers: { 'x-rate-limit': '700' }, json: { a: 1 } });
  });

  it('does without headers, and reads the text where the framework parsed none', async () => {
    const { transport } = framework({ gives: { status: 200, responseText: '{"a":1}' } });
    expect(await transport(call)).toEqual({ status: 200, headers: {}, json: { a: 1 } });
    expect(await framework({ gives: { status: 204, responseText: '' } }).transport(call)).toEqual({
      status: 204,
      headers: {},
      json: undefined,
    });
  });

  it('makes an answer of a refusal that has a status', async () => {
    const refuses = {
      status: 422,
      statusText: 'Unprocessable',
      responseText: '{"error":"RecordInvalid"}',
      headers: { 'Retry-After': '3' },
    };
    const { transport } = framework({ refuses });
    expect(await transport(call)).toEqual({
      status: 422,
      headers: { 'retry-after': '3' },
      json: { error: 'RecordInvalid' },
    });
  });

  it.each([
    ['a lost network', { status: 0, statusText: 'error', responseText: '' }],
    ["the framework's own time being over", new Error('Timeout when invoking request for Ada Quellstone')],
    ['nothing', undefined],
  ])('is down on %s, in fixed words', async (_, refuses) => {
    const error: unknown = await framework({ refuses })
      .transport(call)
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'down' });
    expect(`${String(error)} ${JSON.stringify(error)}`).not.toContain('Quellstone');
  });

  it('does not take an answer without its status for a success', async () => {
    await expect(framework({ gives: { user: { id: 1 } } }).transport(call)).rejects.toMatchObject({
      code: 'unreadable',
    });
  });
});
