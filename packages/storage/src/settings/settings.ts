import type { LedgerFact } from '@lethe/core';
import { sql } from 'kysely';
import type { z } from 'zod';

import { often, type Database } from '../connection/database.ts';
import { Together } from '../connection/together.ts';
import type { Committer } from '../ledger/commit.ts';
import { StorageError } from '../storage-error.ts';

/** A kind of settings document: its name, and the shape it is read and written in. */
export interface DocumentKind<T extends object> {
  readonly name: string;
  readonly schema: z.ZodType<T>;
}

/** One version of a document; the first has version 1. */
export interface Version<T> {
  readonly version: number;
  readonly document: T;
  readonly changedBy: string;
  readonly changedAt: Date;
}

/** A new version of a document. */
export interface Edit<T> {
  readonly document: T;
  /** Opaque id of who changes it. */
  readonly by: string;
  /** The version that was looked at; 0 when there was none. Somebody else's change since then is not overwritten. */
  readonly seen: number;
  /** What the ledger says about it, e.g. `rights-changed` with a digest. */
  readonly facts: readonly LedgerFact[];
}

interface Row {
  readonly name: string;
  readonly version: number;
  readonly document: unknown;
  readonly changed_by: string;
  readonly changed_at: Date;
}

/** Settings documents (rules, who may do what, legal holds) with every version they ever had. */
export class Settings {
  readonly #database: Database;
  readonly #committer: Committer;
  readonly #newest = new Together<string, Row | undefined>(async (names) => this.#read(names));

  constructor(database: Database, committer: Committer) {
    this.#database = database;
    this.#committer = committer;
  }

  /** The newest version, or the one asked for. */
  async read<T extends object>({ name, schema }: DocumentKind<T>, version?: number): Promise<Version<T> | undefined> {
    const row = version === undefined ? await this.#newest.ask(name) : await this.#older(name, version);
    if (row === undefined) return undefined;
    const document = schema.parse(row.document);
    return { version: row.version, document, changedBy: row.changed_by, changedAt: row.changed_at };
  }

  async #read(names: readonly string[]): Promise<(name: string) => Row | undefined> {
    const { rows } = await sql<Row>`${often} select distinct on (name) name, version, document, changed_by, changed_at
      from lethe.setting where name = any(${names}::text[]) order by name, version desc`.execute(this.#database);
    return (name) => rows.find((row) => row.name === name);
  }

  async #older(name: string, version: number): Promise<Row | undefined> {
    return this.#database
      .selectFrom('setting')
      .selectAll()
      .where('name', '=', name)
      .where('version', '=', version)
      .executeTakeFirst();
  }

  /**
   * Writes a new version, together with its ledger lines. Answers its number.
   * @throws StorageError `conflict` when there is a newer version than the one that was looked at.
   */
  async change<T extends object>({ name, schema }: DocumentKind<T>, edit: Edit<T>): Promise<number> {
    const document = JSON.stringify(schema.parse(edit.document));
    const written = await this.#committer.commit({
      condition: sql`select latest from (
        select coalesce(max(version), 0) as latest from lethe.setting where name = ${name}
      ) as versions where latest = ${edit.seen}`,
      parts: [
        sql`changed as (insert into lethe.setting (name, version, document, changed_by)
          select ${name}, ${edit.seen}::integer + 1, ${document}::jsonb, ${edit.by} from go)`,
      ],
      facts: edit.facts,
    });
    if (written === undefined) throw changedMeanwhile(name);
    return edit.seen + 1;
  }
}

function changedMeanwhile(name: string): StorageError {
  return new StorageError('conflict', `Somebody else has changed "${name}" in the meantime.`, {
    remedy: 'Look at the newer version and change that.',
  });
}
