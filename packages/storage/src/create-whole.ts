import { randomUUID } from 'node:crypto';
import { link, rm, writeFile } from 'node:fs/promises';

import { unlessCode } from './system-error.ts';

/**
 * Creates a file, readable by this user only, together with its content: nobody ever sees it empty or in part.
 * Answers false, and changes nothing, when it is there already.
 */
export async function createWhole(path: string, content: string): Promise<boolean> {
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, content, { mode: 0o600, flush: true });
  const created = await unlessCode(
    ['EEXIST', 'ENOENT'],
    link(draft, path).then(() => true),
    false,
  );
  await rm(draft, { force: true });
  return created;
}
