import { readFile } from 'node:fs/promises';
import { expect, it } from '@jest/globals';
import { TestGround } from '@lethe/server/testing';
import { apiTypesOf, schemaFile } from './api-types.ts';

const test = new TestGround();

it('the types of the console are those of the server’s API: else run npm run api-types', async () => {
  const app = await test.serve(test.ground());
  const types = await apiTypesOf(JSON.stringify(app.swagger()));
  expect(types === (await readFile(schemaFile, 'utf8'))).toBe(true);
});
