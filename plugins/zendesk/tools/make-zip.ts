import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ValidateStub } from './validate-stub.ts';
import { zcli } from './zcli.ts';

/** Has zcli zip the app in a folder and check the zip, then check the folder once more. Says what went wrong, if it did. */
export async function makeZip(folder: string, zip: string, stub: ValidateStub): Promise<string | undefined> {
  const packed = await zcli(stub, 'apps:package', folder);
  if (packed.code !== 0) return packed.said;
  const made = join(folder, 'tmp');
  const [name] = await readdir(made);
  if (name === undefined) return 'zcli made no zip';
  await rename(join(made, name), zip);
  await rm(made, { recursive: true });
  const validated = await zcli(stub, 'apps:validate', folder);
  return validated.code === 0 ? undefined : validated.said;
}
