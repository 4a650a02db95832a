import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { makeTemporaryDirectory, type TemporaryDirectory } from '../testing/temporary-directory.ts';
import { binariesVersion, findBinaries } from './binaries.ts';
import { ensureCluster } from './cluster.ts';
import { directoryFault } from './directory.ts';
import { failure } from './failure.ts';
import { defaultDataDirectory, layoutOf } from './layout.ts';
import { prepareRuntime } from './runtime.ts';
import { findServerUser } from './server-user.ts';
import { startOrAttach } from './start-or-attach.ts';

describe('an embedded server that cannot be', () => {
  let temporary: TemporaryDirectory;
  beforeEach(async () => {
    temporary = await makeTemporaryDirectory();
  });
  afterEach(async () => {
    await chmod(temporary.path, 0o711);
    await temporary.remove();
  });

  it('names the machine there are no binaries for, and DATABASE_URL', () => {
    const wanted = expect.objectContaining({
      code: 'platform',
      message: expect.stringMatching(/sunos-mips.*DATABASE_URL/),
    });
    expect(() => findBinaries('sunos-mips')).toThrow(wanted);
  });

  it('names the package npm did not install', () => {
    const absent = process.platform === 'darwin' ? 'linux-x64' : 'darwin-x64';
    const wanted = expect.objectContaining({ code: 'binaries-missing', message: expect.stringContaining(absent) });
    expect(() => findBinaries(absent)).toThrow(wanted);
  });

  it('says that it needs glibc where its loader is missing', async () => {
    const layout = layoutOf(temporary.path);
    const programs = join(layout.runtimes, binariesVersion, 'bin');
    await mkdir(programs, { recursive: true, mode: 0o755 });
    await writeFile(join(programs, 'postgres'), '#!/lib/no-such-loader.so\n', { mode: 0o755 });
    const refused = prepareRuntime(layout, {});
    await expect(refused).rejects.toMatchObject({ code: 'platform' });
    await expect(refused).rejects.toThrow(/glibc.*DATABASE_URL/);
  });

  it('names the directory its user may not enter', async () => {
    const closed = join(temporary.path, 'closed');
    await mkdir(closed);
    // Root may enter it and its server may not; anybody else may not write in it.
    await chmod(closed, process.getuid?.() === 0 ? 0o700 : 0o500);
    const refused = startOrAttach(join(closed, 'lethe'));
    await expect(refused).rejects.toMatchObject({ code: 'directory' });
    await expect(refused).rejects.toThrow(closed);
    await chmod(closed, 0o700);
  }, 20_000);

  it("refuses another user's cluster", async () => {
    const layout = layoutOf(temporary.path);
    await mkdir(layout.cluster, { recursive: true });
    const refused = ensureCluster({ layout, runtime: '', user: { uid: 4_000_000, gid: 4_000_000 } });
    await expect(refused).rejects.toMatchObject({ code: 'directory' });
  });

  it('refuses a cluster of another PostgreSQL version', async () => {
    const layout = layoutOf(temporary.path);
    await mkdir(layout.cluster, { recursive: true });
    await writeFile(join(layout.cluster, 'PG_VERSION'), '15\n');
    const refused = ensureCluster({ layout, runtime: '', user: {} });
    await expect(refused).rejects.toMatchObject({ code: 'too-old' });
    await expect(refused).rejects.toThrow(/PostgreSQL 15.*pg_dump/);
  });

  it('replaces what a start that was killed half way left behind, under the strictest umask too', async () => {
    const layout = layoutOf(temporary.path);
    const umask = process.umask(0o077);
    await mkdir(`${layout.cluster}.killed`, { recursive: true });
    await writeFile(`${layout.cluster}.killed.password`, 'old');
    const user = await findServerUser();
    await chmod(layout.home, 0o711);
    await ensureCluster({ layout, user, runtime: await prepareRuntime(layout, user) });
    process.umask(umask);
    expect((await readdir(layout.home)).sort()).toEqual(['cluster', 'password', 'runtime']);
  }, 30_000);
});

describe('what a program of the server prints as it fails', () => {
  it.each([
    ['disk-full', 'initdb: error: could not write to file "x": No space left on device'],
    ['disk-full', 'PANIC:  could not write to file "pg_wal/xlogtemp.1": No space left on device'],
    ['directory', 'initdb: error: could not create directory "x": Permission denied'],
    ['read-only', 'FATAL:  could not open file "x": Read-only file system'],
    ['server-failed', 'FATAL:  could not map anonymous shared memory: Cannot allocate memory'],
  ])('becomes %s', (code, output) => {
    expect(failure('It failed.', output, '/data')).toMatchObject({ code });
  });

  it('is repeated in its own words only when it is none of the known faults', () => {
    const fault = failure('It failed.', 'x\nFATAL:  could not map anonymous shared memory\nHINT: y', '/data');
    expect(fault.message).toBe('It failed. It said: could not map anonymous shared memory. Look into /data.');
  });
});

describe('an error of the file system', () => {
  it.each([
    ['disk-full', 'ENOSPC'],
    ['disk-full', 'EDQUOT'],
    ['read-only', 'EROFS'],
    ['directory', 'EACCES'],
    ['directory', 'ENOTDIR'],
  ])('becomes %s for %s', (code, from) => {
    expect(directoryFault('/data', Object.assign(new Error('x'), { code: from }))).toMatchObject({ code });
  });

  it('is passed on unchanged when it is none', () => {
    const defect = new TypeError('x is not a function');
    expect(directoryFault('/data', defect)).toBe(defect);
  });

  it('is said plainly when the data directory is a file', async () => {
    const temporary = await makeTemporaryDirectory();
    const file = join(temporary.path, 'file');
    await writeFile(file, '');
    await expect(startOrAttach(file)).rejects.toMatchObject({ code: 'directory' });
    await temporary.remove();
  });
});

describe('the default data directory', () => {
  it.each([
    ['/var/lib/lethe', { platform: 'linux', root: true, env: {} }],
    ['/data/lethe', { platform: 'linux', root: false, env: { XDG_DATA_HOME: '/data' } }],
    [/\/\.local\/share\/lethe$/, { platform: 'darwin', root: false, env: {} }],
  ] as const)('is %s', (wanted, where) => {
    expect(defaultDataDirectory(where)).toEqual(typeof wanted === 'string' ? wanted : expect.stringMatching(wanted));
  });
});
