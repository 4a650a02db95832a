import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { openStorage } from '@lethe/storage';
import type { Storage } from '@lethe/storage';
import { runLethe, startLethe } from './lethe.ts';
import type { Ended, Running } from './lethe.ts';

/** A folder with a sandbox, settings and a database of its own, which stays up between commands. */
export interface Place {
  readonly folder: string;
  /** What its commands see. */
  readonly env: Readonly<Record<string, string>>;
  readonly storage: Storage;
  /** Runs `lethe` here. */
  run(...args: readonly string[]): Promise<Ended>;
  start(...args: readonly string[]): Running;
  /** Writes a file here; answers its path. */
  write(name: string, text: string): Promise<string>;
  leave(): Promise<void>;
}

/** Makes a place. `env` is added to what its commands see. */
export async function placeFor(env: Readonly<Record<string, string>> = {}): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'lethe-cli-'));
  const dataDirectory = await mkdtemp(join(tmpdir(), 'lethe-cli-data-'));
  await chmod(dataDirectory, 0o711); // PostgreSQL runs as another user when we are root
  const keyFile = join(folder, 'key');
  const storage = await openStorage({ dataDirectory, keyFile });
  const write = async (name: string, text: string): Promise<string> => {
    await writeFile(join(folder, name), text);
    return join(folder, name);
  };
  const config = await write('lethe.yaml', `hosts:\n  desk: { kind: sandbox, folder: ${join(folder, 'desk')} }\n`);
  const all = { LETHE_CONFIG: config, LETHE_DATA_DIR: dataDirectory, LETHE_KEY_FILE: keyFile, ...env };
  return {
    folder,
    env: all,
    storage,
    run: (...args) => runLethe(args, all),
    start: (...args) => startLethe(args, all),
    write,
    leave: async () => {
      await storage.close();
      await rm(folder, { recursive: true, force: true });
      await rm(dataDirectory, { recursive: true, force: true });
    },
  };
}
