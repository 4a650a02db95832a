import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

import { createWhole } from '../create-whole.ts';
import { StorageError } from '../storage-error.ts';
import { unlessCode } from '../system-error.ts';

/** A key that seals secrets. */
export interface SealingKey {
  /** Names the key without telling anything about it. */
  readonly id: string;
  readonly bytes: Buffer;
}

/** The key new secrets are sealed with, and all that older ones may have been. */
export interface KeyRing {
  readonly current: SealingKey;
  readonly all: readonly SealingKey[];
}

/** Where keys come from: the texts of `LETHE_KEY` and `LETHE_OLD_KEYS`, else a file that is made when missing. */
export interface KeySource {
  readonly key?: string | undefined;
  /** Keys that were current before, separated by commas. */
  readonly oldKeys?: string | undefined;
  readonly file: string;
}

/** The file used when none is named: beside the configuration, never inside the data directory. */
export function defaultKeyFile(root = process.getuid?.() === 0, env: NodeJS.ProcessEnv = process.env): string {
  if (root) return '/etc/lethe/key';
  const base = process.platform === 'win32' ? env['APPDATA'] : env['XDG_CONFIG_HOME'];
  return join(base || join(homedir(), '.config'), 'lethe', 'key');
}

/**
 * Loads the keys, making the file on first use, readable by this user only.
 * @throws StorageError `key` when one is malformed or its file is open to others. Never repeats a key.
 */
export async function loadKeys({ key, oldKeys = '', file }: KeySource): Promise<KeyRing> {
  const current = key ? keyFrom(key, 'LETHE_KEY') : await keyInFile(file);
  const older = oldKeys.split(',').filter((text) => text.trim() !== '');
  return { current, all: [current, ...older.map((text) => keyFrom(text, 'LETHE_OLD_KEYS'))] };
}

function keyFrom(text: string, where: string): SealingKey {
  const bytes = Buffer.from(text.trim(), 'base64');
  if (bytes.length !== 32 || bytes.toString('base64') !== text.trim()) {
    throw new StorageError('key', `${where} does not hold a key.`, {
      remedy: 'A key is 32 random bytes in base64: openssl rand -base64 32.',
    });
  }
  const id = createHash('sha256').update('lethe sealing key').update(bytes).digest('hex').slice(0, 16);
  return { id, bytes };
}

async function keyInFile(file: string): Promise<SealingKey> {
  const text = await unlessCode(['ENOENT'], readFile(file, 'utf8'), undefined).catch(unusable(file));
  if (text === undefined) return makeKey(file);
  const open = process.platform !== 'win32' && ((await stat(file)).mode & 0o077) !== 0;
  if (open) {
    throw new StorageError('key', `Others can read the key in ${file}.`, { remedy: `Run chmod 600 ${file}.` });
  }
  return keyFrom(text, file);
}

async function makeKey(file: string): Promise<SealingKey> {
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await createWhole(file, `${randomBytes(32).toString('base64')}\n`);
  } catch (error) {
    return unusable(file)(error);
  }
  return keyInFile(file);
}

function unusable(file: string): (error: unknown) => never {
  return (error) => {
    const remedy = 'Name another place with LETHE_KEY_FILE, or set LETHE_KEY.';
    throw new StorageError('key', `The key file ${file} cannot be read or made.`, { remedy, cause: error });
  };
}
