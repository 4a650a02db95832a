/** Makes the table in the README anew: npm run docs */
import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { withAbilities } from './abilities.ts';

const path = new URL('../../README.md', import.meta.url);
const text = withAbilities(await readFile(path, 'utf8'));
await writeFile(path, await format(text, { ...(await resolveConfig(path)), parser: 'markdown' }));
