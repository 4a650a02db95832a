import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { makeTemporaryDirectory, type TemporaryDirectory } from '../testing/temporary-directory.ts';
import { defaultKeyFile, loadKeys } from './sealing-key.ts';

const newKey = (): string => randomBytes(32).toString('base64');

describe('the sealing key', () => {
  let temporary: TemporaryDirectory;
  let file = '';
  beforeEach(async () => {
    temporary = await makeTemporaryDirectory();
    file = join(temporary.path, 'config', 'key');
  });
  afterEach(async () => temporary.remove());

  it('is made on first use, for this user only, and stays the same', async () => {
    const first = await loadKeys({ file });
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(first.current.bytes).toHaveLength(32);
    expect(await loadKeys({ file })).toEqual(first);
  });

  it('is one even when many need it at once for the first time', async () => {
    const rings = await Promise.all(Array.from({ length: 10 }, async () => loadKeys({ file })));
    expect(new Set(rings.map(({ current }) => current.id)).size).toBe(1);
  });

  it('comes from the environment when that has one, and then no file is made', async () => {
    const key = newKey();
    const ring = await loadKeys({ key, file });
    expect(ring.current.bytes.toString('base64')).toBe(key);
    await expect(stat(file)).rejects.toThrow('ENOENT');
  });

  it('has a name that tells nothing about it and differs from key to key', async () => {
    const key = newKey();
    const { current, all } = await loadKeys({ key, oldKeys: `${newKey()}, ${newKey()}`, file });
    expect(new Set(all.map(({ id }) => id)).size).toBe(3);
    expect(current.id).toMatch(/^[0-9a-f]{16}$/);
    expect(current.bytes.toString('hex')).not.toContain(current.id);
  });

  it.each([
    ['too short', randomBytes(31).toString('base64')],
    ['too long', randomBytes(33).toString('base64')],
    ['no base64', '%'.repeat(44)],
    ['hex', randomBytes(32).toString('hex')],
  ])('is refused when it is %s, without being repeated', async (_what, key) => {
    for (const source of [
      { key, file },
      { key: newKey(), oldKeys: key, file },
    ]) {
      const refused = loadKeys(source);
      await expect(refused).rejects.toMatchObject({ code: 'key' });
      await expect(refused).rejects.not.toThrow(key);
    }
  });

  it('is refused when others can read its file', async () => {
    await loadKeys({ file });
    await chmod(file, 0o640);
    await expect(loadKeys({ file })).rejects.toThrow(`Run chmod 600 ${file}.`);
  });

  it('is refused when its file holds something else', async () => {
    await mkdir(join(temporary.path, 'config'));
    await writeFile(file, 'hello', { mode: 0o600 });
    await expect(loadKeys({ file })).rejects.toThrow(file);
    expect(await readFile(file, 'utf8')).toBe('hello');
  });

  it('says what to do when its file cannot be made', async () => {
    await writeFile(join(temporary.path, 'config'), 'a file where a directory should be');
    await expect(loadKeys({ file })).rejects.toThrow(/LETHE_KEY_FILE/);
  });

  it.each([
    ['/etc/lethe/key', true, {}],
    ['/conf/lethe/key', false, { XDG_CONFIG_HOME: '/conf' }],
  ])('lies in %s when nothing else is said', (path, root, env) => {
    expect(defaultKeyFile(root, env)).toBe(path);
  });
});
