import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { travelled } from './openapi-journey.ts';
import { SpecCheck, specFiles } from './openapi.ts';
import type { Traffic } from './openapi.ts';

const thing = { type: 'object', additionalProperties: false, required: ['id'], properties: {} };
const properties = {
  id: { type: 'string', readOnly: true },
  created: { type: 'string', format: 'date-time' },
  size: { type: 'integer', format: 'int64' },
  key: { type: 'string', format: 'uuid' },
};
const ok = { description: 'ok', content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } } };
const nameInPath = { name: 'name', in: 'path', required: true, schema: { type: 'string' } };

/** Invented descriptions of a few calls, in the form of Atlassian's. */
const documents: Readonly<Record<keyof typeof specFiles, object>> = {
  platform: {
    openapi: '3.0.1',
    info: { title: 'Invented', version: '1' },
    components: { schemas: { Thing: { ...thing, properties } } },
    paths: {
      '/rest/api/3/thing/{name}': {
        get: {
          operationId: 'getThing',
          parameters: [nameInPath, { name: 'colour', in: 'query', schema: { type: 'string' } }],
          responses: { 200: ok, 404: { description: 'not there' } },
        },
        put: {
          operationId: 'putThing',
          parameters: [nameInPath],
          requestBody: {
            required: true,
            content: { 'application/json': { schema: { ...thing, properties: { id: { type: 'string' } } } } },
          },
          responses: { 200: ok },
        },
        delete: { operationId: 'deleteThing', parameters: [nameInPath], responses: { 204: { description: 'gone' } } },
      },
    },
  },
  desk: {
    openapi: '3.0.1',
    info: { title: 'Invented desk', version: '1' },
    paths: {
      '/rest/servicedeskapi/info': {
        get: { operationId: 'getInfo', responses: { 200: { description: 'ok' } } },
      },
    },
  },
  overlay: { openapi: '3.0.1', info: { title: 'Invented overlay', version: '1' }, paths: {} },
};

const good: Traffic = {
  ...{ method: 'GET', url: '/rest/api/3/thing/a%3Ab', body: undefined, status: 200 },
  answer: { id: '7', created: '2026-04-01T08:00:00.000+0000', size: 3, key: '2f8bd5a1-1c65-4d4b-9c8f-0d2f1fd4c0a1' },
};

async function checked(traffic: Partial<Traffic>): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'specs-'));
  try {
    expect(SpecCheck.isIn(folder)).toBe(false);
    for (const [name, file] of Object.entries(specFiles)) {
      const document = Object.entries(documents).find(([key]) => key === name)?.[1];
      await writeFile(join(folder, file), JSON.stringify(document));
    }
    expect(SpecCheck.isIn(folder)).toBe(true);
    return (await SpecCheck.of(folder)).check({ ...good, ...traffic });
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe('the comparison with Atlassian’s description', () => {
  it.each<[string, Partial<Traffic>]>([
    ['what is as described', {}],
    ['a parameter that is described', { url: '/rest/api/3/thing/a?colour=red' }],
    ['a body that is described', { method: 'PUT', body: { id: '7' }, answer: { id: '7' } }],
    ['an answer without a body', { method: 'DELETE', status: 204, answer: undefined }],
    ['a refusal of the platform', { status: 404, answer: { errorMessages: ['no'], errors: {} } }],
    ['a refusal of the service desk', { status: 404, answer: { errorMessage: 'no' } }],
    ['a call that was never answered', { status: 0, answer: undefined }],
    ['a call of another file', { url: '/rest/servicedeskapi/info', answer: {} }],
  ])('passes %s', async (_, traffic) => {
    expect(await checked(traffic)).toEqual([]);
  });

  it.each<[string, Partial<Traffic>, string]>([
    ['a call nobody describes', { url: '/rest/api/3/other/12345' }, 'GET /rest/api/3/other/{id}: no file describes it'],
    [
      'a parameter nobody describes',
      { url: '/rest/api/3/thing/a?size=2' },
      'request/query must NOT have additional properties (size)',
    ],
    ['a missing body', { method: 'PUT', answer: { id: '7' } }, 'request'],
    ['a body without what is asked for', { method: 'PUT', body: {} }, "must have required property 'id'"],
    ['a number for a text', { answer: { id: 7 } }, 'answer/id must be string'],
    ['an answer that lacks something', { answer: {} }, "answer must have required property 'id'"],
    [
      'an answer that says more',
      { answer: { id: '7', name: 'x' } },
      'answer must NOT have additional properties (name)',
    ],
    ['what is no time', { answer: { id: '7', created: 'noon' } }, 'answer/created must match format'],
    ['what is no UUID', { answer: { id: '7', key: 'x' } }, 'answer/key must match format'],
    ['half a number', { answer: { id: '7', size: 1.5 } }, 'answer/size must be integer'],
    ['another status', { status: 201 }, 'answer 201 instead of 200'],
    ['a refusal without a reason', { status: 404, answer: 'no' }, 'answer 404 is no refusal'],
    ['a body where there is none', { method: 'DELETE', status: 204, answer: {} }, 'answer 204 has a body'],
  ])('finds %s', async (_, traffic, fault) => {
    const faults = await checked(traffic);
    expect(faults).not.toEqual([]);
    expect(faults.join('\n')).toContain(fault);
  });

  it('is made of every endpoint of the fake, as the journey passes all of them', async () => {
    const { unvisited, exchanges } = await travelled();
    expect(unvisited).toEqual([]);
    const wrong = exchanges.slice(0, -7).filter(({ status }) => status >= 400);
    expect(wrong.map(({ method, url, status }) => `${method} ${url} ${status}`)).toEqual([]);
    expect(exchanges.slice(-7).map(({ status }) => status)).toEqual([404, 401, 404, 400, 404, 404, 403]);
  });
});
