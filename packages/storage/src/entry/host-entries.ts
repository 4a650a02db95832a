import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';

import type { Database } from '../connection/database.ts';
import type { Committer } from '../ledger/commit.ts';
import { seal, unseal } from '../secrets/seal.ts';
import type { KeyRing } from '../secrets/sealing-key.ts';

/** The way in from one host's menu, without its secret. */
export interface HostEntry {
  readonly host: string;
  /** Where the host's pages are as browsers see them: nobody else's page sends anybody in. */
  readonly origin: string;
  /** Until when the secret before this one counts, if it still does. */
  readonly olderUntil?: Date;
  readonly changedBy: string;
  readonly changedAt: Date;
}

/** A new secret for a host. */
export interface NewSecret {
  readonly host: string;
  readonly origin: string;
  readonly by: string;
  /** Until when the secret there was goes on to count; without it, it counts no more. */
  readonly olderUntil?: Date | undefined;
}

/** What a host's word is checked with. */
export interface EntrySecrets {
  readonly origin: string;
  /** The present secret and, while it counts, the one before. */
  readonly secrets: readonly string[];
}

/** What hosts sign with who comes in from their menus. Secrets are sealed, shown when they are made and never again. */
export class HostEntries {
  readonly #database: Database;
  readonly #committer: Committer;
  readonly #keys: () => Promise<KeyRing>;
  readonly #now: () => Date;

  constructor({ database, committer, keys, now }: Place) {
    this.#database = database;
    this.#committer = committer;
    this.#keys = keys;
    this.#now = now;
  }

  /** All of them by host. */
  async all(): Promise<readonly HostEntry[]> {
    const rows = await this.#database.selectFrom('host_entry').selectAll().orderBy('host').execute();
    return rows.map(({ host, origin, older_until: until, changed_by: changedBy, changed_at: changedAt }) => ({
      ...{ host, origin, changedBy, changedAt },
      ...(until === null || until <= this.#now() ? {} : { olderUntil: until }),
    }));
  }

  /** Whether agents of that host may come in at all. */
  async has(host: string): Promise<boolean> {
    const row = await this.#database
      .selectFrom('host_entry')
      .select('host')
      .where('host', '=', host)
      .executeTakeFirst();
    return row !== undefined;
  }

  /** Makes a secret of 256 random bits, with its ledger line. Answers it: nobody can ask for it again. */
  async renew({ host, origin, by, olderUntil }: NewSecret): Promise<string> {
    const secret = randomBytes(32).toString('base64url');
    const { keyId, bytes } = seal(secret, placeOf(host), await this.#keys());
    const keep = sql`${olderUntil ?? null}::timestamptz is not null`;
    await this.#committer.commit({
      condition: sql`select 1 as one`,
      parts: [
        sql`made as (insert into lethe.host_entry as e (host, origin, key_id, sealed, changed_by, changed_at)
          select ${host}, ${origin}, ${keyId}, ${bytes}::bytea, ${by}, ${this.#now()}::timestamptz from go
          on conflict (host) do update set origin = excluded.origin, key_id = excluded.key_id, sealed = excluded.sealed,
            older_key_id = case when ${keep} then e.key_id end, older_sealed = case when ${keep} then e.sealed end,
            older_until = ${olderUntil ?? null}::timestamptz,
            changed_by = excluded.changed_by, changed_at = excluded.changed_at)`,
      ],
      facts: [{ what: 'host-entry-changed', host, actor: by }],
    });
    return secret;
  }

  /** Closes the way in from a host; answers whether there was one. */
  async remove(host: string, by: string): Promise<boolean> {
    const done = await this.#committer.commit({
      condition: sql`select host from lethe.host_entry where host = ${host} for update`,
      parts: [sql`gone as (delete from lethe.host_entry e using go where e.host = go.host)`],
      facts: [{ what: 'host-entry-removed', host, actor: by }],
    });
    return done !== undefined;
  }

  /** What the word of a host is checked with; nothing where there is no way in. @throws StorageError `key`. */
  async secretsOf(host: string): Promise<EntrySecrets | undefined> {
    const row = await this.#database.selectFrom('host_entry').selectAll().where('host', '=', host).executeTakeFirst();
    if (row === undefined) return undefined;
    const ring = await this.#keys();
    const open = (keyId: string, bytes: Buffer): string => unseal({ keyId, bytes }, placeOf(host), ring);
    const { older_key_id: olderKey, older_sealed: older, older_until: until } = row;
    const counts = olderKey !== null && older !== null && until !== null && until > this.#now();
    return {
      origin: row.origin,
      secrets: [open(row.key_id, row.sealed), ...(counts ? [open(olderKey, older)] : [])],
    };
  }

  /** Seals every secret under the current sealing key again. Answers how many. */
  async reseal(ring: KeyRing): Promise<number> {
    return (
      (await this.#resealed(ring, 'key_id', 'sealed')) + (await this.#resealed(ring, 'older_key_id', 'older_sealed'))
    );
  }

  async #resealed(ring: KeyRing, keyColumn: 'key_id' | 'older_key_id', column: 'sealed' | 'older_sealed') {
    const rows = await this.#database
      .selectFrom('host_entry')
      .select(['host', `${keyColumn} as keyId`, `${column} as bytes`])
      .where(keyColumn, '<>', ring.current.id)
      .execute();
    for (const { host, keyId, bytes } of rows) {
      if (keyId === null || bytes === null) continue;
      const again = seal(unseal({ keyId, bytes }, placeOf(host), ring), placeOf(host), ring);
      await this.#database
        .updateTable('host_entry')
        .set({ [keyColumn]: again.keyId, [column]: again.bytes })
        .where('host', '=', host)
        .where(column, '=', bytes)
        .execute();
    }
    return rows.length;
  }
}

interface Place {
  readonly database: Database;
  readonly committer: Committer;
  readonly keys: () => Promise<KeyRing>;
  readonly now: () => Date;
}

/** A secret opens for this host only. */
function placeOf(host: string): string {
  return `entry from ${host}`;
}
