import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { travelled } from './openapi-journey.ts';
import { SpecCheck } from './openapi.ts';
import type { Traffic } from './openapi.ts';

/** An invented description of three calls, in the form of the vendor's. */
const support = `
openapi: 3.0.3
info: {title: Invented, version: '1'}
paths:
  /api/v2/things/{thing_id}:
    parameters: [{$ref: '#/components/parameters/ThingId'}, {$ref: '#/components/parameters/OtherId'}]
    get:
      operationId: ShowThing
      parameters: [{name: colour, in: query, schema: {type: string}}]
      responses:
        '200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
    put:
      operationId: ChangeThing
      responses:
        '200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
    delete:
      operationId: DeleteThing
      responses: {'204': {description: gone}}
components:
  parameters:
    ThingId: {name: thing_id, in: path, required: true, schema: {type: integer}}
    OtherId: {name: other_id, in: path, required: true, schema: {type: integer}}
  schemas:
    Thing:
      type: object
      required: [id, note]
      properties:
        id: {type: integer}
        note: {type: string}
        at: {type: string, format: datetime}
        size: {oneOf: [{type: object, properties: {a: {type: string}}}, {type: object, properties: {b: {type: string}}}]}
`;
const overlay = `
paths:
  /api/v2/things/{thing_id}:
    put:
      requestBody:
        required: true
        content: {application/json: {schema: {type: object, required: [thing], properties: {thing: {type: object}}}}}
`;

const good: Traffic = {
  ...{ method: 'GET', url: '/api/v2/things/7.json', body: undefined, status: 200 },
  answer: { id: 7, note: null, at: '2026-04-01T08:00:00Z', size: {} },
};

async function checked(traffic: Partial<Traffic>): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'specs-'));
  try {
    expect(SpecCheck.isIn(folder)).toBe(false);
    await writeFile(join(folder, 'zendesk-erasure-subset.2025-04.yaml'), support);
    await writeFile(join(folder, 'zendesk-erasure-overlay.yaml'), overlay);
    expect(SpecCheck.isIn(folder)).toBe(true);
    return (await SpecCheck.of(folder)).check({ ...good, ...traffic });
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe('the comparison with the vendor’s description', () => {
  it.each<[string, Partial<Traffic>]>([
    ['what is as described, nothing being null included', {}],
    ['a parameter that is described', { url: '/api/v2/things/7?colour=red' }],
    ['pages, which are described in prose', { url: '/api/v2/things/7?page[size]=2&page[after]=x' }],
    ['a body the overlay describes', { method: 'PUT', body: { thing: {} } }],
    ['an answer without a body', { method: 'DELETE', status: 204, answer: undefined }],
    ['a refusal', { status: 422, answer: { error: 'RecordInvalid', description: 'no' } }],
    ['a call that was never answered', { status: 0, answer: undefined }],
  ])('passes %s', async (_, traffic) => {
    expect(await checked(traffic)).toEqual([]);
  });

  it.each<[string, Partial<Traffic>, string]>([
    ['a call nobody describes', { url: '/api/v2/others' }, 'GET /api/v2/others: no file describes it'],
    [
      'a parameter nobody describes',
      { url: '/api/v2/things/7?size=2' },
      'request/query must NOT have additional properties (size)',
    ],
    ['a missing body', { method: 'PUT' }, 'request'],
    ['a body without what is asked for', { method: 'PUT', body: {} }, "must have required property 'thing'"],
    ['a text for a number', { answer: { id: '7', note: 'x' } }, 'answer/id must be integer'],
    ['an answer that lacks something', { answer: { id: 7 } }, "answer must have required property 'note'"],
    ['what is no time', { answer: { id: 7, note: 'x', at: 'noon' } }, 'answer/at must match format'],
    ['another status', { status: 201 }, 'answer 201 instead of 200'],
    ['a refusal without a reason', { status: 422, answer: 'no' }, 'answer 422 is no refusal'],
    ['a body where there is none', { method: 'DELETE', status: 204, answer: {} }, 'answer 204 has a body'],
  ])('finds %s', async (_, traffic, fault) => {
    const faults = await checked(traffic);
    expect(faults).not.toEqual([]);
    expect(faults.join('\n')).toContain(fault);
  });

  it('is made of every endpoint of the fake, as the journey passes all of them', async () => {
    const { unvisited, exchanges } = await travelled();
    expect(unvisited).toEqual([]);
    expect(exchanges.length).toBeGreaterThan(90);
  });
});
