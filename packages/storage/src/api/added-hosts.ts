import type { LedgerFact } from '@lethe/core';
import { sql } from 'kysely';

import { often, type Database } from '../connection/database.ts';
import { Together } from '../connection/together.ts';
import type { Committer } from '../ledger/commit.ts';
import { seal, unseal } from '../secrets/seal.ts';
import type { KeyRing } from '../secrets/sealing-key.ts';
import { StorageError } from '../storage-error.ts';

/** A host that stands in the database and not in the settings file. Its keys are sealed and come out of one method only. */
export interface AddedHost {
  readonly name: string;
  readonly kind: string;
  /** As they were written, without a key: which variables hold keys, by name. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly version: number;
  /** It is gone, but its runs and its name are not: no other account gets that name. */
  readonly removed: boolean;
  /** Names of the keys that are kept for it. */
  readonly variables: readonly string[];
  readonly changedBy: string;
  readonly changedAt: Date;
}

/** What a host is to be from now on. */
export interface HostChange {
  readonly name: string;
  readonly kind: string;
  readonly settings: Readonly<Record<string, unknown>>;
  /** Keys by their variables' names; those left out stay as they are. */
  readonly keys: ReadonlyMap<string, string>;
  readonly by: string;
  /** The version that was looked at; 0 to add one. */
  readonly seen: number;
}

type Row = Omit<AddedHost, 'changedBy' | 'changedAt'> & { readonly changed_by: string; readonly changed_at: Date };

/** Hosts that were added over the API. */
export class AddedHosts {
  readonly #database: Database;
  readonly #committer: Committer;
  readonly #keys: () => Promise<KeyRing>;
  readonly #all = new Together<'all', readonly AddedHost[]>(async () => {
    const hosts = await this.#read();
    return () => hosts;
  });

  constructor(database: Database, committer: Committer, keys: () => Promise<KeyRing>) {
    this.#database = database;
    this.#committer = committer;
    this.#keys = keys;
  }

  /** All of them by name, those that were removed too. */
  async all(): Promise<readonly AddedHost[]> {
    return this.#all.ask('all');
  }

  async #read(): Promise<readonly AddedHost[]> {
    const { rows } =
      await sql<Row>`${often} select h.name, h.kind, h.settings, h.version, h.removed, h.changed_by, h.changed_at,
        coalesce((select array_agg(k.variable order by k.variable) from lethe.added_host_key k where k.host = h.name), '{}') as variables
      from lethe.added_host h order by h.name`.execute(this.#database);
    return rows.map(({ changed_by: changedBy, changed_at: changedAt, ...rest }) => ({ ...rest, changedBy, changedAt }));
  }

  /** The one of that name. */
  async find(name: string): Promise<AddedHost | undefined> {
    return (await this.all()).find((host) => host.name === name);
  }

  /**
   * Adds it, or changes it, together with its ledger line. Answers its version.
   * @throws StorageError `conflict` when it is not as it was seen, or the name was another account's.
   */
  async change({ name, kind, settings, keys, by, seen }: HostChange): Promise<number> {
    const ring = await this.#keys();
    const sealed = [...keys].map(([variable, text]) => ({ variable, ...seal(text, placeOf(name, variable), ring) }));
    const document = JSON.stringify(settings);
    const facts: LedgerFact[] = [{ what: seen === 0 ? 'host-added' : 'host-changed', host: name, actor: by }];
    if (keys.size > 0) facts.push({ what: 'host-keys-changed', host: name, actor: by });
    const written = await this.#committer.commit({
      condition: seen === 0 ? absent(name) : asSeen(name, seen, kind),
      parts: [
        sql`host as (insert into lethe.added_host (name, kind, settings, version, changed_by)
          select ${name}, ${kind}, ${document}::jsonb, 1, ${by} from go
          on conflict (name) do update set settings = excluded.settings, version = added_host.version + 1,
            changed_by = excluded.changed_by, changed_at = now() returning name)`,
        sql`keys as (insert into lethe.added_host_key (host, variable, key_id, sealed)
          select host.name, k.variable, k.key_id, k.sealed from host, unnest(
            ${sealed.map(({ variable }) => variable)}::text[], ${sealed.map(({ keyId }) => keyId)}::text[],
            ${sealed.map(({ bytes }) => bytes)}::bytea[]) as k (variable, key_id, sealed)
          on conflict (host, variable) do update set key_id = excluded.key_id, sealed = excluded.sealed, changed_at = now())`,
      ],
      facts,
    });
    if (written === undefined) throw changedMeanwhile();
    return seen + 1;
  }

  /** Takes it away: its keys are destroyed, its name stays taken. @throws StorageError `conflict` when there is none. */
  async remove(name: string, by: string): Promise<void> {
    const written = await this.#committer.commit({
      condition: sql`select name from lethe.added_host where name = ${name} and not removed for update`,
      parts: [
        sql`gone as (update lethe.added_host h set removed = true, settings = '{}', version = h.version + 1,
          changed_by = ${by}, changed_at = now() from go where h.name = go.name)`,
        sql`keys as (delete from lethe.added_host_key k using go where k.host = go.name)`,
      ],
      facts: [{ what: 'host-removed', host: name, actor: by }],
    });
    if (written === undefined) throw changedMeanwhile();
  }

  /** The keys it is opened with, by their variables' names. @throws StorageError `key` when one cannot be opened. */
  async keysOf(name: string): Promise<ReadonlyMap<string, string>> {
    const rows = await this.#sealed(sql`host = ${name}`);
    if (rows.length === 0) return new Map();
    const ring = await this.#keys();
    return new Map(
      rows.map((row) => [
        row.variable,
        unseal({ keyId: row.key_id, bytes: row.sealed }, placeOf(name, row.variable), ring),
      ]),
    );
  }

  /** Seals every key under the current sealing key again. Answers how many. */
  async reseal(ring: KeyRing): Promise<number> {
    const rows = await this.#sealed(sql`key_id <> ${ring.current.id}`);
    for (const { host, variable, key_id: keyId, sealed } of rows) {
      const place = placeOf(host, variable);
      const again = seal(unseal({ keyId, bytes: sealed }, place, ring), place, ring);
      await sql`update lethe.added_host_key set key_id = ${again.keyId}, sealed = ${again.bytes}
        where host = ${host} and variable = ${variable} and key_id = ${keyId} and sealed = ${sealed}`.execute(
        this.#database,
      );
    }
    return rows.length;
  }

  async #sealed(where: ReturnType<typeof sql>): Promise<readonly SealedKey[]> {
    const { rows } = await sql<SealedKey>`select host, variable, key_id, sealed from lethe.added_host_key
      where ${where}`.execute(this.#database);
    return rows;
  }
}

interface SealedKey {
  readonly host: string;
  readonly variable: string;
  readonly key_id: string;
  readonly sealed: Buffer;
}

/** A key opens for this host and this variable only. */
function placeOf(host: string, variable: string): string {
  return `added host ${host} ${variable}`;
}

function absent(name: string): ReturnType<typeof sql> {
  return sql`select 1 as one where not exists (select from lethe.added_host where name = ${name})`;
}

function asSeen(name: string, seen: number, kind: string): ReturnType<typeof sql> {
  return sql`select name from lethe.added_host
    where name = ${name} and version = ${seen} and kind = ${kind} and not removed for update`;
}

function changedMeanwhile(): StorageError {
  return new StorageError(
    'conflict',
    'That host is not as it was seen, or its name was given to another account before.',
    {
      remedy: 'Look at it again and change that, or take another name.',
    },
  );
}
