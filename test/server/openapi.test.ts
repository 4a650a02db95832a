import { beforeAll, describe, expect, it } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Browser, TestGround } from '@lethe/server/testing';
import { z } from 'zod';
import { operationsOf } from './every-route.ts';
import type { App } from './every-route.ts';

const test = new TestGround();
const operationSchema = z.looseObject({
  'x-lethe-needs': z.string(),
  responses: z.record(z.string(), z.unknown()),
  requestBody: z.unknown().optional(),
  security: z.array(z.record(z.string(), z.unknown())),
});
const documentSchema = z.looseObject({
  openapi: z.string(),
  paths: z.record(z.string(), z.record(z.string(), operationSchema)),
});

describe('the description of the API', () => {
  let app: App;
  let published: unknown;
  beforeAll(async () => {
    const ground = test.ground();
    app = await test.serve(ground);
    published = (await new Browser(app, ground).get('/api/openapi.json')).json();
  });

  it('is OpenAPI 3.1 without a fault', async () => {
    expect(documentSchema.parse(published).openapi).toBe('3.1.0');
    const text = z.record(z.string(), z.unknown()).parse(published);
    expect(await new Validator().validate(text)).toMatchObject({ valid: true });
  });

  it('says of every operation who may use it, what it answers, and that it may refuse in one shape', () => {
    const { paths } = documentSchema.parse(published);
    const operations = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ about: `${method} ${path}`, method, operation })),
    );
    expect(operations).toHaveLength(operationsOf(app).length);
    for (const { about, method, operation } of operations) {
      const answers = Object.keys(operation.responses);
      expect([about, answers]).toEqual([about, expect.arrayContaining(['default', expect.stringMatching(/^[23]/)])]);
      expect(JSON.stringify(operation.responses['default'])).toContain('#/components/schemas/Problem');
      const guards = operation.security.flatMap((guard) => Object.keys(guard));
      expect([about, guards.includes('token')]).toEqual([about, method !== 'get']);
      expect([about, guards.includes('session')]).toEqual([about, operation['x-lethe-needs'] !== 'nobody']);
    }
  });
});

describe('a route that says nothing of who may use it', () => {
  it('keeps the server from starting', async () => {
    const silent = test.serve(test.ground(), [
      (app) => {
        app.get('/silent', () => 'hello');
      },
    ]);
    await expect(silent).rejects.toThrow('does not state its needs');
  });
});
