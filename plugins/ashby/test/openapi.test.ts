import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { travelled } from './openapi-journey.ts';
import { SpecCheck } from './openapi.ts';
import type { Traffic } from './openapi.ts';
import { endpoints } from '../src/http-port.ts';

/** An invented description of a call, in the form of Ashby's: its parts lead through one another. */
const invented = `
openapi: 3.1.0
info: {title: Invented, version: '1'}
paths:
  /candidate.thing:
    post:
      operationId: candidateThing
      requestBody:
        content: {application/json: {schema: {allOf: [{type: object, required: [id], properties: {id: {type: string, format: uuid}}}]}}}
      responses:
        '200':
          description: ok
          content:
            application/json:
              schema:
                oneOf:
                  - {type: object, required: [results], properties: {results: {oneOf: [{type: string}, {type: string}]}}}
  /candidate.other:
    post:
      operationId: candidateOther
      responses:
        '200': {description: ok, content: {application/json: {schema: {$ref: '#/paths/~1candidate.thing/post/responses/200/content/application~1json/schema/oneOf/0'}}}}
`;

const good: Traffic = {
  ...{ method: 'POST', url: '/candidate.thing', body: { id: 'c0000001-0000-4000-8000-000000000000' }, status: 200 },
  answer: { success: true, results: 'a text that is fit twice' },
};

async function checked(traffic: Partial<Traffic>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'specs-'));
  try {
    expect(SpecCheck.isIn(folder)).toBe(false);
    await writeFile(join(folder, 'ashby-openapi.yml'), invented);
    expect(SpecCheck.isIn(folder)).toBe(true);
    return (await SpecCheck.of(folder)).check({ ...good, ...traffic }).join('\n');
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe('the comparison with Ashby’s own description', () => {
  it.each<[string, Partial<Traffic>]>([
    ['what is as described', {}],
    ['what is described by another call', { url: '/candidate.other', body: undefined }],
    ['a refusal', { answer: { success: false, errors: ['no'], errorInfo: { code: 'no' } } }],
  ])('passes %s', async (_, traffic) => {
    expect(await checked(traffic)).toBe('');
  });

  it.each<[string, Partial<Traffic>, string]>([
    ['a call nobody describes', { url: '/candidate.none' }, 'does not describe it'],
    ['a missing part', { body: {} }, "must have required property 'id'"],
    ['another form', { body: { id: 'Ada' } }, 'must match format "uuid"'],
    ['what is not described', { body: { ...Object(good.body), more: 1 } }, 'request names more'],
    ['another answer', { answer: { success: true, results: 7 } }, 'answer/results must be string'],
    [
      'an answer behind a reference',
      { url: '/candidate.other', answer: { success: true, results: 7 } },
      'must be string',
    ],
    ['an answer without `success`', { answer: { results: 'x' } }, 'answer is no success'],
    ['a refusal without its word', { answer: { success: false, errors: [] } }, 'answer is no success'],
    ['a page', { status: 503, answer: '<html>' }, 'answer 503 is no refusal'],
  ])('finds %s', async (_, traffic, fault) => {
    expect(await checked(traffic)).toContain(fault);
  });

  it('is made of every endpoint of the fake, which has every endpoint of the client', async () => {
    const { unvisited, made } = await travelled();
    expect(unvisited).toEqual([]);
    const asked = new Set(made.map(({ url }) => url.slice(1)));
    expect(endpoints.filter((one) => !asked.has(one))).toEqual([]);
  });
});
