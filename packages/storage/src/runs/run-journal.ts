import { Fenced, journalLines } from '@lethe/core';
import type { Journal, JournalChange, JournalEntry, JournalRow } from '@lethe/core';
import { sql, type Selectable } from 'kysely';

import type { Database } from '../connection/database.ts';
import type { Tables } from '../connection/tables.ts';
import type { RunChain } from '../ledger/run-chain.ts';

const PAGE = 5000;

/** The journal of a run that this process owns. */
export class RunJournal implements Journal {
  readonly #database: Database;
  readonly #chain: RunChain;
  readonly #run: string;

  constructor(database: Database, chain: RunChain, run: string) {
    this.#database = database;
    this.#chain = chain;
    this.#run = run;
  }

  entries(): AsyncIterable<JournalEntry> {
    return stepsOf(this.#database, this.#run);
  }

  async write(change: JournalChange): Promise<void> {
    if (!(await this.#chain.commit(journalLines(change), change.facts ?? []))) throw new Fenced();
  }
}

/** Everything a run's journal holds, in the order of the step ids, read page by page. */
export async function* stepsOf(database: Database, run: string): AsyncGenerator<JournalRow> {
  let after = '';
  for (;;) {
    const page = await database
      .selectFrom('step')
      .select(['step', 'attempts', 'outcome', 'code', 'remedy'])
      .where('run', '=', run)
      .where(sql<boolean>`step > ${after}`)
      .orderBy('step')
      .limit(PAGE)
      .execute();
    yield* page.map(journalRow);
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return;
    after = last.step;
  }
}

type StoredStep = Pick<Selectable<Tables['step']>, 'step' | 'attempts' | 'outcome' | 'code' | 'remedy'>;

function journalRow({ step, attempts, outcome, code, remedy }: StoredStep): JournalRow {
  return {
    step,
    attempts,
    ...(outcome === null ? {} : { outcome }),
    ...(code === null ? {} : { code }),
    ...(remedy === null ? {} : { remedy }),
  };
}
