import openapiTS, { astToString } from 'openapi-typescript';
import { format, resolveConfig } from 'prettier';

/** Where the types of the API stand. */
export const schemaFile = new URL('../src/api/schema.ts', import.meta.url);

/** The types of a server's API by its description, as they stand in `schemaFile`. */
export async function apiTypesOf(description: string): Promise<string> {
  const types = astToString(await openapiTS(description, { alphabetize: true }));
  const head = '// Made by `npm run api-types` from the description of the server’s API.\n';
  return format(head + types, { ...(await resolveConfig(schemaFile)), parser: 'typescript' });
}
