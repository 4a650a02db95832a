import { randomUUID } from 'node:crypto';

import type { LedgerFact } from '@lethe/core';
import { laterCheckSchema, type CheckTime, type LaterCheck } from '@lethe/core/certificate';
import { sql } from 'kysely';

import type { Database } from '../connection/database.ts';
import type { Committer } from '../ledger/commit.ts';
import { isPresent, type Presence } from '../runs/presence.ts';

/** A process that says nothing for so long has lost its check, although it lives. */
const LONGEST = '1 hour';

/** Checks of one run that are due, taken by one process: one reading stands for all of them. */
export interface TakenCheck {
  readonly run: string;
  readonly covers: readonly CheckTime[];
  /** When the last of them was due. */
  readonly due: Date;
  /** How often it was tried before. */
  readonly tries: number;
}

/** What a check came to; where it stands in the ledger is added when it is written. */
export type CheckEnd = Omit<LaterCheck, 'ledger' | 'covers' | 'due'>;

interface Row {
  readonly run: string;
  readonly after: CheckTime;
  readonly due_at: Date;
  readonly tries: number;
}

/** What is looked at again some time after a run. Each is done once, by one process of all; one that dies is followed by another at once. */
export class LaterChecks {
  readonly #database: Database;
  readonly #committer: Committer;
  readonly #presence: Presence;
  readonly #token = randomUUID();
  #present: Promise<void> | undefined;

  constructor({ database, committer, presence }: LaterChecksGround) {
    this.#database = database;
    this.#committer = committer;
    this.#presence = presence;
  }

  /** Takes what has been due for the longest time, if anything is. A process makes one check after the other: what it left is free. */
  async take(now: Date): Promise<TakenCheck | undefined> {
    this.#present ??= this.#presence.hold(this.#token);
    await this.#present;
    const { rows } = await sql<Row>`
      with first as materialized (
        select c.run from lethe.certificate_check c
        where c.ended_at is null and c.next_at <= ${now}::timestamptz
          and not (c.claimed_by is distinct from ${this.#token}::uuid and ${isPresent(sql`c.claimed_by`)}
            and c.claimed_at > ${now}::timestamptz - interval '${sql.raw(LONGEST)}')
          and not exists (select from lethe.certificate_check e
            where e.run = c.run and e.ended_at is null and e.due_at < c.due_at)
        order by c.next_at limit 1 for update skip locked
      )
      update lethe.certificate_check c set claimed_by = ${this.#token}::uuid, claimed_at = ${now}::timestamptz, tries = c.tries + 1
      from first where c.run = first.run and c.ended_at is null and c.due_at <= ${now}::timestamptz
      returning c.run, c.after, c.due_at, c.tries`.execute(this.#database);
    const taken = rows.toSorted((one, other) => one.due_at.getTime() - other.due_at.getTime());
    const last = taken.at(-1);
    if (last === undefined) return undefined;
    const tries = Math.max(...taken.map((row) => row.tries)) - 1;
    return { run: last.run, covers: taken.map(({ after }) => after), due: last.due_at, tries };
  }

  /** Writes down what came of it, with its line in the ledger. Answers false when it is another process's by now. */
  async end({ run, covers, due }: TakenCheck, ended: CheckEnd, fact: LedgerFact): Promise<boolean> {
    const written = await this.#committer.commit({
      condition: sql`select run as id from lethe.certificate_check
        where ${this.#mine(run, covers)} and after = ${covers.at(-1)} for update`,
      parts: (ledger) => {
        const result = laterCheckSchema.parse({ ...ended, covers, due: due.toISOString(), ledger });
        return [
          sql`over as (update lethe.certificate_check c set ended_at = ${ended.at}::timestamptz,
            result = case when c.after = ${covers.at(-1)} then ${JSON.stringify(result)}::jsonb end
            from go where c.run = go.id and c.after = any(${covers}::text[]))`,
          sql`changed as (update lethe.run r set certificate_changes = r.certificate_changes + 1 from go where r.id = go.id)`,
        ];
      },
      facts: [fact],
    });
    return written !== undefined;
  }

  /** It could not be done now: it is taken again then. */
  async putOff({ run, covers }: TakenCheck, until: Date): Promise<void> {
    await sql`update lethe.certificate_check set claimed_by = null, next_at = ${until}::timestamptz
      where ${this.#mine(run, covers)}`.execute(this.#database);
  }

  #mine(run: string, covers: readonly CheckTime[]): ReturnType<typeof sql> {
    return sql`run = ${run} and after = any(${covers}::text[]) and claimed_by = ${this.#token}::uuid and ended_at is null`;
  }
}

interface LaterChecksGround {
  readonly database: Database;
  readonly committer: Committer;
  readonly presence: Presence;
}
