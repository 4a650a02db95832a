import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { makeTemporaryDirectory, type TemporaryDirectory } from '../testing/temporary-directory.ts';
import { ownSignature } from './living-process.ts';
import { claim, withStartLock } from './start-lock.ts';

const deadHolder = '2147483646:1';

describe('the start lock', () => {
  let temporary: TemporaryDirectory;
  beforeEach(async () => {
    temporary = await makeTemporaryDirectory();
  });
  afterEach(async () => temporary.remove());

  it('lets one in at a time, however many come', async () => {
    expect(await crowd(temporary.path, { visitors: 20, rounds: 1, stay: 20 })).toEqual({ most: 1, done: 20 });
  }, 20_000);

  it('lets one in at a time when others come and go while somebody is slow', async () => {
    expect(await crowd(temporary.path, { visitors: 6, rounds: 10, stay: 2 })).toEqual({ most: 1, done: 60 });
  }, 60_000);

  it('lets one in at a time when many find a dead holder together', async () => {
    await writeFile(join(temporary.path, '7'), deadHolder);
    expect(await crowd(temporary.path, { visitors: 20, rounds: 1, stay: 20 })).toEqual({ most: 1, done: 20 });
  }, 20_000);

  it('is not got by a slow process through a number that was tidied away meanwhile', async () => {
    await writeFile(join(temporary.path, '5'), await ownSignature());
    expect(await claim(temporary.path, 5, deadHolder)).toBeUndefined();
    expect(await claim(temporary.path, 3, deadHolder)).toBeUndefined();
    expect(await readdir(temporary.path)).toEqual(['5']);
    expect(await claim(temporary.path, 6, deadHolder)).toBe(join(temporary.path, '6'));
  });

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

interface Crowd {
  readonly visitors: number;
  /** How often each of them comes. */
  readonly rounds: number;
  /** How long each stays, in looks into the directory. */
  readonly stay: number;
}

/** How many were inside together at most, and how many visits there were. */
async function crowd(directory: string, { visitors, rounds, stay }: Crowd): Promise<{ most: number; done: number }> {
  let [inside, most, done] = [0, 0, 0];
  const visit = async (): Promise<void> => {
    inside += 1;
    most = Math.max(most, inside);
    for (let i = 0; i < stay; i += 1) await readdir(directory);
    inside -= 1;
    done += 1;
  };
  const visitor = async (): Promise<void> => {
    for (let i = 0; i < rounds; i += 1) await withStartLock(directory, visit);
  };
  await Promise.all(Array.from({ length: visitors }, visitor));
  return { most, done };
}
