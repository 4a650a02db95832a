import { openDatabase } from './connection/database.ts';
import { migrate } from './migrations/migrate.ts';
import { erasureLogOf, findServer, keysOf, type StorageOptions } from './opening.ts';
import { refuseMoved } from './operations/vacancy.ts';
import { storeOn, type Storage } from './store.ts';

export type { StorageOptions } from './opening.ts';

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
    await refuseMoved(database);
    const kept = { keys: keysOf(options), erasureLog: erasureLogOf(options) };
    return storeOn({ address, database, ...kept, now: options.now ?? (() => new Date()), close });
  } catch (error) {
    await close();
    throw error;
  }
}
