import { stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { assemble } from './assemble.ts';
import { build } from './build.ts';
import { check } from './check/check.ts';
import { isError } from './check/complaint-keys.ts';
import { packageInFolder } from './check/folder-package.ts';
import { makeZip } from './make-zip.ts';
import { startValidateStub } from './validate-stub.ts';

const dist = join(import.meta.dirname, '../dist');
const folder = join(dist, 'app');
const zip = join(dist, 'lethe-zendesk.zip');

await assemble(folder, build);
const complaints = check(await packageInFolder(folder));
for (const complaint of complaints)
  console.log(`${isError(complaint) ? 'error' : 'warning'}: ${complaint.key}: ${complaint.about}`);
console.log(`our check: ${complaints.filter(isError).length} errors, ${complaints.length} complaints`);

const stub = await startValidateStub();
const trouble = await makeZip(folder, zip, stub);
await stub.close();
if (trouble === undefined) {
  const { size } = await stat(zip);
  console.log(`zcli apps:package, zcli apps:validate: no errors`);
  console.log(`${relative(process.cwd(), zip)}: ${(size / 1024).toFixed(1)} kB`);
} else {
  console.error(trouble);
  process.exitCode = 1;
}
