import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { makeTemporaryDirectory, type TemporaryDirectory } from '../testing/temporary-directory.ts';
import { ownSignature } from './living-process.ts';
import { withStartLock } from './start-lock.ts';

const deadHolder = '2147483646:1';

describe('the start lock', () => {
  let temporary: TemporaryDirectory;
  beforeEach(async () => {
    temporary = await makeTemporaryDirectory();
  });
  afterEach(async () => temporary.remove());

  it('lets one in at a time, however many come', async () => {
    expect(await crowd(temporary.path)).toEqual({ most: 1, done: 20 });
  }, 20_000);

  it('lets one in at a time when many find a dead holder together', async () => {
    await writeFile(join(temporary.path, '7'), deadHolder);
    expect(await crowd(temporary.path)).toEqual({ most: 1, done: 20 });
  }, 20_000);

  it('leaves a single file behind', async () => {
    for (let i = 0; i < 5; i += 1) await withStartLock(temporary.path, async () => undefined);
    expect(await readdir(temporary.path)).toEqual(['5']);
  });

  it('is given back when the work fails', async () => {
    const failing = withStartLock(temporary.path, async () => Promise.reject(new Error('no luck')));
    await expect(failing).rejects.toThrow('no luck');
    expect(await withStartLock(temporary.path, async () => 'in', 0)).toBe('in');
  });

  it('names the living holder and the file to delete when patience is over', async () => {
    await writeFile(join(temporary.path, '3'), await ownSignature());
    const refused = withStartLock(temporary.path, async () => undefined, 0);
    await expect(refused).rejects.toMatchObject({ code: 'busy' });
    await expect(refused).rejects.toThrow(`pid ${process.pid}`);
    await expect(refused).rejects.toThrow(join(temporary.path, '3'));
  });
});

/** Twenty visitors at once, each of whom stays for a while: how many were inside together, and how many got in at all. */
async function crowd(directory: string): Promise<{ readonly most: number; readonly done: number }> {
  let [inside, most, done] = [0, 0, 0];
  const visit = async (): Promise<void> => {
    inside += 1;
    most = Math.max(most, inside);
    for (let i = 0; i < 20; i += 1) await readdir(directory);
    inside -= 1;
    done += 1;
  };
  await Promise.all(Array.from({ length: 20 }, async () => withStartLock(directory, visit)));
  return { most, done };
}
