import { addressFrom, addressOf, type Address } from './connection/address.ts';
import { openDatabase } from './connection/database.ts';
import { defaultDataDirectory } from './embedded/layout.ts';
import { startOrAttach } from './embedded/start-or-attach.ts';
import { migrate } from './migrations/migrate.ts';
import { defaultKeyFile, loadKeys, type KeyRing } from './secrets/sealing-key.ts';
import { storeOn, type Storage } from './store.ts';

/** Where to store. What is left out comes from the environment, else from the defaults in this package's README. */
export interface StorageOptions {
  /** A PostgreSQL server of the customer's own (`DATABASE_URL`); without it the embedded one is used. */
  readonly databaseUrl?: string | undefined;
  /** Where the embedded server lives (`LETHE_DATA_DIR`). */
  readonly dataDirectory?: string | undefined;
  /** The file of the sealing key (`LETHE_KEY_FILE`), unless `LETHE_KEY` holds the key itself. */
  readonly keyFile?: string | undefined;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly now?: () => Date;
}

/**
 * Opens the storage: connects, or starts or attaches to the embedded server, and brings the tables up to date.
 * Whoever opens it closes it.
 * @throws StorageError with what is in the way and what to do about it.
 */
export async function openStorage(options: StorageOptions = {}): Promise<Storage> {
  const { address, leave } = await findServer(options);
  const database = openDatabase(address);
  const close = async (): Promise<void> => {
    await database.destroy();
    await leave();
  };
  try {
    await migrate(database);
    return storeOn({ address, database, keys: keysOf(options), now: options.now ?? (() => new Date()), close });
  } catch (error) {
    await close();
    throw error;
  }
}

async function findServer({ databaseUrl, dataDirectory, env = process.env }: StorageOptions): Promise<{
  readonly address: Address;
  readonly leave: () => Promise<unknown>;
}> {
  const url = databaseUrl ?? env['DATABASE_URL'];
  if (url) return { address: addressFrom(url), leave: async () => undefined };
  const directory = dataDirectory ?? env['LETHE_DATA_DIR'] ?? defaultDataDirectory();
  const embedded = await startOrAttach(directory);
  return { address: addressOf(embedded.login, directory), leave: async () => embedded.leave() };
}

/** The keys, loaded when they are first needed: most commands need none. */
function keysOf({ keyFile, env = process.env }: StorageOptions): () => Promise<KeyRing> {
  let ring: Promise<KeyRing> | undefined;
  const file = keyFile ?? env['LETHE_KEY_FILE'] ?? defaultKeyFile();
  const source = { key: env['LETHE_KEY'], oldKeys: env['LETHE_OLD_KEYS'], file };
  return () => {
    ring ??= loadKeys(source);
    return ring;
  };
}
