import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { createWhole } from './create-whole.ts';
import { makeTemporaryDirectory, type TemporaryDirectory } from './testing/temporary-directory.ts';

describe('a file created whole', () => {
  let temporary: TemporaryDirectory;
  let path = '';
  beforeEach(async () => {
    temporary = await makeTemporaryDirectory();
    path = join(temporary.path, 'file');
  });
  afterEach(async () => temporary.remove());

  it('is never seen empty or in part', async () => {
    const content = 'x'.repeat(20_000_000);
    const sizes = new Set<number>();
    const creating = createWhole(path, content);
    while (!sizes.has(content.length)) sizes.add((await stat(path).catch(() => ({ size: -1 }))).size);
    await creating;
    expect([...sizes].filter((size) => size !== -1 && size !== content.length)).toEqual([]);
  });

  it('belongs to the first who comes, is for this user only, and leaves no draft', async () => {
    const results = await Promise.all(['a', 'b', 'c', 'd'].map(async (content) => createWhole(path, content)));
    expect(results.filter(Boolean)).toHaveLength(1);
    const winner = ['a', 'b', 'c', 'd'][results.indexOf(true)];
    expect(await readFile(path, 'utf8')).toBe(winner);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readdir(temporary.path)).toEqual(['file']);
  });
});
