import { z } from 'zod';

import { StorageError } from '../storage-error.ts';

/** The version of the format; another one is not read. */
export const FORMAT = 1;

/** The first line of every backup, before anything is compressed: what it is, and how the rest is written. */
export const prefixPattern = /^lethe-backup 1 (?:plain|sealed ([0-9a-f]{16}) ([0-9a-f]{64}))$/;

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const name = z.string().regex(/^[a-z][a-z0-9_]{0,62}$/);

/** What a backup says of itself before its rows. */
export const headerSchema = z.strictObject({
  format: z.literal(FORMAT),
  madeAt: z.iso.datetime({ precision: 3 }),
  /** Changes of the tables it was made after, by name and in order. */
  migrations: z.array(z.string()).min(1).readonly(),
  installation: z.uuid(),
  /** Where the ledger ended. */
  ledger: z.strictObject({ seq: z.int().nonnegative(), hash }),
  /** Tables whose rows do not outlive a restore: sessions, what is under way. */
  leftOut: z.array(name).readonly(),
});

/** What a backup says of itself, see `headerSchema`. */
export type BackupHeader = Readonly<z.infer<typeof headerSchema>>;

/** Said before the rows of a table. */
export const tableSchema = z.strictObject({ table: name });

/** The last line: how many rows each table has, and the SHA-256 of all lines before. Without it a backup was cut off. */
export const trailerSchema = z.strictObject({ rows: z.record(name, z.int().nonnegative()), sha256: hash });

/** How many rows each table has. */
export type RowCounts = Readonly<Record<string, number>>;

/** The file is no backup, was cut off, or was changed. */
export function damaged(cause?: unknown): StorageError {
  return new StorageError('conflict', 'The backup is not whole, or is none.', {
    remedy: 'Use another copy of it. Nothing was changed.',
    cause,
  });
}
