import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { StorageOptions } from '../opening.ts';
import { endingIn } from '@lethe/core/testing';

import { startChild } from '../testing/child.ts';
import { makeTemporaryDirectory, type TemporaryDirectory } from '../testing/temporary-directory.ts';
import { makeTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { begun, TestStorage } from '../testing/test-storage.ts';
import { makeBackup, restoreBackup, withDatabase } from './operations.ts';
import { vacancyOf } from './vacancy.ts';

const ground = new TestStorage();
let folder: TemporaryDirectory;
let target: TestDatabase;
let file = '';

beforeAll(async () => {
  folder = await makeTemporaryDirectory();
  target = await makeTestDatabase();
  file = join(folder.path, 'backup');
  await (await begun(ground.storage)).end(endingIn('done'));
  await makeBackup({ databaseUrl: ground.database.url, keyFile: ground.keyFile, env: {} }, { file, sealed: true });
});
afterAll(async () => {
  await target.remove();
  await folder.remove();
});

describe('a restore that is killed', () => {
  const options = (): StorageOptions => ({ databaseUrl: target.url, keyFile: ground.keyFile, env: {} });

  it('leaves nothing behind at whatever line, and can be repeated', async () => {
    for (const line of [0, 1, 9, 24]) {
      const args = [target.url, ground.keyFile, file];
      const child = startChild(new URL('../testing/restore-child.ts', import.meta.url), args);
      for (let heard = await child.hear(); heard !== `line ${line}`; heard = await child.hear()) child.say('on');
      await child.kill();

      expect(await withDatabase(options(), async (database) => vacancyOf(database))).toMatch(/^(absent|empty)$/);
    }
  });

  it('is whole once it comes to its end', async () => {
    const { rows } = await restoreBackup(options(), { file, by: 'operator-1' });
    expect(rows).toMatchObject({ run: 1, plan: 1 });
    expect(await withDatabase(options(), async (database) => vacancyOf(database))).toBe('taken');
  });
});
