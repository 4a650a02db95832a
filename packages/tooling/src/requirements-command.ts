import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { asJson, asTable } from './requirements/printed.ts';
import { requirementsIn } from './requirements/rows.ts';
import { standingOf } from './requirements/standing.ts';
import { testFiles } from './test-files.ts';

/* `npm run requirements [-- --json]`: which rows have a proving test. Ends with 1 when a test carries an unknown number. */

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
const repository = join(import.meta.dirname, '../../..');
const requirements = requirementsIn(readFileSync(join(repository, 'docs/requirements.md'), 'utf8'));
const standing = standingOf(requirements, testFiles(repository));
process.stdout.write(`${values.json ? asJson(standing) : asTable(standing)}\n`);
process.exitCode = standing.unknown.length === 0 ? 0 : 1;
