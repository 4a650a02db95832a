import { existsSync, statfsSync } from 'node:fs';

import { diskFull } from '../embedded/failure.ts';
import { layoutOf } from '../embedded/layout.ts';
import { StorageError, type StorageErrorCode } from '../storage-error.ts';
import { codeOf } from '../system-error.ts';
import type { Address } from './address.ts';

/**
 * What an error of the PostgreSQL driver means for a person; what is none of the driver's is answered unchanged.
 * Never repeats the server's text, which can hold values of a row.
 */
export function databaseFault(error: unknown, address: Address): unknown {
  const code = codeOf(error) ?? unnamedFaults.find(([text]) => messageOf(error).includes(text))?.[1];
  if (code === undefined || error instanceof StorageError) return error;
  if (code === '53100' || code === 'ENOSPC') return diskFull(address.directory ?? address.name, error);
  const known = faults.find(([pattern]) => pattern.test(code));
  if (known?.[1] === 'unreachable' && address.directory !== undefined) return embeddedGone(address.directory, error);
  if (known) return new StorageError(known[1], `${address.name} ${known[2]}`, { remedy: known[3], cause: error });
  if (!/^[0-9A-Z]{5}$/.test(code)) return error;
  return new StorageError('database', `${address.name} refused a statement (code ${code}).`, {
    remedy: 'This is a defect, or its tables were changed by hand: please report it with this code.',
    cause: error,
  });
}

/** It ends itself when it cannot write its log ahead, so a full disk is the first thing to look at. */
function embeddedGone(directory: string, cause: unknown): StorageError {
  if (existsSync(directory) && roomIn(directory) < ENOUGH) return diskFull(directory, cause);
  return new StorageError('unreachable', 'The embedded PostgreSQL has ended, or was ended.', {
    remedy: `Repeat the command: it starts it again, and nothing is lost. Its log is in ${layoutOf(directory).log}.`,
    cause,
  });
}

function roomIn(directory: string): number {
  const { bavail, bsize } = statfsSync(directory);
  return bavail * bsize;
}

/** One segment of the write-ahead log. */
const ENOUGH = 16 * 1024 * 1024;

type Fault = readonly [code: RegExp, means: StorageErrorCode, what: string, remedy: string];

const remedies = {
  reach:
    'See whether it runs and whether DATABASE_URL names the right host and port, then repeat the command: nothing is lost.',
  right: 'Check user, password and database in DATABASE_URL, and that this user may create tables in that database.',
  tls: 'Check sslmode and the certificate: append ?sslmode=verify-full, or ?sslmode=disable on a trusted network.',
};

const faults: readonly Fault[] = [
  [/CERT|SSL|TLS|SIGNATURE|EPROTO/, 'refused', 'cannot be trusted: its certificate does not fit.', remedies.tls],
  [/^53300$/, 'unreachable', 'takes no more sessions.', 'End some of them, or raise its max_connections.'],
  [/^(08...|57P0.|lost|ENOTFOUND|EAI_AGAIN|EPIPE|ENOENT|EACCES)$/, 'unreachable', 'cannot be reached.', remedies.reach],
  [/^E(CONN|HOST|NET|TIMEDOUT)/, 'unreachable', 'cannot be reached.', remedies.reach],
  [/^(28...|3D000|42501)$/, 'refused', 'does not let this user in, or not far enough.', remedies.right],
  [/^25006$/, 'read-only', 'is read-only.', 'DATABASE_URL has to name the primary server, not a replica.'],
];

/** What the driver reports without a code. */
const unnamedFaults: readonly (readonly [string, string])[] = [
  ['Connection terminated', 'lost'],
  ['timeout exceeded when trying to connect', 'lost'],
  ['connection timeout', 'lost'],
  ['Client has encountered a connection error', 'lost'],
  ['does not support SSL', 'SSL'],
  ['SASL', '28P01'],
];

function messageOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : '';
}
