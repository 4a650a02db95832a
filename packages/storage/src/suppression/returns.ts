import { randomUUID } from 'node:crypto';
import type { LedgerEvent, PersonId, WatchedKind } from '@lethe/core';
import { sql, type RawBuilder } from 'kysely';

import type { OwningDesk } from '../runs/own-run.ts';
import type { Hit, ReturnPlace } from './hits.ts';

/** What somebody decided about a person who came back: it is another person; they are reviewed; they agreed to being kept anew. */
export type ReturnDecision = 'another-person' | 'review' | 'consent';

/** An erased person who is in a host again, for somebody to decide. Ids and codes alone. */
export interface Returned {
  readonly id: string;
  readonly host: string;
  readonly person: PersonId;
  readonly run: string;
  readonly place: ReturnPlace;
  readonly kinds: readonly WatchedKind[];
  readonly foundAt: Date;
  readonly state: 'open' | ReturnDecision;
  readonly decidedBy?: string;
  readonly decidedAt?: Date;
}

interface Row extends Omit<Returned, 'foundAt' | 'decidedBy' | 'decidedAt'> {
  readonly found_at: Date;
  readonly decided_by: string | null;
  readonly decided_at: Date | null;
}

const said: Readonly<Record<ReturnDecision, LedgerEvent>> = {
  'another-person': 'return-another-person',
  review: 'return-review',
  consent: 'return-consented',
};

/** People who came back. Nothing here erases anybody: it waits for a decision. */
export class Returns {
  readonly #desk: Pick<OwningDesk, 'database' | 'committer' | 'now'>;

  constructor(desk: Pick<OwningDesk, 'database' | 'committer' | 'now'>) {
    this.#desk = desk;
  }

  /** Notes a hit in a host, with a line in the ledger; one that was noted before is not again. Answers whether it is new. */
  async flag(host: string, { person, run, place, kinds }: Hit): Promise<boolean> {
    const known = sql`select from lethe.returned where host = ${host} and person = ${person} and run::text = ${run}`;
    const written = await this.#desk.committer.commit({
      condition: sql`select 1 as one where not exists (${known})`,
      parts: [
        sql`flagged as (insert into lethe.returned (id, host, person, run, place, kinds, found_at, state)
          select ${randomUUID()}::uuid, ${host}, ${person}, ${run}::uuid, ${place}, ${kinds}::text[],
            ${this.#desk.now()}::timestamptz, 'open' from go on conflict do nothing)`,
      ],
      facts: [{ what: 'person-returned', run, host }],
    });
    return written !== undefined;
  }

  /** Somebody decides about one that is open. Answers whether it was. */
  async decide(
    id: string,
    { decision, by }: { readonly decision: ReturnDecision; readonly by: string },
  ): Promise<boolean> {
    const found = await this.find(id);
    if (found === undefined) return false;
    const written = await this.#desk.committer.commit({
      condition: sql`select id from lethe.returned where id::text = ${id} and state = 'open' for update`,
      parts: [
        sql`decided as (update lethe.returned r set state = ${decision}, decided_by = ${by},
          decided_at = ${this.#desk.now()}::timestamptz from go where r.id = go.id)`,
      ],
      facts: [{ what: said[decision], run: found.run, host: found.host, actor: by }],
    });
    return written !== undefined;
  }

  async find(id: string): Promise<Returned | undefined> {
    return (await this.#read(sql`id::text = ${id}`, 1))[0];
  }

  /** The newest first. */
  async newest(most: number, state?: Returned['state']): Promise<readonly Returned[]> {
    return this.#read(state === undefined ? sql`true` : sql`state = ${state}`, most);
  }

  /** Where the person of a run was seen since. */
  async ofRun(run: string): Promise<readonly Returned[]> {
    return this.#read(sql`run::text = ${run}`, 1000);
  }

  async #read(where: RawBuilder<unknown>, most: number): Promise<readonly Returned[]> {
    const { rows } = await sql<Row>`select * from lethe.returned where ${where}
      order by found_at desc, id limit ${most}`.execute(this.#desk.database);
    return rows.map(({ found_at: foundAt, decided_by: by, decided_at: at, ...row }) => ({
      ...{ ...row, foundAt },
      ...(by === null || at === null ? {} : { decidedBy: by, decidedAt: at }),
    }));
  }
}
