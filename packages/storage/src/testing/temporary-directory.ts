import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A directory for one test file. */
export interface TemporaryDirectory {
  readonly path: string;
  remove(): Promise<void>;
}

/** Makes an empty directory an embedded server may live in, whoever runs the tests. */
export async function makeTemporaryDirectory(): Promise<TemporaryDirectory> {
  const path = await mkdtemp(join(tmpdir(), 'lethe-test-'));
  await chmod(path, 0o711);
  return { path, remove: async () => rm(path, { recursive: true, force: true }) };
}
