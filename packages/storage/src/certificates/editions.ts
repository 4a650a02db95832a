import { certificateFileSchema, type Certificate } from '@lethe/core/certificate';
import { sql } from 'kysely';

import type { Database } from '../connection/database.ts';
import { isUuid } from '../runs/run-records.ts';

/** One edition of a run's certificate. */
export interface IssuedCertificate {
  readonly run: string;
  readonly edition: number;
  readonly issuedAt: Date;
  /** The file, to the byte. */
  readonly file: string;
  /** SHA-256 of the file, as the ledger has it. */
  readonly digest: string;
  readonly certificate: Certificate;
}

interface Row {
  readonly run: string;
  readonly edition: number;
  readonly issued_at: Date;
  readonly digest: string;
  readonly file: string;
}

/** The edition of that number, or the newest. */
export async function findEdition(
  database: Database,
  run: string,
  edition?: number,
): Promise<IssuedCertificate | undefined> {
  if (!isUuid(run)) return undefined;
  const { rows } = await sql<Row>`select * from lethe.certificate
    where run = ${run} and ${edition ?? null}::integer is null or run = ${run} and edition = ${edition ?? null}::integer
    order by edition desc limit 1`.execute(database);
  return rows.map(({ issued_at: issuedAt, ...row }) => ({
    ...row,
    issuedAt,
    certificate: certificateFileSchema.parse(JSON.parse(row.file)).certificate,
  }))[0];
}

/** Runs whose certificate is to be issued, or does not tell of everything yet; those that ended first come first. */
export async function runsToCertify(database: Database, most: number): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly id: string }>`select id from lethe.run
    where certificate_told < certificate_changes and state in ('done', 'done-with-gaps')
    order by ended_at limit ${most}`.execute(database);
  return rows.map(({ id }) => id);
}
