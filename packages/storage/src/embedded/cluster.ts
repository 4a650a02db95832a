import { randomBytes, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

import { createWhole } from '../create-whole.ts';
import { StorageError } from '../storage-error.ts';
import { unlessCode } from '../system-error.ts';
import { clusterVersion } from './binaries.ts';
import { failure } from './failure.ts';
import type { Layout } from './layout.ts';
import { runProgram } from './program.ts';
import { handOver, type ServerUser } from './server-user.ts';

/** What creating or opening a cluster needs. */
export interface Workshop {
  readonly layout: Layout;
  readonly runtime: string;
  readonly user: ServerUser;
}

/**
 * Creates the cluster if there is none: built beside its place and moved there when complete and on disk, so that a kill
 * leaves none or a whole one. Hold the start lock.
 * @throws StorageError when the disk is full, or the cluster is another user's or another PostgreSQL version's.
 */
export async function ensureCluster(workshop: Workshop): Promise<void> {
  const { cluster } = workshop.layout;
  const found = await unlessCode(['ENOENT'], stat(cluster), undefined);
  if (!found) return createCluster(workshop);
  const owner = workshop.user.uid ?? process.getuid?.() ?? found.uid;
  if (found.uid !== owner) throw ownedByAnother(cluster, found.uid);
  const version = (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim();
  if (version !== clusterVersion) throw ofAnotherVersion(cluster, version);
}

/** The server's random password, made on first use and readable by this user only. */
export async function ensurePassword(layout: Layout): Promise<string> {
  const known = await findPassword(layout);
  if (known !== undefined) return known;
  await createWhole(layout.password, randomBytes(24).toString('base64url'));
  return ensurePassword(layout);
}

/** The password, or nothing before the first start. */
export async function findPassword(layout: Layout): Promise<string | undefined> {
  return unlessCode(['ENOENT'], readFile(layout.password, 'utf8'), undefined);
}

async function createCluster({ layout, runtime, user }: Workshop): Promise<void> {
  await removeDrafts(layout);
  const draft = `${layout.cluster}.${randomUUID()}`;
  const passwordCopy = `${draft}.password`;
  await mkdir(draft, { mode: 0o700 });
  await handOver(draft, user);
  await writeFile(passwordCopy, await ensurePassword(layout), { mode: 0o600 });
  await handOver(passwordCopy, user);
  const args = ['-D', draft, `--pwfile=${passwordCopy}`, ...traits];
  const ending = await runProgram({ runtime, name: 'initdb', args, user });
  await rm(passwordCopy);
  if (!ending.ok) {
    await rm(draft, { recursive: true, force: true });
    throw failure('The embedded PostgreSQL could not create its database.', ending.output, layout.home);
  }
  await rename(draft, layout.cluster);
  await syncDirectory(dirname(layout.cluster));
}

const traits = ['-U', 'lethe', '-A', 'scram-sha-256', '--encoding=UTF8', '--locale=C', '--data-checksums'];

/** What a killed predecessor left; its initdb may still be writing there, so failing to remove it is no fault. */
async function removeDrafts(layout: Layout): Promise<void> {
  const prefix = `${basename(layout.cluster)}.`;
  for (const name of await readdir(layout.home)) {
    if (name.startsWith(prefix))
      await rm(join(layout.home, name), { recursive: true, force: true }).catch(() => undefined);
  }
}

async function syncDirectory(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(path);
  await handle.sync();
  await handle.close();
}

function ownedByAnother(cluster: string, uid: number): StorageError {
  return new StorageError(
    'directory',
    `${cluster} belongs to user id ${uid}, not to the user its PostgreSQL would run as.`,
    { remedy: 'Run lethe as the user who created it, or choose another data directory.' },
  );
}

function ofAnotherVersion(cluster: string, version: string): StorageError {
  return new StorageError(
    'too-old',
    `${cluster} was written by PostgreSQL ${version}; this program brings PostgreSQL ${clusterVersion}.`,
    { remedy: 'Copy its data over with pg_dump and pg_restore, or run the lethe version that wrote it.' },
  );
}
