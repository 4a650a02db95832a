import { randomUUID } from 'node:crypto';

import type { PersonId } from '@lethe/core';
import { sql } from 'kysely';

import { often, type Database } from '../connection/database.ts';
import { Together } from '../connection/together.ts';
import { isPresent, type Presence } from '../runs/presence.ts';
import { isUuid } from '../runs/run-records.ts';

/** `review`: what there is of a person, for a plan. `check`: whether what a run left is still as it left it. */
export type InquiryKind = 'review' | 'check';

/** `interrupted`: the process that was at it has ended; nothing was changed, and it is asked for again. */
export type InquiryState = 'waiting' | 'looking' | 'ended' | 'interrupted';

/** Something that is looked up in a host in the background. Codes, ids, counts and fixed words: nothing typed is kept. */
export interface Inquiry {
  readonly id: string;
  readonly kind: InquiryKind;
  readonly host: string;
  readonly person: PersonId;
  /** With `check`. */
  readonly run?: string;
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly state: InquiryState;
  /** Spots seen so far. */
  readonly found: number;
  /** What came of it, as whoever asked for it wrote it down. */
  readonly ending?: unknown;
}

/** What is to be looked up. */
export type NewInquiry = Pick<Inquiry, 'id' | 'kind' | 'host' | 'person' | 'run' | 'askedBy' | 'askedAt'>;

interface Row {
  readonly id: string;
  readonly kind: InquiryKind;
  readonly host: string;
  readonly person: PersonId;
  readonly run: string | null;
  readonly asked_by: string;
  readonly asked_at: Date;
  readonly state: 'waiting' | 'looking' | 'ended';
  readonly found: number;
  readonly ending: unknown;
  readonly owned: boolean;
}

/** What processes look up in the background; one that dies leaves its inquiries interrupted, and everybody sees it at once. */
export class Inquiries {
  readonly #database: Database;
  readonly #presence: Presence;
  readonly #token = randomUUID();
  readonly #ofIds = new Together<string, Inquiry | undefined>(async (ids) => this.#read(ids));
  #present: Promise<void> | undefined;

  constructor(database: Database, presence: Presence) {
    this.#database = database;
    this.#presence = presence;
  }

  /** Writes down that this process is going to look it up. */
  async begin({ id, kind, host, person, run, askedBy, askedAt }: NewInquiry): Promise<void> {
    this.#present ??= this.#presence.hold(this.#token);
    await this.#present;
    await sql`insert into lethe.inquiry (id, kind, host, person, run, asked_by, asked_at, owner, state)
      values (${id}, ${kind}, ${host}, ${person}, ${run ?? null}, ${askedBy}, ${askedAt}, ${this.#token}, 'waiting')`.execute(
      this.#database,
    );
  }

  /** Where it is. */
  async note(id: string, found: number): Promise<void> {
    await sql`update lethe.inquiry set state = 'looking', found = ${found}
      where id = ${id} and owner = ${this.#token} and state <> 'ended'`.execute(this.#database);
  }

  /** What came of it. */
  async end(id: string, ending: object): Promise<void> {
    await sql`update lethe.inquiry set state = 'ended', ending = ${JSON.stringify(ending)}::jsonb, ended_at = now()
      where id = ${id} and owner = ${this.#token} and state <> 'ended'`.execute(this.#database);
  }

  /** The one with this id. */
  async find(id: string): Promise<Inquiry | undefined> {
    return isUuid(id) ? this.#ofIds.ask(id.toLowerCase()) : undefined;
  }

  async #read(ids: readonly string[]): Promise<(id: string) => Inquiry | undefined> {
    const { rows } = await sql<Row>`${often} select i.*, ${isPresent(sql`i.owner`)} as owned from lethe.inquiry i
      where i.id = any(${ids}::uuid[])`.execute(this.#database);
    const found = new Map(rows.map((row) => [row.id, inquiryOf(row)]));
    return (id) => found.get(id);
  }

  /** The newest of an operator, newest first. */
  async newest(askedBy: string, most: number): Promise<readonly Inquiry[]> {
    const { rows } = await sql<Row>`select i.*, ${isPresent(sql`i.owner`)} as owned from lethe.inquiry i
      where i.asked_by = ${askedBy} order by i.asked_at desc limit ${most}`.execute(this.#database);
    return rows.map(inquiryOf);
  }
}

function inquiryOf(row: Row): Inquiry {
  const { id, kind, host, person, found } = row;
  return {
    ...{ id, kind, host, person, found },
    askedBy: row.asked_by,
    askedAt: row.asked_at,
    state: row.state === 'ended' || row.owned ? row.state : 'interrupted',
    ...(row.run === null ? {} : { run: row.run }),
    ...(row.ending === null ? {} : { ending: row.ending }),
  };
}
