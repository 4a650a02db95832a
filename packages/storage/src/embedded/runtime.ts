import { randomUUID } from 'node:crypto';
import { chmod, cp, mkdir, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';

import { z } from 'zod';

import { StorageError } from '../storage-error.ts';
import { unlessCode } from '../system-error.ts';
import { binariesVersion, findBinaries, useServerInstead } from './binaries.ts';
import type { Layout } from './layout.ts';
import { runProgram, type Ending } from './program.ts';
import type { ServerUser } from './server-user.ts';

/**
 * The server's programs in the data directory, copied there once a version: node_modules may be closed to the server's user,
 * read-only, or installed without its scripts, and then lacks the links the programs need. Hold the start lock.
 */
export async function prepareRuntime(layout: Layout, user: ServerUser): Promise<string> {
  const runtime = join(layout.runtimes, binariesVersion);
  if (!(await unlessCode(['ENOENT'], stat(runtime), undefined))) await install(runtime, user);
  const ending = await runProgram({ runtime, name: 'postgres', args: ['--version'], user });
  if (!ending.ok) throw await whyNotRunnable(runtime, ending);
  return runtime;
}

async function install(runtime: string, user: ServerUser): Promise<void> {
  const binaries = findBinaries();
  const parent = dirname(runtime);
  await mkdir(parent, { recursive: true });
  for (const old of await readdir(parent)) await rm(join(parent, old), { recursive: true, force: true });
  const draft = `${runtime}.${randomUUID()}`;
  await cp(binaries, draft, { recursive: true, filter: (path) => !isForDevelopers(path) });
  for (const { source, target } of await linksOf(binaries)) {
    const link = join(draft, relative('native', target));
    await rm(link, { force: true });
    await symlink(basename(source), link);
  }
  if (user.uid !== undefined) await openToOthers(parent);
  await rename(draft, runtime);
}

/** Whatever the umask was, the server's own user has to read and execute the copies. */
async function openToOthers(directory: string): Promise<void> {
  for (const entry of await readdir(directory, { recursive: true, withFileTypes: true })) {
    const program = entry.isDirectory() || basename(entry.parentPath) === 'bin';
    if (!entry.isSymbolicLink()) await chmod(join(entry.parentPath, entry.name), program ? 0o755 : 0o644);
  }
  await chmod(directory, 0o755);
}

function isForDevelopers(path: string): boolean {
  return path.endsWith('.a') || basename(path) === 'pkgconfig';
}

const linkList = z.array(z.object({ source: z.string(), target: z.string() }));

/** The links npm cannot carry; the package's install script would make them. Windows has none. */
async function linksOf(binaries: string): Promise<z.infer<typeof linkList>> {
  const list = await unlessCode(['ENOENT'], readFile(join(binaries, 'pg-symlinks.json'), 'utf8'), '[]');
  return linkList.parse(JSON.parse(list));
}

async function whyNotRunnable(runtime: string, ending: Ending): Promise<StorageError> {
  const cause = new Error(ending.output || ending.fault);
  if (ending.fault === 'EACCES') return whyClosed(runtime, cause);
  // The file is there; what is missing is the glibc loader it asks for.
  const why = ending.fault === 'ENOENT' ? ' It needs glibc; Alpine and other musl systems lack it.' : '';
  const remedy = useServerInstead;
  return new StorageError('platform', `The embedded PostgreSQL does not run on this system.${why}`, { remedy, cause });
}

async function whyClosed(runtime: string, cause: Error): Promise<StorageError> {
  const closed = process.getuid?.() === 0 ? await findClosed(runtime) : undefined;
  if (closed) {
    const what = `PostgreSQL cannot run as root, and the user it runs as instead may not enter ${closed}.`;
    const remedy = `Use a data directory outside of it, such as /var/lib/lethe, or run chmod o+x ${closed}.`;
    return new StorageError('directory', what, { remedy, cause });
  }
  const remedy = 'Its file system is probably mounted noexec: use another data directory.';
  return new StorageError('directory', `Programs in ${runtime} may not be executed.`, { remedy, cause });
}

/** The first directory on the way up that others may not pass. */
async function findClosed(path: string): Promise<string | undefined> {
  if (((await stat(path)).mode & 0o001) === 0) return path;
  return dirname(path) === path ? undefined : findClosed(dirname(path));
}
