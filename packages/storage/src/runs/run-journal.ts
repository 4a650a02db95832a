import { Fenced, journalLines } from '@lethe/core';
import type { Journal, JournalChange, JournalEntry, JournalLine, JournalRow } from '@lethe/core';
import { sql, type RawBuilder, type Selectable } from 'kysely';

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
    const lines = journalLines(change);
    const written = await this.#chain.commit(lines.length > 0 ? [writtenLines(lines)] : [], change.facts ?? []);
    if (!written) throw new Fenced();
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

function writtenLines(lines: readonly JournalLine[]): RawBuilder<unknown> {
  const column = (value: (line: JournalLine) => unknown): RawBuilder<unknown> => sql`${lines.map(value)}`;
  return sql`steps as (
    insert into lethe.step as s (run, step, attempts, begun_at, outcome, code, remedy, settled_at)
    select go.id, l.step, l.begun::int, case when l.begun then now() end, l.outcome, l.code, l.remedy,
      case when l.outcome is not null then now() end
    from go, unnest(${column(({ step }) => step)}::text[], ${column(({ begun }) => begun)}::boolean[],
      ${column(({ outcome }) => outcome ?? null)}::text[], ${column(({ code }) => code ?? null)}::text[],
      ${column(({ remedy }) => remedy ?? null)}::text[]) as l (step, begun, outcome, code, remedy)
    on conflict (run, step) do update set
      attempts = s.attempts + excluded.attempts, begun_at = coalesce(excluded.begun_at, s.begun_at),
      outcome = excluded.outcome, code = excluded.code, remedy = excluded.remedy, settled_at = excluded.settled_at)`;
}
