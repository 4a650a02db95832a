import { randomBytes, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { link, open, rm, type FileHandle } from 'node:fs/promises';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';

import type { KeyRing, SealingKey } from '../secrets/sealing-key.ts';
import { StorageError } from '../storage-error.ts';
import { codeOf } from '../system-error.ts';
import { damaged, prefixPattern } from './backup-format.ts';
import type { WriteLines } from './dump.ts';
import { backupKey, openFrames, sealFrames } from './sealed-stream.ts';
import { writeTo } from './write-to.ts';

/**
 * Makes the file from the lines that `work` writes: compressed, sealed with the key if one is given, on the disk before it
 * gets its name. A kill leaves no file of that name; an existing file is never touched.
 * @throws StorageError `conflict` when there is one, `directory` or `disk-full` when it cannot be written.
 */
export async function writeBackupFile<T>(
  path: string,
  key: SealingKey | undefined,
  work: (write: WriteLines) => Promise<T>,
): Promise<T> {
  const draft = `${path}.${randomUUID()}`;
  try {
    const file = await open(draft, 'wx', 0o600);
    const result = await fill(file, key, work).finally(async () => file.close());
    await link(draft, path);
    return result;
  } catch (error) {
    throw fileFault(path, error);
  } finally {
    await rm(draft, { force: true });
  }
}

async function fill<T>(
  file: FileHandle,
  key: SealingKey | undefined,
  work: (write: WriteLines) => Promise<T>,
): Promise<T> {
  const salt = randomBytes(32);
  const how = key === undefined ? 'plain' : `sealed ${key.id} ${salt.toString('hex')}`;
  await file.write(`lethe-backup 1 ${how}\n`);
  const lines = new PassThrough();
  const written = pipeline(
    lines,
    createGzip(),
    async function* (zipped: AsyncIterable<Buffer>) {
      yield* key === undefined ? zipped : sealFrames(zipped, backupKey(key, salt));
    },
    async (bytes: AsyncIterable<Buffer>) => {
      for await (const some of bytes) await file.write(some);
      await file.sync();
    },
  );
  const [result] = await Promise.all([writeInto(lines, work), written]);
  return result;
}

async function writeInto<T>(lines: PassThrough, work: (write: WriteLines) => Promise<T>): Promise<T> {
  try {
    const result = await work(async (some) => writeTo(lines, some.map((line) => `${line}\n`).join('')));
    lines.end();
    return result;
  } catch (error) {
    lines.destroy();
    throw error;
  }
}

/**
 * The lines of a backup, opened with whichever key of the ring it was sealed with.
 * @throws StorageError `conflict` when it is no backup or not whole, `key` when its key is not here.
 */
export async function* readBackupFile(path: string, keys: () => Promise<KeyRing>): AsyncGenerator<string> {
  try {
    const { prefix, body } = await split(path);
    const found = prefixPattern.exec(prefix);
    if (found === null) throw damaged();
    const [, keyId, salt] = found;
    const zipped = keyId === undefined ? body : openFrames(body, backupKey(keyOf(keyId, await keys()), hex(salt)));
    yield* linesOf(zipped);
  } catch (error) {
    if (codeOf(error)?.startsWith('Z_') === true) throw damaged(error);
    throw fileFault(path, error);
  }
}

async function* linesOf(zipped: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const text = createGunzip().setEncoding('utf8');
  // What goes wrong on the way in destroys `text`, and so is thrown to whoever reads it.
  pipeline(zipped, text).catch(() => undefined);
  let rest = '';
  for await (const some of text) {
    const lines = `${rest}${String(some)}`.split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') throw damaged();
}

/** The first line, and everything after it. */
async function split(path: string): Promise<{ readonly prefix: string; readonly body: AsyncIterable<Buffer> }> {
  const start = await open(path);
  const { buffer, bytesRead } = await start.read(Buffer.alloc(200), 0, 200, 0).finally(async () => start.close());
  const end = buffer.subarray(0, bytesRead).indexOf('\n');
  if (end < 0) throw damaged();
  return { prefix: buffer.subarray(0, end).toString(), body: createReadStream(path, { start: end + 1 }) };
}

function keyOf(id: string, { all }: KeyRing): SealingKey {
  const key = all.find((one) => one.id === id);
  if (key !== undefined) return key;
  throw new StorageError('key', `The backup was sealed with a key (${id}) that is not here.`, {
    remedy: 'Put that key in its place, or name it in LETHE_OLD_KEYS.',
  });
}

function hex(text = ''): Buffer {
  return Buffer.from(text, 'hex');
}

/** What an error of the file system means for a backup; every other error is answered unchanged. */
function fileFault(path: string, cause: unknown): unknown {
  switch (codeOf(cause)) {
    case 'EEXIST':
      return new StorageError('conflict', `${path} is there already.`, { remedy: 'Choose another name.', cause });
    case 'ENOENT':
    case 'EISDIR':
    case 'ENOTDIR':
      return new StorageError('directory', `${path} is not there.`, { remedy: 'Check the path.', cause });
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new StorageError('directory', `This user may not use ${path}.`, { remedy: 'Choose another.', cause });
    case 'ENOSPC':
    case 'EDQUOT':
      return new StorageError('disk-full', `The disk of ${path} is full.`, { remedy: 'Free some space.', cause });
    default:
      return cause;
  }
}
