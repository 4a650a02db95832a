import { openStorage, type Storage } from '@lethe/storage';

/** The storage on a database of a test; what it keeps outside it lies beside its key. */
export async function openAt(databaseUrl: string, keyFile: string): Promise<Storage> {
  return openStorage({ databaseUrl, keyFile, env: {} });
}
