/** Second door of storage, for tests alone. */
export { makeTemporaryDirectory, type TemporaryDirectory } from './temporary-directory.ts';
export { makeTestDatabase, type TestDatabase } from './test-database.ts';
export { startOwnServer, type OwnServer } from './own-server.ts';
