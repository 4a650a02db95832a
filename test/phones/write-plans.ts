/** Makes core's numbering plans anew: npm run phone-plans */
import { writeFile } from 'node:fs/promises';
import { phonePlansFile } from './plans.ts';

await writeFile(new URL('../../core/src/finding/matching/phone-plans.ts', import.meta.url), phonePlansFile());
