import { sql, type Kysely } from 'kysely';

/** The way in from a host's own menu: what it signs with, and operators who are accounts of a host. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [noKinds, kinds, ofAHost, entry]) await statement.execute(db);
}

const noKinds = sql`alter table lethe.operator drop constraint operator_kind_check`;
const kinds = sql`alter table lethe.operator add constraint operator_kind_check check (kind in ('local', 'open-id', 'host'))`;

// Such an operator has no group and administers nothing: the host is asked what they may.
const ofAHost = sql`alter table lethe.operator add column host text, add column account text,
  add constraint of_a_host check ((kind = 'host') = (host is not null) and (kind = 'host') = (account is not null)),
  add constraint host_gives_no_group check (kind <> 'host' or (groups = '{}' and not administrator))`;

const entry = sql`create table lethe.host_entry (
  host text primary key check (host ~ '^[a-z0-9-]{1,40}$'),
  origin text not null,
  key_id text not null,
  sealed bytea not null,
  older_key_id text,
  older_sealed bytea,
  older_until timestamptz,
  changed_by text not null,
  changed_at timestamptz not null,
  constraint older_is_whole check (num_nonnulls(older_key_id, older_sealed, older_until) in (0, 3))
)`;
