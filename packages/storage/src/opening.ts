import { dirname, join } from 'node:path';

import { addressFrom, addressOf, type Address } from './connection/address.ts';
import { defaultDataDirectory } from './embedded/layout.ts';
import { startOrAttach } from './embedded/start-or-attach.ts';
import { defaultKeyFile, loadKeys, type KeyRing } from './secrets/sealing-key.ts';

/** Where to store. What is left out comes from the environment, else from the defaults in this package's README. */
export interface StorageOptions {
  /** A PostgreSQL server of the customer's own (`DATABASE_URL`); without it the embedded one is used. */
  readonly databaseUrl?: string | undefined;
  /** Where the embedded server lives (`LETHE_DATA_DIR`). */
  readonly dataDirectory?: string | undefined;
  /** The file of the sealing key (`LETHE_KEY_FILE`), unless `LETHE_KEY` holds the key itself. */
  readonly keyFile?: string | undefined;
  /** The directory of the erasure log (`LETHE_ERASURE_LOG`): outside the database, to be kept when that is restored. */
  readonly erasureLog?: string | undefined;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly now?: () => Date;
}

/** A server to talk to, until it is left. */
export interface FoundServer {
  readonly address: Address;
  readonly leave: () => Promise<unknown>;
}

/** The server the options name; the embedded one is started, or attached to. */
export async function findServer({
  databaseUrl,
  dataDirectory,
  env = process.env,
}: StorageOptions): Promise<FoundServer> {
  const url = databaseUrl ?? env['DATABASE_URL'];
  if (url) return { address: addressFrom(url), leave: async () => undefined };
  const directory = dataDirectory ?? env['LETHE_DATA_DIR'] ?? defaultDataDirectory();
  const embedded = await startOrAttach(directory);
  return { address: addressOf(embedded.login, directory), leave: async () => embedded.leave() };
}

/** The keys, loaded when they are first needed: most commands need none. */
export function keysOf(options: StorageOptions): () => Promise<KeyRing> {
  let ring: Promise<KeyRing> | undefined;
  const { env = process.env } = options;
  const source = { key: env['LETHE_KEY'], oldKeys: env['LETHE_OLD_KEYS'], file: keyFileOf(options) };
  return () => {
    ring ??= loadKeys(source);
    return ring;
  };
}

/** The directory of the erasure log: beside the key, as both have to outlive the database. */
export function erasureLogOf(options: StorageOptions): string {
  const { erasureLog, env = process.env } = options;
  return erasureLog ?? env['LETHE_ERASURE_LOG'] ?? join(dirname(keyFileOf(options)), 'erasures');
}

/** The file of the sealing key, whether it is there or not. */
function keyFileOf({ keyFile, env = process.env }: StorageOptions): string {
  return keyFile ?? env['LETHE_KEY_FILE'] ?? defaultKeyFile();
}
