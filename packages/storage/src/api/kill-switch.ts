import { sql } from 'kysely';

import { often, type Database } from '../connection/database.ts';
import { Together } from '../connection/together.ts';
import type { Committer } from '../ledger/commit.ts';

/** Whether runs are forbidden, and who said so. */
export interface KillSwitchState {
  readonly thrown: boolean;
  readonly changedBy?: string;
  readonly changedAt?: Date;
}

/** What forbids every run of the installation at once. */
export class KillSwitch {
  readonly #database: Database;
  readonly #committer: Committer;
  readonly #state = new Together<'now', KillSwitchState>(async () => {
    const state = await this.#read();
    return () => state;
  });

  constructor(database: Database, committer: Committer) {
    this.#database = database;
    this.#committer = committer;
  }

  /** How it is set now. */
  async state(): Promise<KillSwitchState> {
    return this.#state.ask('now');
  }

  async #read(): Promise<KillSwitchState> {
    const { rows } = await sql<{ thrown: boolean; by: string | null; at: Date | null }>`${often}
      select thrown, changed_by as by, changed_at as at from lethe.kill_switch`.execute(this.#database);
    const [row] = rows;
    // A table somebody emptied forbids: nobody can tell any more.
    if (row === undefined) return { thrown: true };
    return {
      thrown: row.thrown,
      ...(row.by === null ? {} : { changedBy: row.by }),
      ...(row.at === null ? {} : { changedAt: row.at }),
    };
  }

  /** Throws or releases it, with a ledger line. Answers whether that changed anything. */
  async set(thrown: boolean, by: string): Promise<boolean> {
    const written = await this.#committer.commit({
      condition: sql`select thrown from lethe.kill_switch where thrown <> ${thrown} for update`,
      parts: [
        sql`changed as (update lethe.kill_switch set thrown = ${thrown}, changed_by = ${by}, changed_at = now() from go)`,
      ],
      facts: [{ what: thrown ? 'runs-forbidden' : 'runs-allowed', actor: by }],
    });
    return written !== undefined;
  }
}
