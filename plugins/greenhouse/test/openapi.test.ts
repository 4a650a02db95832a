import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { journey } from './openapi-journey.ts';
import { likeApplications, SpecCheck } from './openapi.ts';
import type { Traffic } from './openapi.ts';

const row = { type: 'object', additionalProperties: false, properties: { id: { type: 'integer' } } };
const numbers = {
  in: 'query',
  schema: { type: 'array', items: { type: 'integer' }, maxItems: 2 },
  style: 'form',
  explode: false,
};

/** An invented description in the form of the vendor's: one list, and the rows of the others. */
const invented = {
  openapi: '3.1.0',
  info: { title: 'Invented', version: 'v3' },
  paths: {
    '/v3/applications': {
      get: {
        parameters: [
          { ...numbers, name: 'ids' },
          { ...numbers, name: 'candidate_ids' },
          { name: 'fields', in: 'query', schema: { type: 'string', pattern: '(?i-mx:[a-z]+)' } },
        ],
        responses: {
          '200': { description: 'ok', content: { 'application/json': { schema: { type: 'array', items: row } } } },
        },
      },
    },
  },
  components: {
    schemas: Object.fromEntries(Object.values(likeApplications).map((name) => [name, row])),
    securitySchemes: {
      oauth2: {
        type: 'oauth2',
        flows: { clientCredentials: { tokenUrl: 'x', scopes: { 'harvest:notes:list': 'List' } } },
      },
    },
  },
};

async function withSpec(act: (check: SpecCheck) => void): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'specs-'));
  try {
    expect(SpecCheck.isIn(folder)).toBe(false);
    await writeFile(join(folder, 'harvest-v3-partial.openapi.json'), JSON.stringify(invented));
    act(await SpecCheck.of(folder));
  } finally {
    await rm(folder, { recursive: true });
  }
}

const good: Traffic = {
  method: 'GET',
  url: '/v3/notes?candidate_ids=1,2',
  body: undefined,
  status: 200,
  answer: [{ id: 7 }],
};

describe('the comparison with the vendor’s description', () => {
  it('knows its scopes, and passes what is as described', async () => {
    await withSpec((check) => {
      expect(check.check(good)).toEqual([]);
      expect(check.check({ ...good, status: 422, answer: { message: 'no' } })).toEqual([]);
      expect([check.knows('harvest:notes:list'), check.knows('harvest:notes:burn')]).toEqual([true, false]);
      expect(check.checked).toEqual({ requests: 1, answers: 1 });
    });
  });

  it.each<[string, Partial<Traffic>, string]>([
    ['a list nobody describes', { url: '/v3/shoes' }, 'the file does not describe it'],
    ['a filter nobody describes', { url: '/v3/notes?colour=red' }, 'must NOT have additional properties (colour)'],
    ['too many numbers', { url: '/v3/notes?candidate_ids=1,2,3' }, 'must NOT have more than 2 items'],
    ['a row with more in it', { answer: [{ id: 7, shoe: 42 }] }, 'must NOT have additional properties (shoe)'],
    ['a text for a number', { answer: [{ id: 'x' }] }, 'answer/n/id must be integer'],
    ['a refusal without a reason', { status: 422, answer: 'no' }, 'is no refusal'],
  ])('finds %s', async (_, traffic, fault) => {
    await withSpec((check) => {
      expect(check.check({ ...good, ...traffic }).join('\n')).toContain(fault);
    });
  });

  it('is made of everything Lethe asks for', async () => {
    expect((await journey()).length).toBeGreaterThan(200);
  });
});
