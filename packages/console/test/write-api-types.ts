import { writeFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { apiTypesOf, schemaFile } from './api-types.ts';

// Takes the description of the server's API on standard input: `npm run api-types`.
await writeFile(schemaFile, await apiTypesOf(await text(process.stdin)));
