import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';

import { seal, unseal } from '../secrets/seal.ts';
import type { KeyRing } from '../secrets/sealing-key.ts';
import { StorageError } from '../storage-error.ts';
import { codeOf, unlessCode } from '../system-error.ts';
import { erasureSchema, type ErasureRecord } from './erasure-record.ts';

const fileSchema = z.strictObject({ version: z.literal(1), keyId: z.string(), sealed: z.base64() });
const fileName = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What is in the log, and what in it nobody can read. */
export interface ReadLog {
  readonly records: readonly ErasureRecord[];
  /** Files that are damaged, forged, or sealed with a key that is not here. */
  readonly unreadable: number;
}

/**
 * What was erased, kept outside the database: a directory with one small file a run, sealed and authenticated with the sealing
 * key. A database that is restored from before a run learns of it from here. Several machines may write into one directory.
 */
export class ErasureLog {
  readonly directory: string;
  readonly #keys: () => Promise<KeyRing>;

  constructor(directory: string, keys: () => Promise<KeyRing>) {
    this.directory = directory;
    this.#keys = keys;
  }

  /**
   * Keeps the newest that is known of a run; it is on the disk when this resolves.
   * @throws StorageError when it cannot be written: then the run must not go on.
   */
  async write(record: ErasureRecord): Promise<void> {
    const { keyId, bytes } = seal(JSON.stringify(record), placeOf(record.run), await this.#keys());
    const text = JSON.stringify({ version: 1, keyId, sealed: bytes.toString('base64') });
    const path = join(this.directory, record.run.slice(0, 2), record.run);
    try {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await replaceWhole(path, `${text}\n`);
    } catch (error) {
      throw unwritable(this.directory, error);
    }
  }

  /** Everything in the log, oldest first; an empty one where there is no directory yet. */
  async read(): Promise<ReadLog> {
    const ring = await this.#keys();
    const records: ErasureRecord[] = [];
    let unreadable = 0;
    for await (const path of this.#files()) {
      const read = await readRecord(path, ring);
      if (read === undefined) unreadable += 1;
      else records.push(read.record);
    }
    return { records: records.sort((one, other) => one.at.localeCompare(other.at)), unreadable };
  }

  /** Seals what an older key sealed under the current one. Answers how many that were. */
  async reseal(): Promise<number> {
    const ring = await this.#keys();
    let resealed = 0;
    for await (const path of this.#files()) {
      const read = await readRecord(path, ring);
      if (read === undefined || read.keyId === ring.current.id) continue;
      await this.write(read.record);
      resealed += 1;
    }
    return resealed;
  }

  async *#files(): AsyncGenerator<string> {
    for (const shelf of await unlessCode(['ENOENT'], readdir(this.directory), [])) {
      if (!/^[0-9a-f]{2}$/.test(shelf)) continue;
      const names = await readdir(join(this.directory, shelf));
      yield* names.filter((name) => fileName.test(name)).map((name) => join(this.directory, shelf, name));
    }
  }
}

function placeOf(run: string): string {
  return `erasure ${run}`;
}

interface Opened {
  readonly record: ErasureRecord;
  readonly keyId: string;
}

async function readRecord(path: string, ring: KeyRing): Promise<Opened | undefined> {
  const text = await readFile(path, 'utf8');
  try {
    const { keyId, sealed } = fileSchema.parse(JSON.parse(text));
    const run = path.slice(-36);
    const bytes = Buffer.from(sealed, 'base64');
    return { record: erasureSchema.parse(JSON.parse(unseal({ keyId, bytes }, placeOf(run), ring))), keyId };
  } catch {
    // Whatever is wrong with it, it is counted and shown as unreadable: it may be another key's, or forged.
    return undefined;
  }
}

/** Whoever reads finds the old text or the new one, whole. */
async function replaceWhole(path: string, text: string): Promise<void> {
  const draft = `${path}.${randomUUID()}`;
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, path).catch(async (error: unknown) => {
    await rm(draft, { force: true });
    throw error;
  });
}

function unwritable(directory: string, cause: unknown): StorageError {
  const full = ['ENOSPC', 'EDQUOT'].includes(codeOf(cause) ?? '');
  return new StorageError(full ? 'disk-full' : 'directory', `The erasure log in ${directory} cannot be written.`, {
    remedy:
      'Free some space, change the rights of the directory, or name another with LETHE_ERASURE_LOG. No run goes on without it.',
    cause,
  });
}
